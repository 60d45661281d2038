import type { Grid, GridCell } from '../document.ts';
import { joinCutRows } from './cut-rows.ts';
import { rowsOffHeads } from './off-heads.ts';
import { isPadded } from './padded-grids.ts';
import { raggedRows } from './ragged-rows.ts';
import { field, isWords, type ValueRow } from './value-row.ts';

/**
 * Rows of values in tables of real cells, tables one after the other as if they were one: a table may go on over pages
 * and repeat its head there. A row's label is the last cell with words left of its values.
 */
export function gridRows(grids: readonly Grid[]): ValueRow[] {
  const rows: ValueRow[] = [];
  let words: string[] = [];
  for (const grid of grids) {
    const padded = isPadded(grid);
    const ragged = raggedRows(grid);
    // Cells of Word 97 are counted from the left: a row with a merged label before its own begins further right.
    const isPlaced = grid.source !== 'tab';
    const offHeads = isPlaced ? rowsOffHeads(grid) : new Set();
    for (let row = 0; row < grid.rows; row++) {
      const cells = grid.cells.filter(({ r0, r1 }) => r0 <= row && row <= r1).sort((a, b) => a.c0 - b.c0);
      const [from, to] = valueSpan(cells);
      const values = cells.slice(from, to);
      // A cell that spans rows above is said once; the one right before the values is the label and always said.
      const said = cells.slice(0, from).filter((cell, at) => cell.r0 === row || at === from - 1);
      words.push(...said.map(({ text }) => text).filter((text) => text.trim() !== ''));
      const named = cells.slice(0, from).filter(({ text }) => text.trim() !== '');
      if (values.length > 0) {
        const previous = rows.at(-1);
        if (previous) previous.after = words;
        rows.push({
          before: words,
          after: [],
          fields: values.map((cell) => field(cell.text, cell.place)),
          ...(isPlaced && { sheet: { width: grid.columns, columns: values.map(({ c0 }) => c0) } }),
          cells: true,
          ...(padded && { padded }),
          ...(ragged.has(row) && { ragged: true }),
          ...(offHeads.has(row) && { offHeads: true }),
          ...(!named.length && { labelApart: true }),
          ...(!named.some(({ r0 }) => r0 === row) && { unnamed: true }),
        });
        words = [];
      }
      words.push(
        ...cells
          .slice(to)
          .map(({ text }) => text)
          .filter((text) => text.trim() !== ''),
      );
    }
  }
  const last = rows.at(-1);
  if (last) last.after = words;
  return joinCutRows(rows);
}

/** Where the values of a row of cells begin and end: behind the last words that have values behind them. */
function valueSpan(cells: readonly GridCell[]): [from: number, to: number] {
  let to = cells.length;
  const words = cells.map((cell) => isWords(cell.text));
  const lastFilled = cells.findLastIndex((cell, at) => !words[at] && cell.text.trim() !== '');
  if (lastFilled >= 0) {
    const note = words.indexOf(true, lastFilled + 1);
    if (note >= 0) to = note;
  }
  const from = to === 0 ? 0 : words.lastIndexOf(true, to - 1) + 1;
  return [from, to];
}
