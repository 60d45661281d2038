import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { quote, sentencesWith } from './text-of.ts';

const template = /(?<![A-Za-z])[XxＸ×]{2,}(?![A-Za-z])|\*{3,}|\{[^}]*\}|某某|20[XxＸ×]{2}|[_＿]{3,}/;

export default defineCheck({
  id: 'placeholder-left',
  title: { zh: '占位符未替换', en: 'Template words left in the text' },
  severity: 'warning',
  tags: ['wording'],
  docs: {
    zh: '正文里还留着模板的占位符（XX、××、***、某某、20XX）。这些位置本应填入名称、数字或年份。请机关补填。引号和书名号里的不提示。',
    en: 'The text still holds template marks where a name, a number or a year belongs. They should have been filled in. Ask the bureau to complete them. Marks inside quotation marks or titles are left alone.',
  },
  *run({ report }) {
    for (const sentence of sentencesWith(report, template)) {
      const text = sentence.text.replace(/《[^》]*》|“[^”]*”|"[^"]*"|(?:https?:|www\.)[!-~]+|[\w.-]+@[\w.-]+/g, '');
      const found = template.exec(text)?.[0];
      if (!found) continue;
      yield {
        cells: [],
        slot: `${sentence.section}.placeholder`,
        message: {
          zh: `正文留有占位符“${found}”：${sentence.printed.slice(0, 60)}`,
          en: `The text still holds the template mark “${found}”: ${sentence.printed.slice(0, 60)}`,
        },
        evidence: [quote(sentence)],
      };
    }
  },
  valid: () => [
    example('2021'),
    example('2021', {
      text: { overview: '举办“XX杯”竞赛，编写《××办事指南》，邮箱xxzx@example.com，网址www.xx.gov.cn。' },
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', { text: { overview: '2021年，XX局主动公开政府信息120条。' } }),
      says: ['正文留有占位符“XX”：2021年，XX局主动公开政府信息120条。'],
    },
  ],
});
