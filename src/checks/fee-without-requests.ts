import type { Report } from '../report/report.ts';
import { numberAt } from './cells/values.ts';
import { defineCheck, notAssessed, type Raised } from './define-check.ts';
import { everyCell, example, row } from './example.ts';
import { quoteOf } from './narrative/against.ts';
import { ownFacts } from './narrative/facts-of.ts';
import { rowQuantity, total } from './narrative/quantity.ts';
import { quote, sentencesWith, wholeText } from './text-of.ts';

/** Says that no fee arose at all; 未收取 alone says only that none was paid. */
const noFee =
  /(?:未发生|不存在|未产生|没有发生|没有产生|暂未开展|无)[^。；]{0,20}(?:信息处理费|信息公开(?:处理)?费|收费)/;
const notice = /收费通知|缴费|缴纳费用|催缴/;
const unpaid = 'applications.other.unpaid.total' as const;

/** Requests dropped over an unpaid fee, in a report that knows of no fee. */
function* unpaidWithoutNotice(report: Report): Iterable<Raised> {
  const count = numberAt(report, unpaid) ?? 0;
  if (count === 0 || notice.test(wholeText(report))) return;
  const [sentence] = sentencesWith(report, noFee);
  if (!sentence) return;
  yield {
    cells: [unpaid],
    slot: 'other.unpaid',
    message: {
      zh: `表三有 ${count} 件因逾期未缴费不再处理，正文却写没有发生收费：${sentence.printed.slice(0, 60)}`,
      en: `Table 3 has ${count} dropped over an unpaid fee, yet the text knows of no fee: ${sentence.printed.slice(0, 60)}`,
    },
    evidence: [quote(sentence)],
  };
}

const dropped = row('other.unpaid', 1, 0, 0, 0, 0, 0, 1);

export default defineCheck({
  id: 'fee-without-requests',
  title: { zh: '收费而无申请', en: 'Fee without requests' },
  severity: 'warning',
  tags: ['text'],
  form: '2021',
  docs: {
    zh: '正文写收取了信息处理费，表三就应有本年新收或上年结转的申请；表三有因逾期未缴费而不再处理的申请，正文就不应写没有发生收费。信息处理费只对申请收取，先有收费通知才有逾期。对照原文，看是金额还是表格写错。收取的是上年申请的费用，或只写未收取费用的，不提示。',
    en: 'Where an information fee was charged, table 3 has requests received or carried in; where requests were dropped because a fee was not paid, the text cannot say that there was no fee. The fee is charged on requests alone, and a notice comes before its term runs out. Look up whether the text or the table is wrong. A fee on a request of last year, or a text that says only that none was collected, is fine.',
  },
  *run({ report }) {
    const charged = ownFacts(report, 'informationFee').filter(
      ({ value, partOf }) => (value ?? 0) > 0 && partOf === undefined,
    );
    const [fact] = charged;
    if (!fact) {
      yield* unpaidWithoutNotice(report);
      return;
    }
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
    // a fee was asked for and not paid: none was collected
    example('2021', { cells: dropped, text: { other: '本年度未收取信息处理费。' } }),
    // nothing charged, nothing received
    example('2021', {
      cells: everyCell('2021', 'applications', 0),
      facts: [{ subject: 'informationFee', value: 0, unit: '元' }],
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: dropped, text: { other: '本年度未发生信息公开收费事项。' } }),
      says: ['表三有 1 件因逾期未缴费不再处理，正文却写没有发生收费：本年度未发生信息公开收费事项。'],
    },
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
