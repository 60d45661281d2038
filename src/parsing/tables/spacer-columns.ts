import type { Grid } from '../document.ts';
import { withoutColumns } from '../without-columns.ts';
import { isWords } from './value-row.ts';

/**
 * Columns of a table that are none: what merged cells leave behind where they are copied cell by cell, and room between
 * columns. Nothing stands in their cells, not even a head, while words stand in every other column that has cells of its
 * own. `columns` are the texts of each column's own cells; blank columns at the ends belong to them only where there are
 * as many side by side in between: others are cells of a row that has too many.
 */
function spacersAmong(columns: readonly (readonly string[])[]): ReadonlySet<number> {
  const isBlank = columns.map((texts) => texts.length > 0 && texts.every((text) => text.trim() === ''));
  const [first, last] = [isBlank.indexOf(false), isBlank.lastIndexOf(false)];
  const isHeaded = (texts: readonly string[], at: number): boolean =>
    isBlank[at]! || texts.length === 0 || texts.some(isWords);
  if (!columns.every(isHeaded)) return new Set();
  const widest = widestRun(isBlank.slice(first, last));
  return new Set(isBlank.flatMap((blank, at) => (blank && at >= first - widest && at <= last + widest ? [at] : [])));
}

/** How many `true` stand side by side at most. */
function widestRun(all: readonly boolean[]): number {
  let [run, widest] = [0, 0];
  for (const one of all) {
    run = one ? run + 1 : 0;
    widest = Math.max(widest, run);
  }
  return widest;
}

/** The table without such columns. */
export function withoutSpacers(grid: Grid): Grid {
  const columns = Array.from({ length: grid.columns }, (): string[] => []);
  for (const { c0, c1, text } of grid.cells) if (c0 === c1) columns[c0]!.push(text);
  return withoutColumns(grid, { columns: spacersAmong(columns), rows: new Set() });
}

/** Lines of cells without such columns. */
export function linesWithoutSpacers(lines: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const columns: string[][] = [];
  for (const cells of lines)
    if (cells.length > 1)
      for (const [at, text] of cells.entries()) {
        columns[at] ??= [];
        columns[at].push(text);
      }
  const spacers = spacersAmong(columns);
  if (spacers.size === 0) return lines;
  return lines.map((cells) => (cells.length > 1 ? cells.filter((_, at) => !spacers.has(at)) : cells));
}
