import { defineCheck } from './define-check.ts';
import { example } from './example.ts';

export default defineCheck({
  id: 'period-missing',
  title: { zh: '未写统计期限', en: 'Period missing' },
  severity: 'note',
  tags: ['missing'],
  docs: {
    zh: '全文未见“1月1日至12月31日”的统计期限。写明期限是通行做法，便于确认年度。可建议机关下次写明。不少模板本来就不写，所以只是提示。',
    en: 'The report nowhere gives its period from 1 January to 31 December. Stating it is good practice and confirms the year. Suggest it for next time. Many templates leave it out, hence only a note.',
  },
  *run({ report }) {
    if (report.period) return;
    yield {
      cells: [],
      slot: 'period',
      message: {
        zh: '全文未写明统计期限（1月1日至12月31日）',
        en: 'The period (1 January to 31 December) is not stated',
      },
    };
  },
  valid: () => [example('2021'), example('2019')],
  invalid: () => [
    { subject: example('2021', { report: { period: null } }), says: ['全文未写明统计期限（1月1日至12月31日）'] },
  ],
});
