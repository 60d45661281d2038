import type { RowLabel } from './labels.ts';
import { type PlacedRows, scoresBefore } from './place-rows.ts';
import { isBlank, type ValueRow } from './value-row.ts';

/** Words found this well as a label, right before values whose labels are taken to stand below, may be their label after all. */
const heardBefore = 0.7;

/**
 * Where labels stand below their values: the rows that have another row's label right above them, which no values below
 * it claim, or only such as are rivalled themselves. A program that takes text out of a page may print one row's label
 * above its values and the next one's below. For each row what speaks against it.
 */
export function rivalLabels(
  rows: readonly ValueRow[],
  labels: readonly RowLabel[],
  { slots, labels: side }: PlacedRows,
): (string | undefined)[] {
  const rivals: (string | undefined)[] = rows.map(() => undefined);
  if (side === 'before') return rivals;
  rows.forEach((row, at) => {
    if (slots[at]! < 0 || isBlank(row)) return;
    const scores = scoresBefore(row, labels);
    const rival = scores.indexOf(Math.max(...scores));
    if (rival === slots[at] || scores[rival]! < heardBefore) return;
    const holder = slots.findIndex((slot, other) => slot === rival && !isBlank(rows[other]!));
    if (holder < 0 || rivals[holder]) rivals[at] = `right below the label of ${labels[rival]!.id}`;
  });
  return rivals;
}
