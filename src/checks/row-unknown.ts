import type { Words } from '../errors.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { cut } from './wording.ts';

const extra = (label: string, tokens: string[]) => {
  const { report } = example('2021');
  const table = report.tables.disclosures!;
  const rows = [...table.rows, { id: null, label, tokens, place: { line: 69 } }];
  return example('2021', { report: { tables: { ...report.tables, disclosures: { ...table, rows } } } });
};

export default defineCheck({
  id: 'row-unknown',
  title: { zh: '表外行', en: 'Row outside the form' },
  severity: 'note',
  tags: ['form'],
  docs: {
    zh: '表里有一行带数字，却不是表式里的行。多为地方加列的项目。该行原样保留，不对应任何一格，也不计入合计。重复的表头和没有数字的分组行不提示。',
    en: 'A row with numbers is none of the form. Mostly a local addition. It is kept as printed, belongs to no cell and counts in no sum. Repeated heads and groups without numbers are not mentioned.',
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
    if (!found.length) return;
    const { zh, en } = cut(found, '；');
    yield { cells: [], slot: 'rows', message: { zh: `表式以外的行：${zh}`, en: `Rows outside the form: ${en}` } };
  },
  valid: () => [example('2021'), extra('信息内容', ['本年制发件数'])],
  invalid: () => [
    {
      subject: extra('其他主动公开文件', ['186', '86', '255', '']),
      says: ['表式以外的行：“其他主动公开文件”186、86、255'],
    },
  ],
});
