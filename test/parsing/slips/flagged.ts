import { runChecks } from '../../../src/checks/run-checks.ts';
import type { Finding } from '../../../src/report/finding.ts';
import { addressesOf, forms, tableIds } from '../../../src/report/forms/index.ts';
import type { Address, Report } from '../../../src/report/report.ts';
import type { Figures } from '../tables/printed-report.ts';
import { isNumber, numberOf } from './printed-number.ts';

/** A report with what is said of it. */
export interface Said {
  report: Report;
  findings: readonly Finding[];
}

export const said = (report: Report): Said => ({ report, findings: runChecks({ report }).findings });

/**
 * What a finding says of one cell: nothing where it does not name it. Sums say what they come to, others whether it is blank,
 * and those that list it as a number that may hold what others lack, which of the cells beside it they are.
 */
function wordsOn({ report }: Said, { cells, evidence, suspect }: Finding, address: Address): string[] {
  const sums = evidence.flatMap((item) =>
    item.kind === 'equation' && [...item.left, ...item.right].includes(address)
      ? [`${item.left.join()}=${item.leftSum} ${item.right.join()}=${item.rightSum}`]
      : [],
  );
  const state = report.cells[address]?.state ?? 'absent';
  if (cells.includes(address) || suspect?.cell === address) return [...sums, state];
  const listed = evidence.some((item) => item.kind === 'cell' && item.from === undefined && item.address === address);
  return listed ? [...sums, `${state}, beside ${cells.filter((cell) => areBeside(cell, address)).join()}`] : sums;
}

const order = forms.flatMap(({ id }) => tableIds.map((table) => addressesOf(id, table)));
const columnOf = (address: string): string => address.slice(address.lastIndexOf('.'));

/** Whether two cells of one table stand side by side, or one right below the other. */
function areBeside(a: Address, b: Address): boolean {
  return order.some((all) => {
    const column = all.filter((other) => columnOf(other) === columnOf(a));
    return [all, column].some((some) => some.includes(b) && Math.abs(some.indexOf(a) - some.indexOf(b)) === 1);
  });
}

const wordsOf = (said: Said, address: Address): string[] =>
  said.findings.flatMap((finding) => wordsOn(said, finding, address).map((words) => `${finding.check}: ${words}`));

/** Whether a cell reads as it is printed: the same number, none where a sign stands for none, or a blank. */
function readsAs(printed: string, { state, value }: NonNullable<Report['cells'][Address]>): boolean {
  if (isNumber(printed)) return state === 'number' && value === numberOf(printed);
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
