import { isBlank, type ValueRow } from './value-row.ts';

/**
 * Which rows lie between a full row of values that no label was found for and a label that no values were found for: one of
 * them is the other's, and then every row between them has its neighbour's label. `slots` is the label each row was
 * given, -1 for none; a row with words of its own is no such row but a local one.
 */
export function besideStray(
  rows: readonly ValueRow[],
  slots: readonly number[],
  labels: number,
  columns: number,
): ReadonlySet<number> {
  const between = new Set<number>();
  // No printed table has as many; what has is no report and shall not cost time.
  if (rows.length > 4 * labels) return between;
  const given = new Set(slots);
  const missing = Array.from({ length: labels }, (_, slot) => slot).filter((slot) => !given.has(slot));
  rows.forEach((row, stray) => {
    const isStray = slots[stray]! < 0 && row.before.length === 0 && row.fields.length === columns && !isBlank(row);
    if (!isStray) return;
    const above = slots.slice(0, stray).reduce((last, slot) => Math.max(last, slot), -1);
    const next = missing.find((slot) => slot > above);
    const previous = missing.findLast((slot) => slot <= above);
    slots.forEach((slot, at) => {
      if (at > stray && next !== undefined && slot >= 0 && slot < next) between.add(at);
      if (at < stray && previous !== undefined && slot > previous) between.add(at);
    });
  });
  return between;
}
