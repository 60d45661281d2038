import { notAbove } from './cells/not-above.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';

export default defineCheck({
  id: 'disclosed-exceeds-total',
  title: { zh: '公开数大于总数', en: 'Newly disclosed above the total' },
  severity: 'error',
  tags: ['reconciliation'],
  form: '2019',
  docs: {
    zh: '2019 年表式：规章、规范性文件的本年新公开数不会大于对外公开总数。新公开的也计入总数。对照原文看哪一栏填错。有空白格时不判断。',
    en: 'In the form of 2019 no more documents can be newly disclosed than are disclosed in total. The new ones are part of the total. Look up which column is wrong. Undecided where one is blank.',
  },
  run: ({ report }) => notAbove(report, 'newlyDisclosed', 'totalDisclosed'),
  valid: () => [example('2019'), example('2019', { cells: { 'disclosures.normativeDocuments.newlyDisclosed': 10 } })],
  invalid: () => [
    {
      subject: example('2019', { cells: { 'disclosures.normativeDocuments.newlyDisclosed': 11 } }),
      says: ['表二规范性文件：本年新公开 11 件，多于对外公开总数 10 件'],
    },
  ],
  unassessable: () => [
    { subject: example('2019', { cells: { 'disclosures.regulations.totalDisclosed': '' } }), code: 'nothing-reported' },
  ],
});
