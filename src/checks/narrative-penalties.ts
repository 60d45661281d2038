import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { against } from './narrative/against.ts';
import { wholesOf } from './narrative/facts-of.ts';
import { cellQuantity } from './narrative/quantity.ts';

export default defineCheck({
  id: 'narrative-penalties',
  title: { zh: '处罚件数', en: 'Penalties in the text' },
  severity: 'warning',
  tags: ['text'],
  within: 'disclosures-all-zero',
  docs: {
    zh: '正文写作出行政处罚若干件，应是表二行政处罚的处理决定数量。同一件事在正文和表里只有一个数。对照原文，看哪一处写错。只说一种处罚的、发布处罚等信息若干条的，不是全部决定数，不比较。',
    en: 'Penalties imposed by the text are the decisions in table 2. One thing has one number in one report. Look up which of the two is wrong. One kind of penalty, or published notices of penalties, are other numbers and are not compared.',
  },
  *run({ report }) {
    yield* against(report, wholesOf(report, 'penalties'), (_, tables) => [
      cellQuantity(tables, 'disclosures.penalties.decisions'),
    ]);
  },
  valid: () => [
    example('2021', { facts: [{ subject: 'penalties', value: 44 }] }),
    // 213 items published, penalties among them
    example('2021', { facts: [{ subject: 'published', value: 213, of: '行政处罚等信息' }] }),
  ],
  invalid: () => [
    {
      subject: example('2019', { facts: [{ subject: 'penalties', value: 28 }] }),
      says: ['正文写行政处罚 28 件，表中「行政处罚」处理决定数量 44'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', { facts: [{ subject: 'penalties', value: 40, precision: 'atLeast' }] }),
      code: 'approximate',
    },
  ],
});
