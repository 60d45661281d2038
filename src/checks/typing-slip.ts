import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { quote, sentencesWith } from './text-of.ts';

/** Slips that are never meant: words doubled or cut short. 市政府政府信息, 公开公开栏, 目的的 and 女性性别 are no slips. */
const slips =
  /将政信息公开|信息信息(?!化|量|员|源|网|中心|系统|管理|发布|报送|数)|申请申请(?!人|表|书|公开|内容|事项)|(?<![目有])的的(?!确|士)|了了(?!解)|(?<![女男异两同])性性(?![别质能格价状命情])|(?<!电子)政务政务/;

export default defineCheck({
  id: 'typing-slip',
  title: { zh: '用词疑误', en: 'Slips' },
  severity: 'note',
  tags: ['wording'],
  docs: {
    zh: '正文里有重复或缺字的词。名单很短，只收肯定是笔误的。可提醒机关改正，不影响读数。表内行标题的笔误由另一项检查提示。',
    en: 'A word in the text is doubled or lacks a character. The list is short and holds sure slips only. Tell the bureau; no number is affected. Slips in row labels belong to another check.',
  },
  *run({ report }) {
    const found = sentencesWith(report, slips);
    if (!found.length) return;
    const said = [...new Set(found.map(({ text }) => `“${slips.exec(text)![0]}”`))].join('、');
    yield {
      cells: [],
      slot: 'slips',
      message: { zh: `用词疑误：${said}`, en: `Likely slips: ${said}` },
      evidence: found.slice(0, 3).map(quote),
    };
  },
  valid: () => [
    example('2021'),
    example('2021', { text: { problems: '区政府信息公开的确还有不足；理由大量相似。将改进。' } }),
    example('2021', {
      text: {
        problems:
          '市政府政府信息公开公开栏、电子政务政务外网以便民为目的的做法，信息信息化不足，女性性别统计。将改进。',
      },
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', { text: { problems: '将政信息公开纳入考核，改进的的做法。' } }),
      says: ['用词疑误：“将政信息公开”'],
    },
    {
      subject: example('2021', { text: { problems: '信息信息公开不够。今后改进。' } }),
      says: ['用词疑误：“信息信息”'],
    },
  ],
});
