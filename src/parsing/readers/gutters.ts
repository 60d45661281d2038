import type { Grid, GridCell } from '../document.ts';

/**
 * The table without what stands between its cells, where each cell has a border of its own: columns and rows of nothing
 * but blank boxes that are `open` (no line closes them off from the room around other cells), go past several cells, or are
 * smaller than `size`, the height of the table's text in points.
 */
export function withoutGutters(grid: Grid, size: number, open: ReadonlySet<GridCell>): Grid {
  const columns = kept(grid, 'c', size, open);
  const rows = kept(grid, 'r', size, open);
  if (columns.length === grid.columns && rows.length === grid.rows) return grid;
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    const [across, down] = [within(columns, cell.c0, cell.c1), within(rows, cell.r0, cell.r1)];
    return across && down ? [{ ...cell, c0: across[0], c1: across[1], r0: down[0], r1: down[1] }] : [];
  });
  return { ...grid, cells, columns: columns.length, rows: rows.length };
}

/** Which columns (`c`) or rows (`r`) are the table's own. */
function kept({ cells, columns, rows }: Grid, axis: 'c' | 'r', size: number, open: ReadonlySet<GridCell>): number[] {
  const [other, side] = axis === 'c' ? (['r', 2] as const) : (['c', 3] as const);
  const own: GridCell[][] = Array.from({ length: axis === 'c' ? columns : rows }, () => []);
  for (const cell of cells) if (cell[`${axis}0`] === cell[`${axis}1`]) own[cell[`${axis}0`]]!.push(cell);
  const isBetween = (cell: GridCell): boolean =>
    cell.text === '' && (open.has(cell) || cell[`${other}1`] > cell[`${other}0`] || cell.place.box![side] < size);
  return own.flatMap((inside, at) => (inside.length > 0 && inside.every(isBetween) ? [] : [at]));
}

/** The first and last of a span among those that are kept, by their new numbers. */
function within(kept: readonly number[], from: number, to: number): [number, number] | null {
  const own = kept.flatMap((old, at) => (old >= from && old <= to ? [at] : []));
  return own.length > 0 ? [own[0]!, own.at(-1)!] : null;
}
