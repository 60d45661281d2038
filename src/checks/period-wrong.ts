import { defineCheck, notAssessed } from './define-check.ts';
import { example } from './example.ts';
import { wholeText } from './text-of.ts';

const identity = example('2021').report.identity;

export default defineCheck({
  id: 'period-wrong',
  title: { zh: '统计期限不符', en: 'Wrong period' },
  severity: 'error',
  tags: ['wording'],
  docs: {
    zh: '写明的统计期限不是报告年度的1月1日至12月31日。年度报告报告一个自然年。对照原文，看是写错还是沿用了上年文字。当年新组建或撤并的机关、转换时丢了数字的日期不判断。',
    en: 'The period stated is not 1 January to 31 December of the report year. An annual report covers one calendar year. Look up whether it is a slip or left over from last year. Bodies founded, merged or dissolved during the year and dates whose digits were lost are left undecided.',
  },
  *run({ report }) {
    const { period, year } = report;
    if (!period) return;
    if (report.identity.period?.confidence === 'doubtful') {
      yield notAssessed('unreadable', '统计期限的日期读不完整', 'The dates of the period could not be read in full');
      return;
    }
    const due = year ?? Number(period.from.slice(0, 4));
    const expected = { from: `${due}-01-01`, to: `${due}-12-31` };
    if (period.from === expected.from && period.to === expected.to) return;
    if (period.to === expected.to && period.from > expected.from && /成立|组建|挂牌|新设/.test(wholeText(report))) {
      yield notAssessed('scope', '机关可能在年内组建', 'The body may have been founded during the year');
      return;
    }
    if (
      period.from === expected.from &&
      period.to < expected.to &&
      /撤销|撤并|合并|划转|并入|终止/.test(wholeText(report))
    ) {
      yield notAssessed('scope', '机关可能在年内撤并', 'The body may have been merged or dissolved during the year');
      return;
    }
    const evidence = report.identity.period;
    yield {
      cells: [],
      slot: 'period',
      message: {
        zh: `统计期限写作 ${period.from} 至 ${period.to}，应为 ${expected.from} 至 ${expected.to}`,
        en: `The period is given as ${period.from} to ${period.to}; ${expected.from} to ${expected.to} is expected`,
      },
      evidence: evidence?.place
        ? [{ kind: 'quote', text: evidence.quote, section: 'preamble', place: evidence.place }]
        : [],
    };
  },
  valid: () => [
    example('2021'),
    example('2019', { report: { year: null } }),
    // no period at all is another check's matter
    example('2021', { report: { period: null } }),
  ],
  invalid: () => [
    {
      subject: example('2021', { report: { period: { from: '2020-01-01', to: '2020-12-31' } } }),
      says: ['统计期限写作 2020-01-01 至 2020-12-31，应为 2021-01-01 至 2021-12-31'],
    },
    {
      subject: example('2021', { report: { period: { from: '2021-01-01', to: '2021-11-30' } } }),
      says: ['统计期限写作 2021-01-01 至 2021-11-30，应为 2021-01-01 至 2021-12-31'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        report: {
          period: { from: '2021-01-01', to: '2021-01-31' },
          identity: { ...identity, period: { from: 'preamble', quote: '202111日至1231日', confidence: 'doubtful' } },
        },
      }),
      code: 'unreadable',
    },
    {
      subject: example('2021', {
        preamble: '我局于2021年3月组建。',
        report: { period: { from: '2021-03-15', to: '2021-12-31' } },
      }),
      code: 'scope',
    },
    {
      subject: example('2021', {
        preamble: '2021年10月，我局职责并入示例区应急管理局。',
        report: { period: { from: '2021-01-01', to: '2021-10-31' } },
      }),
      code: 'scope',
    },
  ],
});
