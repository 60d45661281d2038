import type { Grid, GridCell } from './document.ts';

/** A table without some of its columns and rows; cells that reach over others too end earlier. */
export function withoutColumns(
  grid: Grid,
  { columns, rows }: { columns: ReadonlySet<number>; rows: ReadonlySet<number> },
): Grid {
  if (columns.size + rows.size === 0) return grid;
  const [across, down] = [keptBefore(grid.columns, columns), keptBefore(grid.rows, rows)];
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    const [c0, c1, r0, r1] = [across[cell.c0]!, across[cell.c1 + 1]! - 1, down[cell.r0]!, down[cell.r1 + 1]! - 1];
    return c1 < c0 || r1 < r0 ? [] : [{ ...cell, c0, c1, r0, r1 }];
  });
  return { ...grid, cells, columns: across.at(-1)!, rows: down.at(-1)! };
}

/** For each of so many columns or rows, and for their end, how many before it stay. */
function keptBefore(count: number, without: ReadonlySet<number>): number[] {
  const before = [0];
  for (let at = 0; at < count; at++) before.push(before[at]! + (without.has(at) ? 0 : 1));
  return before;
}
