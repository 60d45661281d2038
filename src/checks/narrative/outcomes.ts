import type { Fact } from '../../report/fact.ts';
import type { Report } from '../../report/report.ts';
import { groupQuantity, type Quantity, rowQuantity, total } from './quantity.ts';

/** What the tables say of one of these groups. */
export function outcomeQuantities({ subject }: Fact, report: Report): Quantity[] {
  const granted = rowQuantity(report, 'granted');
  const partly = rowQuantity(report, 'partlyGranted');
  switch (subject) {
    case 'granted':
      return [granted, total([granted, partly])];
    case 'partlyGranted':
      return [partly];
    case 'grantedOrPartly':
      return [total([granted, partly])];
    case 'otherResults':
      return [groupQuantity(report, 'other')];
    default:
      return [groupQuantity(report, subject)];
  }
}
