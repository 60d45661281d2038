import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { against } from './narrative/against.ts';
import { wholesOf } from './narrative/facts-of.ts';
import { difference, groupQuantity, rowQuantity } from './narrative/quantity.ts';

const onlyNew = /新收|当年|本年(?:新|收)/;
/** 收到12件，均已答复: of those received, whatever else was concluded. */
const all = /[均皆都]|全部|全都|悉数/;

export default defineCheck({
  id: 'narrative-concluded',
  title: { zh: '办结件数', en: 'Requests concluded in the text' },
  severity: 'warning',
  tags: ['text'],
  docs: {
    zh: '正文写的办结、答复件数，应是表三（七）总计；答复可以不含其他处理，写明当年新收的可以不含上年结转，写均已答复的可以只是本年新收。同一件事在正文和表里只有一个数。对照原文，看哪一处写错。收到 19 件、其中 11 件办结，说的是一部分，不比较；热线和提案的办结数也不比较。',
    en: 'Requests concluded or answered by the text are those concluded in table 3; answered ones may leave out other outcomes, new ones those carried in, and all answered may speak of those received. One thing has one number in one report. Look up which of the two is wrong. A part of those received, and hotline cases or proposals, are other numbers and are not compared.',
  },
  *run({ report }) {
    yield* against(report, wholesOf(report, 'concluded', 'answered'), (fact, tables) => {
      const concluded = rowQuantity(tables, 'concluded');
      return [
        concluded,
        ...(onlyNew.test(fact.sentence) ? [difference(concluded, rowQuantity(tables, 'carriedIn'))] : []),
        ...(all.test(fact.sentence) ? [rowQuantity(tables, 'received')] : []),
        ...(fact.subject === 'answered' ? [difference(concluded, groupQuantity(tables, 'other'))] : []),
      ].filter(({ value }, index) => index === 0 || value !== null);
    });
  },
  valid: () => [
    example('2021', { facts: [{ subject: 'concluded', value: 12 }] }),
    example('2019', { facts: [{ subject: 'concluded', value: 11, sentence: '办结当年新收申请11件。' }] }),
    // all of those received were answered, and one carried in besides
    example('2021', {
      cells: { 'applications.concluded.total': 13 },
      facts: [{ subject: 'answered', value: 12, sentence: '收到申请12件，均已答复12件。' }],
    }),
    // 12 received, of which 8 are concluded so far: a part
    example('2021', {
      facts: [
        { subject: 'received', value: 12 },
        { subject: 'concluded', value: 8, partOf: 0 },
      ],
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', { facts: [{ subject: 'concluded', value: 11 }] }),
      says: ['正文写办结申请 11 件，表中「（七）总计」 12'],
    },
    {
      subject: example('2021', {
        cells: { 'applications.other.other.person': 1, 'applications.other.other.total': 1 },
        facts: [{ subject: 'answered', value: 10 }],
      }),
      says: ['正文写答复申请 10 件，表中「（七）总计」 12、「（七）总计」－「其他处理」各项 11'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', { facts: [{ subject: 'concluded', value: 12, precision: 'about' }] }),
      code: 'approximate',
    },
  ],
});
