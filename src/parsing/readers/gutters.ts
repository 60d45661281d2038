import type { Grid, GridCell } from '../document.ts';
import { withoutColumns } from '../without-columns.ts';

/**
 * The table without what stands between its cells, where each cell has a border of its own: columns and rows of nothing
 * but blank boxes that are `open` (no line closes them off from the room around other cells), go past several cells, or are
 * smaller than `size`, the height of the table's text in points.
 */
export function withoutGutters(grid: Grid, size: number, open: ReadonlySet<GridCell>): Grid {
  const isBetween = (cell: GridCell, isLong: boolean, length: number): boolean =>
    cell.text === '' && (open.has(cell) || isLong || length < size);
  return withoutColumns(grid, {
    columns: gutters(grid.cells, 'c', (cell) => isBetween(cell, cell.r1 > cell.r0, cell.place.box![2])),
    rows: gutters(grid.cells, 'r', (cell) => isBetween(cell, cell.c1 > cell.c0, cell.place.box![3])),
  });
}

/** The columns (`c`) or rows (`r`) that have cells of their own, all of them between others. */
function gutters(cells: readonly GridCell[], axis: 'c' | 'r', isBetween: (cell: GridCell) => boolean): Set<number> {
  const own = cells.filter((cell) => cell[`${axis}0`] === cell[`${axis}1`]);
  const found = new Set(own.map((cell) => cell[`${axis}0`]));
  for (const cell of own) if (!isBetween(cell)) found.delete(cell[`${axis}0`]);
  return found;
}
