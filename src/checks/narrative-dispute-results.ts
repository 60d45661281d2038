import { defineCheck } from './define-check.ts';
import { everyCell, example } from './example.ts';
import { against } from './narrative/against.ts';
import { disputeQuantity, disputeRowsOf } from './narrative/disputes.ts';
import { factsOf } from './narrative/facts-of.ts';

export default defineCheck({
  id: 'narrative-dispute-results',
  title: { zh: '复议诉讼结果', en: 'Outcomes of disputes in the text' },
  severity: 'warning',
  tags: ['text'],
  docs: {
    zh: '正文写复议或诉讼的结果维持、结果纠正、其他结果、尚未审结件数，应是表四相应各格，诉讼取两类之和。同一件事在正文和表里只有一个数。对照原文，看哪一处写错。诉讼维持 25 件等于 13 加 12，不算不符。',
    en: 'Disputes upheld, corrected, otherwise ended or pending by the text are those cells of table 4, both kinds of litigation together for lawsuits. One thing has one number in one report. Look up which of the two is wrong. 25 upheld beside 13 and 12 is no contradiction.',
  },
  *run({ report }) {
    const facts = factsOf(report, 'reconsiderations', 'lawsuits', 'lawsuitsDirect', 'lawsuitsAfterReconsideration');
    const results = facts.filter(({ column }) => column !== undefined);
    yield* against(report, results, (fact, tables) => [
      disputeQuantity(tables, disputeRowsOf[fact.subject]!, fact.column!),
    ]);
  },
  valid: () => [
    example('2021', { facts: [{ subject: 'reconsiderations', value: 1, column: 'pending' }] }),
    // the sum of the row says already that one of its cells is wrong
    example('2021', {
      cells: { 'disputes.reconsideration.upheld': 2 },
      facts: [{ subject: 'reconsiderations', value: 1, column: 'upheld' }],
    }),
    // both kinds of litigation together
    example('2019', {
      cells: { 'disputes.litigation.upheld': 2, 'disputes.litigation.total': 2 },
      facts: [{ subject: 'lawsuits', value: 3, column: 'upheld' }],
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', { facts: [{ subject: 'reconsiderations', value: 2, column: 'upheld' }] }),
      says: ['正文写行政复议（结果维持） 2 件，表中「行政复议」结果维持 1'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        cells: everyCell('2021', 'disputes', null),
        facts: [{ subject: 'lawsuits', value: 1, column: 'upheld' }],
      }),
      code: 'absent',
    },
  ],
});
