import type { Cell } from '../../report/cell.ts';

/** Whether two files print the same in a cell, whatever a person has put over it since. */
export function samePrint(one: Cell | undefined, other: Cell | undefined): boolean {
  if (!one || !other) return one === other;
  if (one.corrected || other.corrected) return one.raw === other.raw;
  return one.state === other.state && one.value === other.value;
}
