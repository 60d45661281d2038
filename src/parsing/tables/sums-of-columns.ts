import type { RowLabel } from './labels.ts';
import type { ValueRow } from './value-row.ts';

/**
 * In how many columns of table 三, placed so, new and old requests are those concluded and carried over: a way to tell two
 * placements apart, no check. A row that is not there counts as none; columns of zeros say nothing.
 */
export function columnsThatAddUp(
  rows: readonly ValueRow[],
  labels: readonly RowLabel[],
  slots: readonly number[],
): number {
  const values = (id: string): number[] | null => {
    const at = slots.findIndex((slot) => slot >= 0 && labels[slot]!.id === id);
    return at < 0 ? null : rows[at]!.fields.map(({ value }) => value ?? 0);
  };
  const [received, carriedIn, concluded, carriedOut] = ['received', 'carriedIn', 'concluded', 'carriedOut'].map(values);
  const width = Math.max(...rows.map(({ fields }) => fields.length));
  return Array.from({ length: width }, (_, column) => {
    const [made, done] = [
      [received, carriedIn],
      [concluded, carriedOut],
    ].map((side) => side.reduce((sum, row) => sum + (row?.[column] ?? 0), 0)) as [number, number];
    return made > 0 && made === done;
  }).filter(Boolean).length;
}
