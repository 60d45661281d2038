import type { Document, Grid } from '../document.ts';
import { sharedNumbers } from './shared-cells.ts';
import { isWords, type ValueRow } from './value-row.ts';

/**
 * The rows of a table in which a cell may be one too many, or part of the one before it, so that all values behind it have
 * moved: they reach further right than most rows do, or end elsewhere and have one value wider than the others. Where the
 * values are of many widths, the table was drawn by eye and its edges say nothing. So do rows that share a number.
 */
export function raggedRows(grid: Grid): ReadonlySet<number> {
  const { cells, rows } = grid;
  const shared = sharedNumbers(grid).flatMap(({ r0, r1 }) => Array.from({ length: r1 - r0 + 1 }, (_, at) => r0 + at));
  if (cells.every(({ c0, c1 }) => c0 === c1)) return new Set(shared);
  const drawn = Array.from({ length: rows }, () => ({ end: -1, last: -1, widths: [] as number[] }));
  for (const { r0, r1, c0, c1, text } of cells)
    for (const row of drawn.slice(r0, r1 + 1)) {
      row.end = Math.max(row.end, c1);
      if (isWords(text)) continue;
      row.last = Math.max(row.last, c1);
      row.widths.push(c1 - c0);
    }
  const usual = mostOf(drawn.map(({ end }) => end));
  return new Set([
    ...shared,
    ...drawn.flatMap(({ end, last, widths }, row) => {
      const usualWidth = mostOf(widths);
      const wide = widths.filter((width) => width !== usualWidth).length;
      return (last > usual && wide <= 1) || (end !== usual && wide === 1) ? [row] : [];
    }),
  ]);
}

/** Rows of text lines, those that are ragged in their table told by their lines: words and tabs do not show it. */
export function withRagged(rows: ValueRow[], { grids, lines }: Document): ValueRow[] {
  const ragged = grids.map(raggedRows);
  if (ragged.every(({ size }) => size === 0)) return rows;
  const own = new Set(
    lines.flatMap(({ grid, place }) =>
      grid !== undefined && place.row !== undefined && ragged[grid]!.has(place.row - 1) ? [place.line] : [],
    ),
  );
  return rows.map((row) => (own.has(row.fields[0]!.place.line) ? { ...row, ragged: true } : row));
}

function mostOf(numbers: readonly number[]): number {
  const times = new Map<number, number>();
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1);
  return numbers.reduce((best, number) => (times.get(number)! > times.get(best)! ? number : best), numbers[0] ?? -1);
}
