import { defineCheck, notAssessed } from './define-check.ts';
import { everyCell, example } from './example.ts';
import { quoteOf } from './narrative/against.ts';
import { rowQuantity, total } from './narrative/quantity.ts';

export default defineCheck({
  id: 'fee-without-requests',
  title: { zh: '收费而无申请', en: 'Fee without requests' },
  severity: 'warning',
  tags: ['text'],
  form: '2021',
  docs: {
    zh: '正文写收取了信息处理费，表三就应有本年新收或上年结转的申请。信息处理费只对申请收取。对照原文，看是金额还是表格写错。收取的是上年申请的费用时，上年结转会有数。',
    en: 'Where an information fee was charged, table 3 has requests received or carried in. The fee is charged on requests alone. Look up whether the amount or the table is wrong. A fee on a request of last year shows in those carried in.',
  },
  *run({ report }) {
    const charged = report.facts.filter(
      ({ subject, value, partOf }) => subject === 'informationFee' && (value ?? 0) > 0 && partOf === undefined,
    );
    const [fact] = charged;
    if (!fact) return;
    const requests = total([rowQuantity(report, 'received'), rowQuantity(report, 'carriedIn')]);
    if (requests.value === null) {
      yield notAssessed('absent', '表三的申请件数未见', 'The counts of requests in table 3 were not found');
      return;
    }
    if (requests.value > 0 || requests.atLeast) return;
    yield {
      cells: requests.cells,
      slot: `${fact.section}.informationFee`,
      message: {
        zh: `正文写收取信息处理费 ${fact.value} ${fact.unit}，表三没有收到或结转的申请`,
        en: `The text says an information fee of ${fact.value} ${fact.unit} was charged; table 3 has no request received or carried in`,
      },
      evidence: charged.map(quoteOf),
    };
  },
  valid: () => [
    example('2021', { facts: [{ subject: 'informationFee', value: 3940, unit: '元' }] }),
    // nothing charged, nothing received
    example('2021', {
      cells: everyCell('2021', 'applications', 0),
      facts: [{ subject: 'informationFee', value: 0, unit: '元' }],
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        cells: everyCell('2021', 'applications', 0),
        facts: [{ subject: 'informationFee', value: 420, unit: '元' }],
      }),
      says: ['正文写收取信息处理费 420 元，表三没有收到或结转的申请'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        cells: everyCell('2021', 'applications', null),
        facts: [{ subject: 'informationFee', value: 420, unit: '元' }],
      }),
      code: 'absent',
    },
  ],
});
