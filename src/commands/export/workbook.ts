import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node';
import { clip } from '../../views/escape.ts';
import type { Locale } from '../../views/message.ts';
import { bare, type Column, type Sheet, type Value } from './sheet.ts';

const heading = {
  fontWeight: 'bold',
  align: 'center',
  alignVertical: 'center',
  wrap: true,
  borderStyle: 'thin',
} as const;
const colours = { doubtful: '#FFE699', corrected: '#BDD7EE' } as const;

/** Text that XML can hold; a cell takes 32,767 characters. Text is never a formula. */
const inXml = (text: string): string =>
  clip(text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ''), 32_000);

function cell(value: Value): Cell {
  const plain = bare(value);
  if (plain === null || plain === '') return null;
  if (typeof plain === 'string') return { value: inXml(plain), type: String };
  const mark = typeof value === 'object' && value !== null ? { backgroundColor: colours[value.mark] } : {};
  return { value: plain, type: Number, ...mark };
}

/** A row of the groups, each over its columns, where there are groups; then the titles. */
function headRows(columns: readonly Column[], locale: Locale): Row[] {
  const titles = columns.map(({ title }): Cell => ({ value: title[locale], type: String, ...heading }));
  if (columns.every(({ group }) => !group)) return [titles];
  const groups = columns.map(({ group }, index): Cell => {
    const name = group?.[locale];
    if (name === undefined) return { value: '', type: String, ...heading };
    if (index > 0 && columns[index - 1]!.group?.[locale] === name) return null;
    let span = 1;
    while (columns[index + span]?.group?.[locale] === name) span++;
    return { value: name, type: String, columnSpan: span, ...heading } as Cell;
  });
  return [groups, titles];
}

/** Sheets as one workbook: figures in doubt on yellow, corrected ones on blue, the head always in view. */
export async function workbookOf(sheets: readonly Sheet[], locale: Locale): Promise<Uint8Array> {
  return writeExcelFile(
    sheets.map(({ title, columns, rows, total }) => {
      const head = headRows(columns, locale);
      return {
        sheet: title[locale],
        data: [...head, ...rows.map((row) => row.map(cell)), ...(total ? [total.map(cell)] : [])],
        columns: columns.map(({ width = 12 }) => ({ width })),
        stickyRowsCount: head.length,
        stickyColumnsCount: 1,
      };
    }),
  ).toBuffer();
}
