import type { Cell } from '../tables/printed-pages.ts';

/** Blank cells become part of the cell before them. */
const mergedBefore = (row: readonly Cell[]): Cell[] =>
  row.reduce<Cell[]>((cells, cell) => {
    const last = cells.at(-1);
    if (last && cell.text === '' && /^\d/u.test(last.text)) last.columns = (last.columns ?? 1) + (cell.columns ?? 1);
    else cells.push({ ...cell });
    return cells;
  }, []);

/** Blank cells become part of the cell behind them. */
const mergedBehind = (row: readonly Cell[]): Cell[] => mergedBefore(row.toReversed()).toReversed();

/** Blank cells become part of the cell above them, if that is a number. */
const mergedAbove = (rows: readonly Cell[][]): Cell[][] => {
  const above = new Map<number, Cell>();
  return rows.map((row) => {
    // Counted from the right: there all rows of a table begin alike.
    const kept = row.toReversed().flatMap((cell, at) => {
      const over = above.get(at);
      if (over && cell.text === '' && /^\d+$/u.test(over.text)) {
        over.rows = (over.rows ?? 1) + 1;
        return [];
      }
      const own = { ...cell };
      above.set(at, own);
      return [own];
    });
    return kept.toReversed();
  });
};

/** A table whose blank cells are part of a neighbour, as a careless merge leaves them, by where that stands. */
export const merges: Record<string, (rows: readonly Cell[][]) => Cell[][]> = {
  before: (rows) => rows.map(mergedBefore),
  behind: (rows) => rows.map(mergedBehind),
  above: mergedAbove,
};
