import type { Grid, GridCell } from '../document.ts';
import { isWords } from './value-row.ts';

/**
 * The rows of a table in which a value stands under no word of the head above it, or in one cell under two words of it: a
 * cell may be one too many before it, or a blank one be merged with it.
 */
export function rowsOffHeads({ cells, rows }: Grid): ReadonlySet<number> {
  const off = new Set<number>();
  const inRow = Array.from({ length: rows }, (): GridCell[] => []);
  for (const cell of cells) inRow[cell.r0]!.push(cell);
  let heads: GridCell[] = [];
  for (const [row, own] of inRow.entries()) {
    const words = own.filter(({ text }) => isWords(text));
    const values = own.filter(({ text }) => text.trim() !== '' && !isWords(text));
    if (values.length === 0 && words.length > 1) heads = words;
    else if (heads.length > 0 && values.some((value) => isOff(value, heads))) off.add(row);
  }
  return off;
}

function isOff(value: GridCell, heads: readonly GridCell[]): boolean {
  const over = heads.filter(({ c0, c1 }) => c0 <= value.c1 && c1 >= value.c0);
  const whole = over.filter(({ c0, c1 }) => c0 >= value.c0 && c1 <= value.c1);
  return over.length === 0 || whole.length > 1;
}
