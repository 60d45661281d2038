import type { ValueRow } from './value-row.ts';

/** A row and how many values its block has. */
interface Counted {
  row: ValueRow;
  count: number;
}

/**
 * Whether the blank before the values of a row may be the first of them, and a number behind it be two halves: the row has
 * a cell too many, its label stands on a line of its own, and no other row shows that the blank is the room of that label.
 */
export const mayBeginBlank = (own: Counted, rows: readonly Counted[]): boolean =>
  beginsBlank(own) && !rows.some((other) => other.row !== own.row && beginsBlank(other));

const beginsBlank = ({ row: { labelApart, fields }, count }: Counted): boolean =>
  labelApart === true &&
  fields.length > count &&
  fields[0]!.state === 'blank' &&
  fields.filter(({ state }) => state !== 'blank').length === count;
