import { formOf, forms } from '../report/forms/index.ts';
import { rowName } from '../report/names.ts';
import type { PrintedRow, Report } from '../report/report.ts';
import { defineCheck, type Subject } from './define-check.ts';
import { example } from './example.ts';
import { cut } from './wording.ts';

/** Rows stand in three steps: 一、, （一） and 1. Each step's labels share a column, and so do their values. */
const step = (label: string): number => (/^[一二三四]、/.test(label) ? 0 : /^（/.test(label) ? 1 : 2);
const steps = new Map<string, number>();
/** Rows right behind a group's heading: the cell of the heading, printed once, pushes them to the right. */
const headed = new Set<string>();
for (const { id } of forms)
  formOf(id).applications.rows.forEach((row, at, rows) => {
    if ('group' in row) return;
    steps.set(row[0], step(row[1]));
    const before = rows[at - 1];
    if (before && 'group' in before) headed.add(row[0]);
  });

const mostly = (numbers: readonly number[]): number | undefined =>
  numbers.find((one) => numbers.filter((other) => other === one).length > numbers.length / 2);

/** Rows with all seven values that begin in another column than the rest of their step, in a table of even lines. */
function shifted({ tables }: Report): PrintedRow[] {
  const rows = (tables.applications?.rows ?? []).filter(({ id, columns }) => id !== null && columns);
  const width = mostly(rows.map(({ columns }) => columns!.width));
  const even = rows.filter(({ columns }) => columns!.width === width);
  if (even.length < rows.length * 0.8) return [];
  return [0, 1, 2].flatMap((one) => {
    const level = even.filter(({ id }) => steps.get(id!) === one);
    const usual = level.length > 2 ? mostly(level.map(({ columns }) => columns!.first)) : undefined;
    return level.filter(
      ({ id, columns, tokens }) =>
        usual !== undefined &&
        columns!.first !== usual &&
        !(headed.has(id!) && columns!.first > usual) &&
        tokens.filter(Boolean).length === 7,
    );
  });
}

/** The clean report in a table of ten cells a line, some rows beginning elsewhere than in column `2 + step`. */
function laidOut(first: Partial<Record<string, number>>): Subject {
  const { report } = example('2021');
  const applications = report.tables.applications!;
  const rows = applications.rows.map((row) => ({
    ...row,
    columns: { first: first[row.id!] ?? 1 + steps.get(row.id!)!, width: 10 },
  }));
  return example('2021', { report: { tables: { ...report.tables, applications: { ...applications, rows } } } });
}

export default defineCheck({
  id: 'row-shifted',
  title: { zh: '行错位', en: 'Row out of its column' },
  severity: 'note',
  tags: ['form'],
  docs: {
    zh: '表三中某一行的标题和数字，比同级各行偏左或偏右，七个数仍然齐全。多为合并单元格拆开或转换造成，表式规定同级标题对齐。数字按标题读取，不受影响；复制到别处前请对一下列。分组标题占一格、只在第一行印出的，不算错位。',
    en: 'A row of table 3 begins further left or right than its fellows, with all seven values there. Merged cells that came apart do it; the form has the rows of one step in line. The numbers are read by their label all the same; look at the columns before copying. A row pushed on by the cell of its group heading is in place.',
  },
  *run({ report }) {
    const found = shifted(report);
    if (!found.length) return;
    const { zh, en } = cut(found.map(({ id }) => rowName('applications', id!)));
    yield {
      cells: [],
      slot: 'applications',
      message: {
        zh: `表三这些行与同级各行不在同一列：${zh}；七个数齐全，已按标题读取`,
        en: `Table 3, rows that do not stand in the column of their fellows: ${en}; all seven values are there and were read by label`,
      },
    };
  },
  valid: () => [
    example('2021'),
    laidOut({}),
    laidOut({ granted: 3, 'denied.stateSecret': 4, 'unavailable.notHeld': 4, 'declined.complaint': 4 }),
  ],
  invalid: () => [
    {
      subject: laidOut({ 'other.other': 2, concluded: 1 }),
      says: ['表三这些行与同级各行不在同一列：（七）总计、其他处理·其他；七个数齐全，已按标题读取'],
    },
  ],
});
