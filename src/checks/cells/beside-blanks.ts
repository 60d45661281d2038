import type { TableId } from '../../report/forms/index.ts';
import type { Address, Report } from '../../report/report.ts';
import type { Verdict } from '../sums/assess.ts';
import { applicationSums, disputeSums } from '../sums/sum-findings.ts';
import { cellsOf } from './odd-cells.ts';

/** The sums of a table; table 二 has none. */
export const sumsOf = (report: Report, table: TableId): readonly Verdict[] =>
  table === 'disclosures' ? [] : (table === 'applications' ? applicationSums : disputeSums)(report).verdicts;

/** Totals left blank beside printed parts of which none is above 0; beside greater ones the check of blank totals tells them. */
export function blankTotalsOfNothing(report: Report, table: TableId): Address[] {
  const [told, printed] = [new Set<Address>(), new Set<Address>()];
  for (const { identity } of sumsOf(report, table)) {
    const [total] = identity.right;
    if (identity.right.length > 1 || !total || report.cells[total]?.state !== 'blank') continue;
    const parts = identity.left.map((part) => report.cells[part]);
    if (parts.some((part) => (part?.value ?? 0) > 0)) told.add(total);
    else if (parts.some((part) => part?.state !== 'blank')) printed.add(total);
  }
  return [...printed].filter((total) => !told.has(total));
}

/**
 * Numbers of a table with blanks that could stand in the cell of a blank without any sum noticing: zeros add up wherever
 * they stand, table 二 has no sums, and in the others blanks may leave none that goes through a number.
 */
export function unseenBesideBlanks(report: Report, table: TableId): { zeros: Address[]; untied: Address[] } {
  const { numbers } = cellsOf(report, table);
  const named = openByBlanks(report, table);
  const tied = new Set(
    sumsOf(report, table).flatMap((verdict) =>
      verdict.outcome !== 'open' || named.includes(verdict)
        ? [...verdict.identity.left, ...verdict.identity.right]
        : [],
    ),
  );
  const zeros = table === 'disclosures' ? [] : numbers.filter(({ cell }) => cell.value === 0);
  const untied = numbers.filter(
    ({ address, cell }) => (table === 'disclosures' || cell.value !== 0) && !tied.has(address),
  );
  return { zeros: zeros.map(({ address }) => address), untied: untied.map(({ address }) => address) };
}

/** Sums that do not come out as printed and may with a number in one of their blanks. */
export const openByBlanks = (report: Report, table: TableId): Verdict[] =>
  sumsOf(report, table).filter((verdict) => verdict.outcome === 'open' && verdict.code === 'blank-open');
