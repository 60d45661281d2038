import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { quote, sentencesOf } from './text-of.ts';

/** Slips that are never meant: words doubled or cut short. 理由大量 and 区政府信息 are no slips. */
const slips = /将政信息公开|信息信息|政府政府|公开公开|申请申请|的的(?!确|士)|了了(?!解)|性性|政务政务/;

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
    const found = sentencesOf(report).flatMap((sentence) => {
      const slip = slips.exec(sentence.text);
      return slip ? [{ sentence, slip: slip[0] }] : [];
    });
    if (!found.length) return;
    const said = [...new Set(found.map(({ slip }) => `“${slip}”`))].join('、');
    yield {
      cells: [],
      slot: 'slips',
      message: { zh: `用词疑误：${said}`, en: `Likely slips: ${said}` },
      evidence: found.slice(0, 3).map(({ sentence }) => quote(sentence)),
    };
  },
  valid: () => [
    example('2021'),
    example('2021', { text: { problems: '区政府信息公开的确还有不足；理由大量相似。将改进。' } }),
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
