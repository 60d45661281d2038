import { defineCheck } from './define-check.ts';
import { everyCell, example } from './example.ts';
import { against } from './narrative/against.ts';
import { disputeQuantity, disputeRowsOf } from './narrative/disputes.ts';
import { factsOf } from './narrative/facts-of.ts';

export default defineCheck({
  id: 'narrative-lawsuits',
  title: { zh: '诉讼件数', en: 'Lawsuits in the text' },
  severity: 'warning',
  tags: ['text'],
  docs: {
    zh: '正文写的信息公开行政诉讼件数，应是表四未经复议直接起诉与复议后起诉两项总计之和；写明其中一种的，应是那一项。同一件事在正文和表里只有一个数。对照原文，看哪一处写错。46 件等于 26 加 20，不算不符。',
    en: 'Lawsuits over disclosure in the text are the two totals of litigation in table 4 together; where one kind is named, that one. One thing has one number in one report. Look up which of the two is wrong. 46 beside 26 and 20 is no contradiction.',
  },
  *run({ report }) {
    const facts = factsOf(report, 'lawsuits', 'lawsuitsDirect', 'lawsuitsAfterReconsideration');
    const wholes = facts.filter(({ column }) => column === undefined);
    yield* against(report, wholes, (fact, tables) => [disputeQuantity(tables, disputeRowsOf[fact.subject]!, 'total')]);
  },
  valid: () => [
    example('2021', { facts: [{ subject: 'lawsuitsAfterReconsideration', value: 1 }] }),
    // both kinds of litigation together
    example('2019', {
      cells: { 'disputes.litigation.upheld': 2, 'disputes.litigation.total': 2 },
      facts: [{ subject: 'lawsuits', value: 3 }],
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', { facts: [{ subject: 'lawsuits', value: 0, sentence: '没有因此引起的行政诉讼。' }] }),
      says: ['正文写行政诉讼 0 件，表中「未经复议直接起诉」＋「复议后起诉」 1'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        cells: everyCell('2021', 'disputes', ''),
        facts: [{ subject: 'lawsuits', value: 0 }],
      }),
      code: 'absent',
    },
  ],
});
