import type { Evidence } from '../../report/finding.ts';
import type { Address, Report } from '../../report/report.ts';
import { notAssessed, type Subject, type Unsettled } from '../define-check.ts';

/** Last year's report, or why there is none to compare with. */
export function lastYear({ report, previous }: Subject): Report | Unsettled {
  if (previous && (report.year === null || previous.year === report.year - 1)) return previous;
  return notAssessed(
    'no-previous-year',
    '上年报告未入库，收到后可比较',
    'Last year’s report is not in the store; it can be compared once it is',
  );
}

/** A cell of another report as evidence, with its year. */
export const cellOf = (other: Report, address: Address): Evidence[] => {
  const cell = other.cells[address];
  if (!cell) return [];
  const { value, raw, place } = cell;
  return [{ kind: 'cell', address, value, raw, place, from: String(other.year ?? '') }];
};
