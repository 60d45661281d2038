import { defineCheck } from './define-check.ts';
import { everyCell, example } from './example.ts';
import { against } from './narrative/against.ts';
import { disputeQuantity } from './narrative/disputes.ts';
import { factsOf } from './narrative/facts-of.ts';

export default defineCheck({
  id: 'narrative-reconsiderations',
  title: { zh: '复议件数', en: 'Reconsiderations in the text' },
  severity: 'warning',
  tags: ['text'],
  docs: {
    zh: '正文写的信息公开行政复议件数，应是表四行政复议的总计；写没有发生的，总计应为 0。同一件事在正文和表里只有一个数。对照原文，看哪一处写错。本机关作为复议机关办理的案件不是这里的复议；表四本身不平时，也接受各项之和。',
    en: 'Reconsiderations over disclosure in the text are the total of that part of table 4; none means a total of 0. One thing has one number in one report. Look up which of the two is wrong. Cases a body decides as review organ are other cases; where the part itself does not add up its sum will do too.',
  },
  *run({ report }) {
    const facts = factsOf(report, 'reconsiderations').filter(({ column }) => column === undefined);
    yield* against(report, facts, (_, tables) => [disputeQuantity(tables, ['reconsideration'], 'total')]);
  },
  valid: () => [
    example('2021', { facts: [{ subject: 'reconsiderations', value: 2 }] }),
    // reviews of all kinds, those over disclosure told behind
    example('2021', {
      facts: [
        { subject: 'reconsiderations', value: 5, parts: 'plain' },
        { subject: 'reconsiderations', value: 2, of: '涉及政府信息公开的', partOf: 0 },
      ],
    }),
    // the total of the table is wrong by its own sum, which the text fits
    example('2021', {
      cells: { 'disputes.reconsideration.total': 0 },
      facts: [{ subject: 'reconsiderations', value: 2 }],
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', { facts: [{ subject: 'reconsiderations', value: 0, sentence: '未发生行政复议。' }] }),
      says: ['正文写行政复议 0 件，表中「行政复议」 2'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        cells: everyCell('2021', 'disputes', null),
        facts: [{ subject: 'reconsiderations', value: 0 }],
      }),
      code: 'absent',
    },
  ],
});
