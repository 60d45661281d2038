import { type CellChange, changesKept, type HappeningValue } from './happening.ts';
import type { Address, Cell, Report } from './report.ts';

/** Cells that say something else, in printed order. */
export function changedCells(before: Report, after: Report): Address[] {
  const addresses = new Set([...Object.keys(before.cells), ...Object.keys(after.cells)] as Address[]);
  return [...addresses].filter((address) => {
    const [a, b] = [before.cells[address], after.cells[address]];
    return a?.value !== b?.value || a?.state !== b?.state;
  });
}

/** A cell as one word: its number, or why it has none. */
export const valueIn = (cell: Pick<Cell, 'value' | 'state'> | null | undefined): HappeningValue =>
  !cell ? 'absent' : cell.state !== 'number' ? cell.state : (cell.value ?? 'blank');

/** How many cells changed, and the first of them with both values. */
export function changesBetween(before: Report, after: Report): { changed: number; changes: CellChange[] } {
  const changed = changedCells(before, after);
  const changes = changed.slice(0, changesKept).map((address) => ({
    address,
    before: valueIn(before.cells[address]),
    after: valueIn(after.cells[address]),
  }));
  return { changed: changed.length, changes };
}
