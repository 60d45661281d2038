import { defineCheck } from './define-check.ts';
import { example, row } from './example.ts';
import { sayApplications } from './sums/say.ts';
import { sumsOfApplications } from './sums/sum-findings.ts';

export default defineCheck({
  id: 'applications-results',
  title: { zh: '办理结果合计', en: 'Results add up' },
  severity: 'error',
  tags: ['reconciliation'],
  docs: {
    zh: '表三每一栏：（一）至（六）各项办理结果之和，等于（七）总计。依据是表三的结构。对照原文看漏填、重填或填错栏的一格。（七）总计空白时不判断。',
    en: 'In every column of table 3 the results (1) to (6) add up to (7) concluded. The structure of the form asks for it. Look for a cell left out, counted twice or put into another column. Undecided where (7) is blank.',
  },
  run: ({ report }) => sumsOfApplications('applications-results', report, sayApplications),
  valid: () => [
    example('2021'),
    example('2019'),
    // placeholders in rows that hold without them
    example('2021', { cells: row('denied.stateSecret', '/', '/', '/', '/', '/', '/', 0) }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: row('granted', 5, 1, 0, 0, 0, 0, 6) }),
      says: ['自然人：各项办理结果相加 10 件，（七）总计 9 件；总计：各项办理结果相加 13 件，（七）总计 12 件'],
    },
    {
      subject: example('2021', { cells: { 'applications.denied.internal.person': 2 } }),
      says: ['表三「不予公开·三类内部事务信息」自然人印作 2，按其余各格推算为 1；2 条等式都指向这一格，请核对原文'],
    },
    {
      subject: example('2021', {
        cells: { ...row('granted', 6, 1, '', 0, 0, 0, 7), ...row('declined.repeated', '', '', '', '', '', '', 0) },
      }),
      says: [
        '自然人：各项办理结果相加 11 件，（七）总计 9 件；总计：各项办理结果相加 14 件，（七）总计 12 件（空白格无论填几都不能相等：表三「不予处理·重复申请」自然人）',
      ],
    },
  ],
  unassessable: () => [
    { subject: example('2021', { cells: { 'applications.concluded.total': '' } }), code: 'blank-total' },
    { subject: example('2019', { cells: row('other', null, null, null, null, null, null, null) }), code: 'absent' },
  ],
});
