import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { plain, textOf } from './text-of.ts';

const numbered = /([一二三四五六七八九十]是|[(（][一二三四五六七八九十]+[)）]|\d+[.、．])$/;

/** Whether every one of these items stands behind a number of a list. */
const listed = (text: string, items: readonly { text: string }[]): boolean =>
  items.every((item) => {
    const at = text.indexOf(plain(item.text).slice(0, 12));
    return at > 0 && numbered.test(text.slice(0, at));
  });

/** Words by which a measure is known, however it is put. */
const planned = /措施|下一步|今后|将|改进|加强|完善|加大|提高|提升|强化|健全|继续|规范|优化|拓宽|推进/;

const problems = (problem: readonly string[], measure: readonly string[], text: string) => {
  const items = (list: readonly string[]) => list.map((item) => ({ text: item, place: { line: 131 } }));
  return example('2021', { text: { problems: text }, report: { problems: items(problem), measures: items(measure) } });
};

export default defineCheck({
  id: 'problems-without-measures',
  title: { zh: '问题多于措施', en: 'Fewer measures' },
  severity: 'note',
  tags: ['text'],
  docs: {
    zh: '第五部分写了问题而没有任何改进措施，或两边都分条列出而措施比问题少。改进情况应回应所列问题。看是否有问题没有对应的措施。任何一边是成段叙述、没有编号的，不比较条数。',
    en: 'Section five tells of problems and of no measure at all, or lists both by number with fewer measures. The measures should answer the problems. See whether a problem is left without one. Where either side is running prose the counts are not compared.',
  },
  *run({ report }) {
    const text = textOf(report, 'problems');
    const { problems, measures } = report;
    if (problems.length && !measures.length && !planned.test(text)) {
      yield {
        cells: [],
        slot: 'problems',
        message: {
          zh: `第五部分写了 ${problems.length} 个问题，没有写改进措施`,
          en: `Section five tells of ${problems.length} problems and of no measure`,
        },
      };
      return;
    }
    if (!measures.length || measures.length >= problems.length) return;
    if (!listed(text, problems) || !listed(text, measures)) return;
    yield {
      cells: [],
      slot: 'problems',
      message: {
        zh: `第五部分列出 ${problems.length} 个问题、${measures.length} 项措施`,
        en: `Section five lists ${problems.length} problems and ${measures.length} measures`,
      },
    };
  },
  valid: () => [
    problems(['公开目录需细化'], [], '问题：公开目录需细化。措施：修订目录。'),
    problems(
      ['更新不及时', '形式单一'],
      ['按月检查', '增加图解'],
      '一是更新不及时；二是形式单一。下一步，一是按月检查；二是增加图解。',
    ),
    // measures in running prose
    problems(['更新不及时', '形式单一'], ['加强培训'], '一是更新不及时；二是形式单一。今后将加强培训。'),
  ],
  invalid: () => [
    {
      subject: problems(['更新不及时', '形式单一'], [], '存在两个问题：更新不及时，形式单一。'),
      says: ['第五部分写了 2 个问题，没有写改进措施'],
    },
    {
      subject: problems(['更新不及时', '形式单一'], ['按月检查'], '一是更新不及时；二是形式单一。改进：一是按月检查。'),
      says: ['第五部分列出 2 个问题、1 项措施'],
    },
  ],
});
