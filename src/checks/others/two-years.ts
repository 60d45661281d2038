import type { Words } from '../../errors.ts';
import type { Address, Report } from '../../report/report.ts';
import { type Check, defineCheck } from '../define-check.ts';
import { lastYear } from './last-year.ts';

/** Disputes of a year held against what they can be about: things that ended in that year or the one before. */
export interface TwoYears {
  id: string;
  title: Words;
  docs: Words;
  cells: readonly Address[];
  /** The cells that the ceiling is worked out from. */
  asks: readonly Address[];
  /** What is counted this year, and what there was to dispute in one year; nothing where a number is not printed. */
  count(report: Report): number | undefined;
  ceiling(report: Report): number | undefined;
  /** The count, and the ceiling of both years. */
  say(count: number, ceiling: number): Words;
  valid: Check['valid'];
  invalid: Check['invalid'];
  unassessable: NonNullable<Check['unassessable']>;
}

export const plus = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a + b;

/** Defines a check that fires where a count is above its ceiling of this year and last together. */
export const defineTwoYears = ({ id, title, docs, cells, asks, count, ceiling, say, ...examples }: TwoYears): Check =>
  defineCheck({
    id,
    title,
    docs,
    severity: 'warning',
    tags: ['years'],
    *run(subject) {
      const counted = count(subject.report);
      const own = ceiling(subject.report);
      if (!counted || counted <= (own ?? counted)) return;
      const previous = lastYear(subject);
      if ('notAssessed' in previous) {
        yield previous;
        return;
      }
      const most = plus(own, ceiling(previous));
      if (most === undefined || counted <= most) return;
      yield {
        cells: [...cells],
        slot: 'disputes',
        message: say(counted, most),
        besides: [{ report: previous, cells: asks }],
      };
    },
    ...examples,
  });
