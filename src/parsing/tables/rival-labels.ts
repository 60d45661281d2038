import { scoresBefore } from './label-scores.ts';
import type { RowLabel } from './labels.ts';
import type { PlacedRows } from './place-rows.ts';
import { isBlank, mayHold, type ValueRow } from './value-row.ts';

/** Words found this well as a label, right before values whose labels are taken to stand below, may be their label after all. */
const heardBefore = 0.7;

/**
 * Where labels stand below their values: rows that have another row's label right above them, which no values claim, or
 * only such as are rivalled themselves, down to values that are no full row. A program that takes text out of a page may
 * print some labels above their values and others below; down to the end of the table the first of the labels is only
 * that of a blank row. For each row what speaks against it.
 */
export function rivalLabels(
  rows: readonly ValueRow[],
  labels: readonly RowLabel[],
  { slots, labels: side }: PlacedRows,
  count: number,
): (string | undefined)[] {
  const rivals: (string | undefined)[] = rows.map(() => undefined);
  if (side === 'before') return rivals;
  rows.forEach((row, at) => {
    if (slots[at]! < 0 || isBlank(row)) return;
    const scores = scoresBefore(row, labels);
    const rival = scores.indexOf(Math.max(...scores));
    if (rival === slots[at] || scores[rival]! < heardBefore) return;
    const holder = slots.indexOf(rival);
    if (holder < 0 || rivals[holder]) rivals[at] = `right below the label of ${labels[rival]!.id}`;
  });
  const isTorn = (row: ValueRow | undefined): boolean => row !== undefined && !isBlank(row) && !mayHold(row, count);
  let torn = false;
  for (let at = rows.length - 1; at >= 0; at--) {
    torn = isTorn(rows[at]) || (torn && rivals[at] !== undefined);
    if (!torn) rivals[at] = undefined;
  }
  return rivals;
}
