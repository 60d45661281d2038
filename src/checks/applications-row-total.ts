import { defineCheck } from './define-check.ts';
import { example, row } from './example.ts';
import { sayApplications } from './sums/say.ts';
import { sumsOfApplications } from './sums/sum-findings.ts';

export default defineCheck({
  id: 'applications-row-total',
  title: { zh: '横向合计', en: 'Row totals' },
  severity: 'error',
  tags: ['reconciliation'],
  docs: {
    zh: '表三每一行：六类申请人之和等于总计栏。依据是表三的结构。对照原文看是某一格还是总计写错。总计空白或各格全空白时不判断。',
    en: 'In every row of table 3 the six kinds of applicants add up to the total. The structure of the form asks for it. Look up whether a part or the total is wrong. Undecided where the total or the whole row is blank.',
  },
  run: ({ report }) => sumsOfApplications('applications-row-total', report, sayApplications),
  valid: () => [
    example('2021'),
    example('2019'),
    // six blanks beside a total of 0
    example('2021', { cells: row('declined.repeated', '', '', '', '', '', '', 0) }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        cells: { ...row('granted', 3, 1, 0, 0, 0, 0, 5), ...row('partlyGranted', 2, 0, 0, 0, 0, 0, 1) },
      }),
      says: ['予以公开：六类申请人相加 4 件，总计栏 5 件；部分公开：六类申请人相加 2 件，总计栏 1 件'],
    },
    // a total that is not reported stands among parts that are too many without it
    {
      subject: example('2021', {
        cells: { ...row('concluded', 4, 1, 0, '', 900, 50, 5) },
      }),
      says: [
        '（七）总计：六类申请人相加 955 件，总计栏 5 件（空白格无论填几都不能相等：表三「（七）总计」社会公益组织）',
      ],
    },
    // the rows that would tell the form were not read: this row is the same in each
    {
      subject: example('2021', {
        report: { forms: { disclosures: '2021', applications: null, disputes: '2021' } },
        cells: row('granted', 3, 1, 0, 0, 0, 0, 5),
      }),
      says: ['予以公开：六类申请人相加 4 件，总计栏 5 件'],
    },
  ],
  unassessable: () => [
    { subject: example('2021', { cells: { 'applications.granted.total': '' } }), code: 'blank-total' },
    { subject: example('2021', { cells: row('granted', '', '', '', '', '', '', '') }), code: 'nothing-reported' },
    { subject: example('2021', { cells: row('granted', 4, '', 0, 0, 0, 0, 5) }), code: 'blank-open' },
  ],
});
