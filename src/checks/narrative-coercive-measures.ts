import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { against } from './narrative/against.ts';
import { wholesOf } from './narrative/facts-of.ts';
import { cellQuantity } from './narrative/quantity.ts';

export default defineCheck({
  id: 'narrative-coercive-measures',
  title: { zh: '强制件数', en: 'Coercive measures in the text' },
  severity: 'warning',
  tags: ['text'],
  within: 'disclosures-all-zero',
  docs: {
    zh: '正文写实施行政强制若干件，应是表二行政强制的处理决定数量；写未实施的，应是 0。同一件事在正文和表里只有一个数。对照原文，看哪一处写错。只说一种强制措施的不比较。',
    en: 'Coercive measures by the text are the decisions in table 2; none means 0. One thing has one number in one report. Look up which of the two is wrong. One kind of measure alone is not compared.',
  },
  *run({ report }) {
    yield* against(report, wholesOf(report, 'coerciveMeasures'), (_, tables) => [
      cellQuantity(tables, 'disclosures.coerciveMeasures.decisions'),
    ]);
  },
  valid: () => [
    example('2021', { facts: [{ subject: 'coerciveMeasures', value: 3 }] }),
    // one kind of measure only
    example('2019', { facts: [{ subject: 'coerciveMeasures', value: 1, of: '查封行政强制措施' }] }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        facts: [{ subject: 'coerciveMeasures', value: 0, sentence: '未作出行政强制决定。' }],
      }),
      says: ['正文写行政强制 0 件，表中「行政强制」处理决定数量 3'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        cells: { 'disclosures.coerciveMeasures.decisions': '' },
        facts: [{ subject: 'coerciveMeasures', value: 3 }],
      }),
      code: 'absent',
    },
  ],
});
