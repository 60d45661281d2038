import type { FactSubject } from '../../report/fact.ts';
import type { DisputeRow } from '../../report/forms/index.ts';
import type { Address, Report } from '../../report/report.ts';
import { cellQuantity, type Quantity, total } from './quantity.ts';

/** The rows of table 四 that a sentence about disputes speaks of. */
export const disputeRowsOf: Partial<Record<FactSubject, readonly DisputeRow[]>> = {
  reconsiderations: ['reconsideration'],
  lawsuits: ['litigation', 'litigationAfterReconsideration'],
  lawsuitsDirect: ['litigation'],
  lawsuitsAfterReconsideration: ['litigationAfterReconsideration'],
};

/** One column of these rows, added up. */
export function disputeQuantity(report: Report, rows: readonly DisputeRow[], column: string): Quantity {
  const parts = rows.map((row) => {
    const address = `disputes.${row}.${column}` as Address;
    const part = cellQuantity(report, address);
    const unsaid = report.cells[address] !== undefined && report.cells[address].state !== 'unreadable';
    return { ...part, blank: part.value === null && unsaid };
  });
  // A blank beside a printed number can only add to it; blanks alone report nothing.
  const some = parts.some(({ value }) => value !== null);
  return total(parts.map((part) => (part.blank && some ? { ...part, value: 0, atLeast: true } : part)));
}
