import { defineCheck } from './define-check.ts';
import { everyCell, example, row } from './example.ts';
import { sayApplications } from './sums/say.ts';
import { sumsOfApplications } from './sums/sum-findings.ts';

export default defineCheck({
  id: 'applications-balance',
  title: { zh: '收办平衡', en: 'Requests are all accounted for' },
  severity: 'error',
  tags: ['reconciliation'],
  docs: {
    zh: '表三每一栏：本年新收加上年结转，等于（七）总计加结转下年度。这是表头印着的勾稽关系。对照原文看是哪一格写错；若只有一格能解释全部不平，会指出该格和推算值。总计空白按未报处理，不作 0，此时不判断。',
    en: 'In every column of table 3, received plus carried in equals concluded plus carried out. The form prints this rule in its corner cell. Look up which cell is wrong; where one cell alone explains everything it is named with the number it should be. A blank total is not reported, never 0, and leaves the rule undecided.',
  },
  run: ({ report }) => sumsOfApplications('applications-balance', report, sayApplications),
  valid: () => [
    example('2021'),
    example('2019'),
    // parts left blank beside totals that hold
    example('2021', { cells: row('carriedIn', 1, '', '', '', '', '', 1) }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: { ...row('received', 10, 2, 0, 0, 1, 0, 13) } }),
      says: [
        '自然人：收到 11 件（新收 10＋上年结转 1），办结与结转 10 件（办结 9＋结转下年 1）；总计：收到 14 件（新收 13＋上年结转 1），办结与结转 13 件（办结 12＋结转下年 1）',
      ],
    },
    {
      subject: example('2019', { cells: { 'applications.received.person': 8 } }),
      says: ['表三「本年新收」自然人印作 8，按其余各格推算为 9；2 条等式都指向这一格，请核对原文'],
    },
    {
      subject: example('2021', {
        cells: { ...row('received', 8, 2, '', '', 1, '', 11), ...row('carriedIn', 2, 0, 0, 0, 0, 0, 3) },
      }),
      says: ['表三「上年结转」总计印作 3，按其余各格推算为 2；2 条等式都指向这一格，请核对原文'],
    },
  ],
  unassessable: () => [
    { subject: example('2021', { cells: { 'applications.carriedOut.total': '' } }), code: 'blank-total' },
    { subject: example('2021', { cells: everyCell('2021', 'applications', '') }), code: 'nothing-reported' },
    { subject: example('2021', { cells: { 'applications.received.legal': '2l' } }), code: 'unreadable' },
    { subject: example('2021', { cells: row('carriedOut', '', 0, 0, 0, 0, 0, 1) }), code: 'blank-open' },
  ],
});
