import { runChecks } from '../../../src/checks/run-checks.ts';
import type { Finding } from '../../../src/report/finding.ts';
import type { Address, Report } from '../../../src/report/report.ts';
import type { Figures } from '../tables/printed-report.ts';

/** A report with what is said of it. */
export interface Said {
  report: Report;
  findings: readonly Finding[];
}

export const said = (report: Report): Said => ({ report, findings: runChecks({ report }).findings });

/** What a finding says of one cell: nothing where it does not name it. Sums say what they come to, others whether it is blank. */
function wordsOn({ report }: Said, { cells, evidence, suspect }: Finding, address: Address): string[] {
  const sums = evidence.flatMap((item) =>
    item.kind === 'equation' && [...item.left, ...item.right].includes(address)
      ? [`${item.left.join()}=${item.leftSum} ${item.right.join()}=${item.rightSum}`]
      : [],
  );
  const named =
    cells.includes(address) ||
    suspect?.cell === address ||
    evidence.some((item) => item.kind === 'cell' && item.from === undefined && item.address === address);
  return named ? [...sums, report.cells[address]?.state ?? 'absent'] : sums;
}

const wordsOf = (said: Said, address: Address): string[] =>
  said.findings.flatMap((finding) => wordsOn(said, finding, address).map((words) => `${finding.check}: ${words}`));

/** Whether a cell reads as it is printed: the same number, none where a sign stands for none, or a blank. */
function readsAs(printed: string, { state, value }: NonNullable<Report['cells'][Address]>): boolean {
  if (/^\d/u.test(printed)) return state === 'number' && value === Number(printed);
  return state === (printed === '' ? 'blank' : 'placeholder');
}

/** Whether nothing new is said of a cell that reads otherwise than the bureau meant it. An absent cell is marked as such. */
export function isSilent(address: Address, figures: Figures, before: Said, after: Said): boolean {
  const cell = after.report.cells[address];
  if (!cell || readsAs(figures[address] ?? '', cell)) return false;
  if (cell.trust === 'low' || cell.readings || cell.state === 'unreadable') return false;
  // Where the cell was in doubt before, what was said of it told no reader that it is right.
  const known = new Set(before.report.cells[address]?.trust === 'low' ? [] : wordsOf(before, address));
  return wordsOf(after, address).every((words) => known.has(words));
}
