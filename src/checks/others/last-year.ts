import type { Report } from '../../report/report.ts';
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
