import { numberAt } from './cells/values.ts';
import { example, lastYears } from './example.ts';
import { defineTwoYears } from './others/two-years.ts';

const many = {
  'disputes.litigationAfterReconsideration.upheld': 9,
  'disputes.litigationAfterReconsideration.total': 9,
} as const;

export default defineTwoYears({
  id: 'disputes-after-reconsideration',
  title: { zh: '复议后起诉偏多', en: 'More suits than closed reviews' },
  docs: {
    zh: '复议后起诉的案件多于本年和上年已审结的复议案件。起诉应在复议之后。看是否与“未经复议直接起诉”填反。上年报告未入库时不判断。',
    en: 'More suits after reconsideration than reconsiderations closed this year and last. The suit comes after the review. See whether the two kinds of suits were exchanged. Not assessable without last year.',
  },
  cells: ['disputes.litigationAfterReconsideration.total'],
  asks: ['disputes.reconsideration.total', 'disputes.reconsideration.pending'],
  count: (report) => numberAt(report, 'disputes.litigationAfterReconsideration.total'),
  ceiling(report) {
    const total = numberAt(report, 'disputes.reconsideration.total');
    const pending = numberAt(report, 'disputes.reconsideration.pending');
    return total === undefined || pending === undefined ? undefined : total - pending;
  },
  say: (suits, closed) => ({
    zh: `复议后起诉 ${suits} 件，本年和上年审结的复议 ${closed} 件`,
    en: `${suits} suits after reconsideration, ${closed} reconsiderations closed this year and last`,
  }),
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
