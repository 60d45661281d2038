import type { Finding } from '../report/finding.ts';
import type { Address, Cell, Report } from '../report/report.ts';

/** Whether the digits in a cell are in doubt: no second reader bears them out, or the readers differ. */
export const doubtful = (report: Report, address: Address): boolean => {
  const cell = report.cells[address];
  return cell !== undefined && inDoubt(cell);
};

export const inDoubt = ({ trust, readings }: Cell): boolean => trust === 'low' || readings !== undefined;

/** Whose fault a finding can be: the reading's where a cell is in doubt, the report's where every digit is certain. */
export function originOf(report: Report, cells: readonly Address[]): Finding['origin'] {
  if (cells.some((address) => doubtful(report, address))) return 'reading';
  return report.source.recognised ? 'unknown' : 'report';
}
