import { defineCheck } from './define-check.ts';
import { example, row } from './example.ts';
import { against } from './narrative/against.ts';
import { factsOf } from './narrative/facts-of.ts';
import { rowQuantity } from './narrative/quantity.ts';

export default defineCheck({
  id: 'narrative-carried',
  title: { zh: '结转件数', en: 'Requests carried over in the text' },
  severity: 'warning',
  tags: ['text'],
  docs: {
    zh: '正文写的上年结转、结转下年度件数，应是表三的同名两行。同一件事在正文和表里只有一个数。对照原文，看哪一处写错，或者把两头的结转写反了。延期答复但当年办结的，不是结转，不比较。',
    en: 'Requests carried in from last year, or over to the next, are the rows of that name in table 3. One thing has one number in one report. Look up which of the two is wrong, or whether the two ends were mixed up. Answers put off within the year are not carried over and are not compared.',
  },
  *run({ report }) {
    yield* against(report, factsOf(report, 'carriedIn', 'carriedOut'), (fact, tables) => [
      rowQuantity(tables, fact.subject),
    ]);
  },
  valid: () => [
    example('2021', { facts: [{ subject: 'carriedIn', value: 1 }] }),
    // put off to the next year, told in brackets behind those answered
    example('2019', {
      facts: [
        { subject: 'answered', value: 12 },
        { subject: 'carriedOut', value: 1 },
      ],
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', { facts: [{ subject: 'carriedOut', value: 2, sentence: '结转下年度办理2件。' }] }),
      says: ['正文写结转下年 2 件，表中「结转下年度」 1'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        cells: row('carriedOut', 1, '', 0, 0, 0, 0, ''),
        facts: [{ subject: 'carriedOut', value: 2 }],
      }),
      code: 'blank-open',
    },
  ],
});
