import { defineCheck } from './define-check.ts';
import { example } from './example.ts';

export default defineCheck({
  id: 'year-missing',
  title: { zh: '未见年度', en: 'Year not found' },
  severity: 'warning',
  tags: ['missing'],
  docs: {
    zh: '标题、统计期限和开头都没有认出报告年度。没有年度就无法入库和比较。看原文后告诉 govinfo 年份。年份单独成行、数字之间有空格的都认得。',
    en: 'Neither title, period nor opening gave the year of the report. Without it the report can be neither filed nor compared. Look at the page and tell govinfo the year. A year on a line of its own, or with spaces between its digits, is recognised.',
  },
  *run({ report }) {
    if (report.year !== null) return;
    const title = report.title ? `，标题为“${report.title}”` : '';
    yield {
      cells: [],
      slot: 'year',
      message: {
        zh: `标题、统计期限和开头均未见报告年度${title}`,
        en: `No report year in title, period or opening${report.title ? `; the title is “${report.title}”` : ''}`,
      },
    };
  },
  valid: () => [example('2021'), example('2019')],
  invalid: () => [
    {
      subject: example('2021', { report: { year: null, title: '示例区卫生健康局政府信息公开工作年度报告' } }),
      says: ['标题、统计期限和开头均未见报告年度，标题为“示例区卫生健康局政府信息公开工作年度报告”'],
    },
  ],
});
