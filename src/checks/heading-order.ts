import type { Words } from '../errors.ts';
import { tableIds } from '../report/forms/index.ts';
import { tableName } from '../report/names.ts';
import { type Place, sectionIds } from '../report/report.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { headings } from './heading-not-found.ts';
import { sectionOf } from './text-of.ts';
import { joined } from './wording.ts';

const numerals = ['一', '二', '三', '四', '五', '六'];

const renumbered = (numeral: string) =>
  example('2021', {
    report: {
      sections: example('2021').report.sections.map((section) =>
        section.id === 'problems' ? { ...section, numeral } : section,
      ),
    },
  });

/** Whether one thing stands clearly behind another: on a later page or, where lines are counted, on a later line. */
function comesAfter(one: Place | undefined, other: Place | undefined): boolean {
  if (!one || !other) return false;
  if (one.page !== undefined && other.page !== undefined && one.page !== other.page) return one.page > other.page;
  return one.line !== undefined && other.line !== undefined && one.line > other.line;
}

export default defineCheck({
  id: 'heading-order',
  title: { zh: '标题编号或次序', en: 'Heading order' },
  severity: 'note',
  tags: ['form'],
  docs: {
    zh: '六个标题的编号应为一至六，依次出现，并在其表格之前。次序由格式通知规定。内容照常读取，引用时以标题文字为准。没有编号、编号不是汉字数字的不提示；表三里“四、结转下年度”等行不是标题。',
    en: 'The six headings should be numbered one to six, in this order and before their tables. The notice on the format sets the order. The content is read all the same; quote by the words of the heading. Headings without a Chinese numeral are not mentioned, and rows of table 3 are no headings.',
  },
  *run({ report }) {
    const odd = report.sections.filter(
      ({ id, numeral }) =>
        numeral !== null && numerals.includes(numeral) && numeral !== numerals[sectionIds.indexOf(id)],
    );
    const order = report.sections.map(({ id }) => sectionIds.indexOf(id));
    const swapped = order.some((place, index) => index > 0 && place < order[index - 1]!);
    const behind = tableIds.filter((table) => comesAfter(sectionOf(report, table)?.place, report.tables[table]?.place));
    if (!odd.length && !swapped && !behind.length) return;
    const said: Words[] = odd.map(({ id, numeral }) => ({
      zh: `“${headings[id].zh}”编为“${numeral}”`,
      en: `${headings[id].en} is numbered ${numeral}`,
    }));
    if (swapped) said.push({ zh: '前后次序与格式不同', en: 'the order differs from the form' });
    for (const table of swapped ? [] : behind)
      said.push({
        zh: `“${headings[table].zh}”印在${tableName(table).zh}之后`,
        en: `${headings[table].en} is printed after its table`,
      });
    yield { cells: [], slot: 'headings', message: joined(said), lines: [] };
  },
  valid: () => [example('2021'), renumbered('5')],
  invalid: () => [
    { subject: renumbered('四'), says: ['“五、存在的主要问题及改进情况”编为“四”'] },
    {
      subject: example('2021', { report: { sections: example('2021').report.sections.toReversed() } }),
      says: ['前后次序与格式不同'],
    },
    {
      subject: example('2021', {
        report: {
          tables: {
            ...example('2021').report.tables,
            disclosures: { ...example('2021').report.tables.disclosures!, place: { line: 20 } },
          },
        },
      }),
      says: ['“二、主动公开政府信息情况”印在表二之后'],
    },
  ],
});
