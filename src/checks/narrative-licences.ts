import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { against } from './narrative/against.ts';
import { wholesOf } from './narrative/facts-of.ts';
import { cellQuantity } from './narrative/quantity.ts';

export default defineCheck({
  id: 'narrative-licences',
  title: { zh: '许可件数', en: 'Licences in the text' },
  severity: 'warning',
  tags: ['text'],
  within: 'disclosures-all-zero',
  docs: {
    zh: '正文写办理、作出行政许可若干件，应是表二行政许可的处理决定数量。同一件事在正文和表里只有一个数。对照原文，看哪一处写错。只说一种许可的、公开许可信息若干条的，不是全部决定数，不比较。',
    en: 'Licences granted or handled by the text are the decisions in table 2. One thing has one number in one report. Look up which of the two is wrong. One kind of licence, or published notices of licences, are other numbers and are not compared.',
  },
  *run({ report }) {
    yield* against(report, wholesOf(report, 'licences'), (_, tables) => [
      cellQuantity(tables, 'disclosures.licences.decisions'),
    ]);
  },
  valid: () => [
    example('2021', { facts: [{ subject: 'licences', value: 210 }] }),
    // one kind of licence only
    example('2019', { facts: [{ subject: 'licences', value: 30, of: '公共场所卫生行政许可' }] }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        facts: [{ subject: 'licences', value: 1344, sentence: '共办理行政许可事项1344件。' }],
      }),
      says: ['正文写行政许可 1344 件，表中「行政许可」处理决定数量 210'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        cells: { 'disclosures.licences.decisions': '/' },
        facts: [{ subject: 'licences', value: 210 }],
      }),
      code: 'absent',
    },
  ],
});
