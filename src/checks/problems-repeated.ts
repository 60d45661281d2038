import { likeness } from '../report/likeness.ts';
import { defineCheck } from './define-check.ts';
import { example, lastYears } from './example.ts';
import { lastYear } from './others/last-year.ts';
import { textOf } from './text-of.ts';

const sentences = (text: string): string[] =>
  text
    .split(/[。；;\n]/)
    .map((sentence) => sentence.replace(/20\d\d年?度?|[一二三四五六七八九十]是|[\p{P}\s]/gu, ''))
    .filter((sentence) => sentence.length >= 8);

const fresh = {
  text: {
    problems: ['一是人员更换频繁，业务不熟。二是网站栏目需要整合优化。', '将加强培训，梳理栏目并落实责任人员。'],
  },
};

export default defineCheck({
  id: 'problems-repeated',
  title: { zh: '问题年年相同', en: 'Same problems again' },
  severity: 'note',
  tags: ['years', 'text'],
  docs: {
    zh: '第五部分的句子八成以上与上年相同。问题和改进应当逐年有变化。看上年的改进措施是否落实。整段雷同由“与上年雷同”说明；确有长期未解的问题也会如此。',
    en: 'Eight tenths of the sentences of section V are those of last year. Problems and measures should move on. See whether last year’s measures were taken. A wholly copied section is told by another check, and slow problems give the same picture.',
  },
  *run(subject) {
    const previous = lastYear(subject);
    if ('notAssessed' in previous) {
      yield previous;
      return;
    }
    const { report } = subject;
    const [own, theirs] = [report, previous].map((one) => sentences(textOf(one, 'problems')));
    if (!own?.length || !theirs?.length || (likeness(report, previous, 'problems') ?? 0) >= 0.6) return;
    const same = own.filter((sentence) => theirs.includes(sentence)).length;
    if (same / own.length < 0.8) return;
    yield {
      cells: [],
      slot: 'problems.repeated',
      message: {
        zh: `第五部分 ${own.length} 句中有 ${same} 句与 ${previous.year} 年相同`,
        en: `${same} of ${own.length} sentences of section V are those of ${previous.year}`,
      },
    };
  },
  valid: () => [
    example('2021', { ...fresh, subject: lastYears('2021') }),
    example('2021', { text: { problems: null }, subject: lastYears('2021') }),
  ],
  invalid: () => [
    { subject: example('2021', { subject: lastYears('2021') }), says: ['第五部分 2 句中有 2 句与 2020 年相同'] },
  ],
  unassessable: () => [{ subject: example('2021'), code: 'no-previous-year' }],
});
