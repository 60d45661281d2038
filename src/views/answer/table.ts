import type { DataTableBlock } from '@slack/web-api';
import { clip, oneLine } from '../escape.ts';

/** A cell: words, or a number with the words that show it (44 ⚠️). */
export type TableCell = string | { value: number; text: string };

export interface AnswerTable {
  caption: string;
  columns: string[];
  rows: TableCell[][];
  /** How many rows there are, where `rows` holds only the first of them. */
  of?: number;
}

export const rowsOf = ({ rows, of }: AnswerTable): number => Math.max(rows.length, of ?? 0);

/** Rows that one native table holds; Slack takes 100 and 20,000 characters. */
export const tableRowsAtMost = 50;
const charactersAtMost = 18_000;

export const cellText = (cell: TableCell): string => (typeof cell === 'string' ? oneLine(cell) : cell.text);

const asBlockCell = (cell: TableCell) =>
  typeof cell === 'string'
    ? { type: 'raw_text' as const, text: clip(oneLine(cell), 120) || '—' }
    : { type: 'raw_number' as const, value: cell.value, text: cell.text };

/** A native table: sortable, ten rows a page, the first column naming the row. */
export function tableBlock({ caption, columns, rows }: AnswerTable): DataTableBlock {
  const shown = [];
  let characters = columns.join('').length;
  for (const row of rows.slice(0, tableRowsAtMost)) {
    characters += row.reduce((sum, cell) => sum + [...cellText(cell)].length, 0);
    if (characters > charactersAtMost) break;
    shown.push(row.map(asBlockCell));
  }
  return {
    type: 'data_table',
    caption: clip(oneLine(caption), 300),
    rows: [columns.map((title) => ({ type: 'raw_text' as const, text: clip(oneLine(title), 60) || '—' })), ...shown],
    page_size: 10,
    row_header_column_index: 0,
  };
}

/** A row in words: `机关 44 · 41.9% · ✅`. */
export const rowText = (row: readonly TableCell[]): string => {
  const [name = '', ...rest] = row.map(cellText);
  return `${name}　${rest.filter((text) => text !== '').join(' · ')}`;
};
