import type { RowLabel } from './labels.ts';
import type { Field, ValueRow } from './value-row.ts';

/**
 * Which share of the sums of columns of table 三 holds with its rows placed so: new and old requests are those concluded
 * and carried over, and the outcomes are those concluded. A way to tell two placements apart, no check. A row that is not
 * there counts as none; columns of zeros say nothing.
 */
export function shareOfSums(rows: readonly ValueRow[], labels: readonly RowLabel[], slots: readonly number[]): number {
  const placed = rows.flatMap(({ fields }, at) => (slots[at]! < 0 ? [] : [{ id: labels[slots[at]!]!.id, fields }]));
  const width = Math.max(...rows.map(({ fields }) => fields.length));
  const add = (column: number, isOf: (id: string) => boolean): number =>
    placed.reduce((sum, { id, fields }) => sum + (isOf(id) ? (fields[column]?.value ?? 0) : 0), 0);
  const of =
    (...ids: string[]) =>
    (id: string): boolean =>
      ids.includes(id);
  const sums = Array.from({ length: width }, (_, column) => [
    [add(column, of('received', 'carriedIn')), add(column, of('concluded', 'carriedOut'))],
    [add(column, (id) => !frame.includes(id)), add(column, of('concluded'))],
  ]).flat();
  const telling = sums.filter(([made, done]) => made! > 0 || done! > 0);
  return telling.length === 0 ? 0 : telling.filter(([made, done]) => made === done).length / telling.length;
}

const frame = ['received', 'carriedIn', 'concluded', 'carriedOut'];

/**
 * Whether all columns but the last add up through this row of table 三: a number that ran together with its neighbour, and
 * those behind it moved up, would break them. `rows` are the seven values of every row that was read.
 */
export function columnsHold(row: string, rows: ReadonlyMap<string, readonly Pick<Field, 'value'>[]>): boolean {
  const inFrame = frame.includes(row);
  const results = [...rows.keys()].filter((id) => !frame.includes(id));
  const [of, to] = inFrame ? [frame.slice(0, 2), frame.slice(2)] : [results, ['concluded']];
  const add = (ids: readonly string[], column: number): number =>
    ids.reduce((sum, id) => sum + (rows.get(id)?.[column]?.value ?? Number.NaN), 0);
  return [0, 1, 2, 3, 4, 5].every((column) => add(of, column) === add(to, column));
}
