import type { Words } from '../errors.ts';
import { tableIds } from '../report/forms/index.ts';
import { tableName } from '../report/names.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { cut } from './wording.ts';

const extra = (label: string, tokens: string[]) => {
  const { report } = example('2021');
  const table = report.tables.disclosures!;
  const rows = [...table.rows, { id: null, label, tokens, place: { line: 69 } }];
  return example('2021', { report: { tables: { ...report.tables, disclosures: { ...table, rows } } } });
};

const compared = () => {
  const { report } = example('2021');
  const ofOtherYears = [{ text: '2021年度行政复议、行政诉讼情况（对比）', place: { line: 90 } }];
  return example('2021', {
    report: { tables: { ...report.tables, disputes: { ...report.tables.disputes!, ofOtherYears } } },
  });
};

export default defineCheck({
  id: 'row-unknown',
  title: { zh: '表外行', en: 'Row outside the form' },
  severity: 'note',
  tags: ['form'],
  docs: {
    zh: '表里有一行带数字，却不是表式里的行。多为地方加列的项目。该行原样保留，不对应任何一格，也不计入合计。重复的表头和没有数字的分组行不提示。为对比另附的往年表格也在这里说明，其中的数不读入。',
    en: 'A row with numbers is none of the form. Mostly a local addition. It is kept as printed, belongs to no cell and counts in no sum. Repeated heads and groups without numbers are not mentioned. A table of another year, printed for comparison, is told of here too; its numbers are not read.',
  },
  *run({ report }) {
    const found: Words[] = [report.tables.disclosures, report.tables.applications].flatMap((table) =>
      (table?.rows ?? [])
        .filter(
          ({ id, label, tokens }) =>
            id === null && /\p{Script=Han}{2}/u.test(label) && tokens.some((token) => /\d/.test(token)),
        )
        .map(({ label, tokens }) => ({
          zh: `“${label.slice(0, 30)}”${tokens.filter(Boolean).join('、')}`,
          en: `“${label.slice(0, 30)}” ${tokens.filter(Boolean).join(', ')}`,
        })),
    );
    if (found.length) {
      const { zh, en } = cut(found, '；');
      yield { cells: [], slot: 'rows', message: { zh: `表式以外的行：${zh}`, en: `Rows outside the form: ${en}` } };
    }
    for (const table of tableIds) {
      const others = report.tables[table]?.ofOtherYears ?? [];
      if (!others.length) continue;
      const said = others.map(({ text }) => `“${text.slice(0, 40)}”`);
      const { zh, en } = tableName(table);
      yield {
        cells: [],
        slot: `${table}.otherYears`,
        message: {
          zh: `${zh}另附其他年度的表，未读入：${said.join('、')}`,
          en: `${en} is printed of other years too, which were not read: ${said.join(', ')}`,
        },
        evidence: others.map(({ text, place }) => ({ kind: 'quote', text, section: table, place })),
      };
    }
  },
  valid: () => [example('2021'), extra('信息内容', ['本年制发件数'])],
  invalid: () => [
    {
      subject: extra('其他主动公开文件', ['186', '86', '255', '']),
      says: ['表式以外的行：“其他主动公开文件”186、86、255'],
    },
    {
      subject: compared(),
      says: ['表四另附其他年度的表，未读入：“2021年度行政复议、行政诉讼情况（对比）”'],
    },
  ],
});
