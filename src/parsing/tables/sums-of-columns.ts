import type { RowLabel } from './labels.ts';
import type { Field, ValueRow } from './value-row.ts';

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

const frame = ['received', 'carriedIn', 'concluded', 'carriedOut'];

/**
 * Whether all columns but the last add up through this row of table 三: a number that ran together with its neighbour, and
 * those behind it moved up, would break them. `rows` are the seven values of every row that was read.
 */
export function columnsHold(row: string, rows: ReadonlyMap<string, readonly Field[]>): boolean {
  const inFrame = frame.includes(row);
  const results = [...rows.keys()].filter((id) => !frame.includes(id));
  const [of, to] = inFrame ? [frame.slice(0, 2), frame.slice(2)] : [results, ['concluded']];
  const add = (ids: readonly string[], column: number): number =>
    ids.reduce((sum, id) => sum + (rows.get(id)?.[column]?.value ?? Number.NaN), 0);
  return [0, 1, 2, 3, 4, 5].every((column) => add(of, column) === add(to, column));
}
