import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { plain, preambleOf } from './text-of.ts';

export default defineCheck({
  id: 'title-without-year',
  title: { zh: '标题无年度', en: 'Title without year' },
  severity: 'note',
  tags: ['wording'],
  docs: {
    zh: '标题没有写年度，年度是从统计期限或正文得知的。标题写明年度便于查找。可建议机关补上。标题断成两行、年度在另一行的不提示。',
    en: 'The title does not name the year; it was taken from the period or the text. A year in the title makes the report easy to find. Suggest adding it. A title broken over two lines, with the year on the other one, is fine.',
  },
  *run({ report }) {
    const { title, year } = report;
    if (!title || year === null || /\d{4}|二[〇○零]/.test(plain(title))) return;
    if (preambleOf(report).slice(0, 120).includes(`${year}年`)) return;
    yield {
      cells: [],
      slot: 'title',
      message: {
        zh: `标题“${title}”未写年度，按期限或正文定为 ${year}`,
        en: `The title “${title}” names no year; ${year} was taken from the period or the text`,
      },
    };
  },
  valid: () => [
    example('2021'),
    example('2021', { preamble: ['2021年度', '政府信息公开工作报告'], report: { title: '政府信息公开工作报告' } }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        preamble: '本报告依据条例编制。',
        report: { title: '示例局政府信息公开工作年度报告' },
      }),
      says: ['标题“示例局政府信息公开工作年度报告”未写年度，按期限或正文定为 2021'],
    },
  ],
});
