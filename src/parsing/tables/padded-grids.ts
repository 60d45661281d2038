import type { Document, Grid } from '../document.ts';
import type { ValueRow } from './value-row.ts';

/**
 * Whether bars fill up every row of a table, the heads too, to one column in which nothing stands: some row had a cell
 * more than the others, and nothing shows which.
 */
export function isPadded({ cells, columns, source }: Grid): boolean {
  const isBare = (column: number): boolean =>
    cells.every(({ c0, c1, text }) => c1 < column || c0 > column || text.trim() === '');
  return source === 'pipe' && columns > 1 && isBare(columns - 1) && !isBare(columns - 2);
}

/** Rows of text lines, those of such a table told by their lines. */
export function withPadding(rows: ValueRow[], { grids, lines }: Document): ValueRow[] {
  const padded = new Set(grids.flatMap((grid, at) => (isPadded(grid) ? [at] : [])));
  if (padded.size === 0) return rows;
  const own = new Set(lines.flatMap(({ grid, place }) => (grid !== undefined && padded.has(grid) ? [place.line] : [])));
  return rows.map((row) => (own.has(row.fields[0]!.place.line) ? { ...row, padded: true } : row));
}

/** Whether the last value of a row stands beside the bare column: one of its numbers may be two cells, and the last of them its blank. */
export const isBesidePadding = ({ padded, sheet, fields }: ValueRow, values: readonly ValueRow['fields'][number][]) =>
  padded === true && sheet?.columns[fields.indexOf(values.at(-1)!)] === sheet!.width - 2;
