import type { Words } from '../../errors.ts';
import type { Address, Report } from '../../report/report.ts';
import { type Check, defineCheck, notAssessed, type Subject } from '../define-check.ts';
import { type Changes, example } from '../example.ts';
import { cleanCells } from '../example-figures.ts';
import type { Quantity } from '../narrative/quantity.ts';
import { applicationSums, disputeSums } from '../sums/sum-findings.ts';

/** A share of one count in another, held against a limit that people set; without a limit the check is off. */
export interface Rate {
  id: string;
  title: Words;
  docs: Words;
  /** Fires above the limit, or below it. */
  beyond: 'above' | 'below';
  /** Not assessable where the denominator is smaller. */
  guard: number;
  /** The tables whose sums must hold first. */
  within: readonly ('applications' | 'disputes')[];
  of(report: Report): { part: Quantity; whole: Quantity };
  valid: Check['valid'];
  invalid: Check['invalid'];
  unassessable: NonNullable<Check['unassessable']>;
}

const fails = (report: Report, within: Rate['within']): boolean =>
  (within.includes('applications') && applicationSums(report).failing.length > 0) ||
  (within.includes('disputes') && disputeSums(report).failing.length > 0);

/** Defines a check of a rate; always says numerator, denominator and the limit. */
export const defineRate = ({ id, title, docs, beyond, guard, within, of, ...examples }: Rate): Check =>
  defineCheck({
    id,
    title,
    docs,
    severity: 'note',
    tags: ['plausibility'],
    *run({ report, limits }) {
      const limit = limits?.[id];
      if (limit === undefined) return;
      if (fails(report, within)) {
        yield notAssessed(
          'inconsistent',
          '所在表的合计不平，先核对合计',
          'Its table does not add up; settle that first',
        );
        return;
      }
      const { part, whole } = of(report);
      if (part.value === null || whole.value === null || part.atLeast || whole.atLeast) {
        yield notAssessed('nothing-reported', '有未报数或未读到的格', 'Some cells are not reported or were not read');
        return;
      }
      if (whole.value < guard) {
        yield notAssessed('too-few', `n＝${whole.value}，不足 ${guard}`, `n = ${whole.value}, fewer than ${guard}`);
        return;
      }
      const share = part.value / whole.value;
      if (beyond === 'above' ? share <= limit : share >= limit) return;
      const percent = (value: number) => `${(100 * value).toFixed(1)}%`;
      yield {
        cells: [...new Set([...part.cells, ...whole.cells])],
        slot: id,
        message: {
          zh: `${title.zh} ${percent(share)}（${part.value}÷${whole.value}），${beyond === 'above' ? '高于' : '低于'}设定的 ${percent(limit)}`,
          en: `${title.en} ${percent(share)} (${part.value} of ${whole.value}), ${beyond} the ${percent(limit)} that was set`,
        },
      };
    },
    ...examples,
  });

/** The clean report with every count of tables 三 and 四 that many times as large, and a limit set. */
export function timesAs(times: number, limits: Subject['limits'], changes: Changes = {}): Subject {
  const cells = Object.fromEntries(
    Object.entries(cleanCells('2021'))
      .filter(([address]) => !address.startsWith('disclosures.'))
      .map(([address, value]) => [address, value * times]),
  ) as Partial<Record<Address, number>>;
  return example('2021', { ...changes, cells: { ...cells, ...changes.cells }, subject: { limits } });
}
