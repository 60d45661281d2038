import type { PlacedRows } from './place-rows.ts';
import { addsUp, type Field, isBlank, type ValueRow } from './value-row.ts';

/** Whether more than a fifth of the rows lack some of their `count` values: a full row may then be made of two. */
export function manyTorn(rows: readonly ValueRow[], { slots }: PlacedRows, count: number): boolean {
  const filled = rows.filter((row, at) => slots[at]! >= 0 && !isBlank(row));
  return filled.filter((row) => row.fields.length < count).length > filled.length / 5;
}

/**
 * Whether values on a line of text may be half those of the line above or below: that one has too few, and these do not
 * add up.
 */
export function isBesideTorn(rows: readonly ValueRow[], at: number, values: readonly Field[]): boolean {
  const isTorn = (row: ValueRow | undefined): boolean =>
    row !== undefined && !row.cells && !isBlank(row) && row.fields.length < values.length;
  return !rows[at]!.cells && !addsUp(values) && (isTorn(rows[at - 1]) || isTorn(rows[at + 1]));
}
