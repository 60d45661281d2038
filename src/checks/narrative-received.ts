import { defineCheck } from './define-check.ts';
import { example, row } from './example.ts';
import { against } from './narrative/against.ts';
import { wholesOf } from './narrative/facts-of.ts';
import { rowQuantity, total } from './narrative/quantity.ts';

export default defineCheck({
  id: 'narrative-received',
  title: { zh: '收到件数', en: 'Requests received in the text' },
  severity: 'warning',
  tags: ['text'],
  docs: {
    zh: '正文写的收到、受理、办理申请件数，应是表三本年新收，或加上上年结转；写收办、办理的也可以是（七）总计。同一件事在正文和表里只有一个数。对照原文，看是正文还是表格写错，或说明范围不同。投诉、热线、行政许可申请不是政府信息公开申请，部门报告里写政府、上下级或全区的数，也都不比较。',
    en: 'Requests received or handled by the text are those received in table 3, with or without those carried in; for handled ones the concluded count will do too. One thing has one number in one report. Look up whether text or table is wrong, or whether they speak of different bodies. Complaints, hotlines and licence applications are other things and are not compared; nor is what a bureau says of its government or of others.',
  },
  *run({ report }) {
    const facts = wholesOf(report, 'received', 'receivedAndCarried', 'handled').filter(({ value }) => value !== 0);
    yield* against(report, facts, (fact, tables) => {
      const received = rowQuantity(tables, 'received');
      if (fact.withCarriedIn === false) return [received];
      const both = total([received, rowQuantity(tables, 'carriedIn')]);
      return fact.subject === 'received' ? [received, both] : [received, both, rowQuantity(tables, 'concluded')];
    });
  },
  valid: () => [
    example('2021', { facts: [{ subject: 'received', value: 12 }] }),
    // taken in, with the case carried over from last year
    example('2019', { facts: [{ subject: 'receivedAndCarried', value: 13 }] }),
    // of the whole city, its own part told behind
    example('2021', {
      facts: [
        { subject: 'received', value: 356, scope: '全市', parts: 'plain' },
        { subject: 'received', value: 12, scope: '全市', of: '市政府本级收到', partOf: 0 },
      ],
    }),
    // fewer were taken on than came
    example('2021', {
      facts: [
        { subject: 'received', value: 12, sentence: '收到申请12件，审查后受理10件。' },
        { subject: 'received', value: 10, sentence: '收到申请12件，审查后受理10件。' },
      ],
    }),
    // complaints by the hotline are no requests
    example('2021', { facts: [{ subject: 'complaints', value: 530, of: '热线受理投诉' }] }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        facts: [{ subject: 'received', value: 15, sentence: '全年收到政府信息公开申请15件。' }],
      }),
      says: ['正文写收到申请 15 件，表中「本年新收」 12、「本年新收」＋「上年结转」 13'],
    },
    {
      subject: example('2019', { facts: [{ subject: 'received', value: 13, withCarriedIn: false }] }),
      says: ['正文写收到申请 13 件，表中「本年新收」 12'],
    },
    {
      subject: example('2021', {
        report: { bureau: '示例市人民政府' },
        facts: [{ subject: 'handled', value: 20, scope: '全市' }],
      }),
      says: [
        '正文写办理申请 20 件，表中「本年新收」 12、「本年新收」＋「上年结转」 13、「（七）总计」 12；句中说的是全市',
      ],
    },
  ],
  unassessable: () => [
    // of all bodies in the place, in a bureau's report
    { subject: example('2021', { facts: [{ subject: 'received', value: 120, scope: '全区' }] }), code: 'scope' },
    {
      subject: example('2021', { facts: [{ subject: 'received', value: 10, precision: 'atLeast' }] }),
      code: 'approximate',
    },
    {
      subject: example('2021', {
        cells: row('received', 5, '', '', '', '', '', ''),
        facts: [{ subject: 'received', value: 7 }],
      }),
      code: 'blank-open',
    },
  ],
});
