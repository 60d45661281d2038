import { likeness } from '../report/likeness.ts';
import { defineCheck } from './define-check.ts';
import { example, lastYears } from './example.ts';
import { headings } from './heading-not-found.ts';
import { lastYear } from './others/last-year.ts';

/** More than 200 characters in which no run of eight occurs twice. */
const story = (start: number) =>
  Array.from({ length: 130 }, (_, at) => String.fromCodePoint(0x4e00 + start + at, 0x5e00 + start + 3 * at)).join('');

export default defineCheck({
  id: 'copied-from-last-year',
  title: { zh: '与上年雷同', en: 'Copied from last year' },
  severity: 'warning',
  tags: ['years', 'text'],
  docs: {
    zh: '第一或第五部分有六成以上与上年报告相同。年度报告应写当年的工作，照抄会留下错的年份和数字。对照两年原文。年份、标点和规定的语句不计，200 字以下的部分不比；常年职责的固定写法可能误判。',
    en: 'Six tenths or more of section I or V are the same as last year. A report should tell of its own year, and copied text leaves wrong years and numbers behind. Compare both. Years, punctuation and prescribed sentences do not count, nor sections under 200 characters; standing descriptions of duties may mislead.',
  },
  *run(subject) {
    const previous = lastYear(subject);
    if ('notAssessed' in previous) {
      yield previous;
      return;
    }
    for (const section of ['overview', 'problems'] as const) {
      const share = likeness(subject.report, previous, section);
      if (share === undefined || share < 0.6) continue;
      const percent = Math.round(share * 100);
      yield {
        cells: [],
        slot: `${section}.copied`,
        message: {
          zh: `“${headings[section].zh}”有 ${percent}% 的文字与 ${previous.year} 年报告相同`,
          en: `${percent}% of section ${headings[section].en} is the same as in the report of ${previous.year}`,
        },
      };
    }
  },
  valid: () => [
    example('2021', { subject: lastYears('2021') }),
    example('2021', {
      text: { overview: story(0) },
      subject: lastYears('2021', { text: { overview: story(5000) } }),
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        text: { overview: `2021年，${story(0)}` },
        subject: lastYears('2021', { text: { overview: `2020年，${story(0)}` } }),
      }),
      says: ['“一、总体情况”有 100% 的文字与 2020 年报告相同'],
    },
  ],
  unassessable: () => [{ subject: example('2021'), code: 'no-previous-year' }],
});
