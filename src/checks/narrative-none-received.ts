import { defineCheck } from './define-check.ts';
import { everyCell, example, row } from './example.ts';
import { against } from './narrative/against.ts';
import { wholesOf } from './narrative/facts-of.ts';
import { rowQuantity } from './narrative/quantity.ts';

export default defineCheck({
  id: 'narrative-none-received',
  title: { zh: '未收到申请', en: 'None received in the text' },
  severity: 'warning',
  tags: ['text'],
  docs: {
    zh: '正文写未收到政府信息公开申请，表三本年新收就应是 0。同一件事在正文和表里应当一致。对照原文，看是沿用了往年文字还是表格填错。未收到行政许可申请、未收到行政复议、无“不予公开”的信息，说的都不是申请件数，不比较。',
    en: 'A text that says no request was received goes with 0 received in table 3. One thing has one number in one report. Look up whether the words are left over from another year or the table is wrong. No licence applications, no disputes, or nothing denied are other statements and are not compared.',
  },
  *run({ report }) {
    const facts = wholesOf(report, 'received').filter(({ value }) => value === 0);
    yield* against(report, facts, (_, tables) => [rowQuantity(tables, 'received')]);
  },
  valid: () => [
    example('2021', { cells: everyCell('2021', 'applications', 0), facts: [{ subject: 'received', value: 0 }] }),
    // no disputes says nothing of requests
    example('2021', { facts: [{ subject: 'reconsiderations', value: 0 }] }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        facts: [{ subject: 'received', value: 0, sentence: '本机关未收到政府信息公开申请。' }],
      }),
      says: ['正文写收到申请 0 件，表中「本年新收」 12'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        cells: row('received', null, null, null, null, null, null, null),
        facts: [{ subject: 'received', value: 0 }],
      }),
      code: 'absent',
    },
  ],
});
