import type { Report } from '../report/report.ts';
import { numberAt } from './cells/values.ts';
import { defineCheck } from './define-check.ts';
import { example, lastYears } from './example.ts';
import { lastYear } from './others/last-year.ts';

/** Reconsiderations that were closed in a year. */
const closed = (report: Report): number | undefined => {
  const total = numberAt(report, 'disputes.reconsideration.total');
  const pending = numberAt(report, 'disputes.reconsideration.pending');
  return total === undefined || pending === undefined ? undefined : total - pending;
};

const plus = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a + b;

const many = {
  'disputes.litigationAfterReconsideration.upheld': 9,
  'disputes.litigationAfterReconsideration.total': 9,
} as const;

export default defineCheck({
  id: 'disputes-after-reconsideration',
  title: { zh: '复议后起诉偏多', en: 'More suits than closed reviews' },
  severity: 'warning',
  tags: ['years'],
  docs: {
    zh: '复议后起诉的案件多于本年和上年已审结的复议案件。起诉应在复议之后。看是否与“未经复议直接起诉”填反。上年报告未入库时不判断。',
    en: 'More suits after reconsideration than reconsiderations closed this year and last. The suit comes after the review. See whether the two kinds of suits were exchanged. Not assessable without last year.',
  },
  *run(subject) {
    const n = numberAt(subject.report, 'disputes.litigationAfterReconsideration.total');
    if (!n || n <= (closed(subject.report) ?? n)) return;
    const previous = lastYear(subject);
    if ('notAssessed' in previous) {
      yield previous;
      return;
    }
    const m = plus(closed(subject.report), closed(previous));
    if (m === undefined || n <= m) return;
    yield {
      cells: ['disputes.litigationAfterReconsideration.total'],
      slot: 'disputes',
      message: {
        zh: `复议后起诉 ${n} 件，本年和上年审结的复议 ${m} 件`,
        en: `${n} suits after reconsideration, ${m} reconsiderations closed this year and last`,
      },
    };
  },
  valid: () => [
    example('2021', { subject: lastYears('2021') }),
    example('2021', {
      cells: { 'disputes.reconsideration.total': '', 'disputes.litigationAfterReconsideration.total': '' },
      subject: lastYears('2021'),
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: many, subject: lastYears('2021') }),
      says: ['复议后起诉 9 件，本年和上年审结的复议 2 件'],
    },
  ],
  unassessable: () => [{ subject: example('2021', { cells: many }), code: 'no-previous-year' }],
});
