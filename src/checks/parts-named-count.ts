import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { quote, sentencesWith } from './text-of.ts';

/** The six parts however they are named in a list; a “、” inside a part's name is none of its own. */
const parts = [
  /总体情况|概述|概况/,
  /主动公开(政府信息)?/,
  /收到和处理|依申请公开|申请情况/,
  /行政复议|行政诉讼/,
  /存在的?(主要)?问题/,
  /其他需要(报告)?的?事项/,
];
const counted = /(?<count>[三四五六七八3-8])(?:个|大)?(?:部分|方面)/;
const digits = '三四五六七八';

export default defineCheck({
  id: 'parts-named-count',
  title: { zh: '部分数与列举不符', en: 'Parts named' },
  severity: 'note',
  tags: ['wording'],
  docs: {
    zh: '说“由几部分组成”，列出的部分数却不同。报告应有六个部分。多半是漏写一项或数错。只提示文字，不影响读数。列举以“等”结尾的、只说数不列举的不提示。',
    en: 'The text says of how many parts the report consists and lists another number of them. A report has six parts. Mostly one was left out of the list, or the count is off. Lists that end in “and others”, and counts without a list, are not mentioned.',
  },
  *run({ report }) {
    for (const sentence of sentencesWith(report, counted)) {
      const said = counted.exec(sentence.text)!.groups!.count!;
      if (/等.{0,8}(部分|方面)/.test(sentence.text)) continue;
      const named = parts.filter((part) => part.test(sentence.text)).length;
      const count = digits.includes(said) ? digits.indexOf(said) + 3 : Number(said);
      if (named < 3 || named === count) continue;
      yield {
        cells: [],
        slot: 'parts',
        message: {
          zh: `写“${said}部分”，列出 ${named} 项`,
          en: `It says ${count} parts and lists ${named}`,
        },
        evidence: [quote(sentence)],
      };
      return;
    }
  },
  valid: () => [
    example('2021'),
    example('2021', {
      preamble:
        '报告由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项六部分组成。',
    }),
    example('2021', { preamble: '主要从总体情况、主动公开、申请情况等六个方面报告。' }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        preamble:
          '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在问题及改进情况、其他需要报告的事项六部分组成。',
      }),
      says: ['写“六部分”，列出 5 项'],
    },
  ],
});
