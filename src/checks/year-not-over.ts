import { defineCheck, notAssessed } from './define-check.ts';
import { example } from './example.ts';

export default defineCheck({
  id: 'year-not-over',
  title: { zh: '年度未结束', en: 'Year not over' },
  severity: 'error',
  tags: ['wording'],
  docs: {
    zh: '报告的发布日期或收到日期早于该年度结束。年度报告报的是全年。核对年度是否写错，或是否为半年小结。日期不明时不判断。',
    en: 'The report was published or came in before its year was over. An annual report covers the whole year. Check whether the year is wrong or this is a half-year summary. Undecided without a date.',
  },
  *run({ report, arrivedOn }) {
    const { year, publishedOn } = report;
    if (year === null) return;
    const day = publishedOn ?? arrivedOn;
    if (!day) {
      yield notAssessed(
        'no-publication-date',
        '发布日期和收到日期均不明',
        'Neither the day of publication nor of arrival is known',
      );
      return;
    }
    if (day > `${year}-12-31`) return;
    yield {
      cells: [],
      slot: 'year',
      message: {
        zh: `${publishedOn ? '发布' : '收到'}日期 ${day} 早于 ${year} 年度结束（${year}-12-31）`,
        en: `${publishedOn ? 'Published' : 'Received'} on ${day}, before the end of ${year}`,
      },
    };
  },
  valid: () => [
    example('2021'),
    example('2019', { report: { publishedOn: null }, subject: { arrivedOn: '2026-11-22' } }),
  ],
  invalid: () => [
    {
      subject: example('2021', { report: { publishedOn: '2021-07-05' } }),
      says: ['发布日期 2021-07-05 早于 2021 年度结束（2021-12-31）'],
    },
    {
      subject: example('2021', { report: { year: 2026, publishedOn: null }, subject: { arrivedOn: '2026-11-22' } }),
      says: ['收到日期 2026-11-22 早于 2026 年度结束（2026-12-31）'],
    },
  ],
  unassessable: () => [{ subject: example('2021', { report: { publishedOn: null } }), code: 'no-publication-date' }],
});
