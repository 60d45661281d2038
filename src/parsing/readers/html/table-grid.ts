import type { Grid, GridCell, Line } from '../../document.ts';
import { limits } from '../../intake/limits.ts';
import { joinedLines } from '../joined-lines.ts';
import { tooManyCells } from '../table-size.ts';
import { beyondText } from './beyond-text.ts';
import { pageBlocks } from './blocks.ts';
import { type Element, isElement, isHidden } from './dom.ts';

/** A table with its spans written out. `number` counts the tables of the page from 1. `null` if nothing is in it. */
export function tableGrid(table: Element, number: number, source: 'html' | 'docx'): Grid | null {
  const rows = tableRows(table);
  const taken = new Set<string>();
  const cells: GridCell[] = [];
  let columns = 0;
  let area = 0;
  for (const [r, row] of rows.entries()) {
    let c = 0;
    for (const cell of row.children.filter(isElement).filter((e) => /^t[dh]$/.test(e.name) && !isHidden(e))) {
      while (taken.has(`${r},${c}`)) c++;
      const r1 = Math.min(r + span(cell.attribs.rowspan, limits.rowSpan), rows.length) - 1;
      const c1 = c + span(cell.attribs.colspan, limits.columnSpan) - 1;
      area += (r1 - r + 1) * (c1 - c + 1);
      if (area > limits.tableCells) throw tooManyCells();
      for (let y = r; y <= r1; y++) for (let x = c; x <= c1; x++) taken.add(`${y},${x}`);
      const place = { table: number, row: r + 1, column: c + 1 };
      cells.push({ text: cellText(cell) || beyondText(cell), r0: r, r1, c0: c, c1, place });
      columns = Math.max(columns, c1 + 1);
      c = c1 + 1;
    }
  }
  return columns ? { cells, rows: rows.length, columns, source, place: { table: number } } : null;
}

/** The rows of a grid as lines from the number `first` on, with tabs between the cells that begin in a row. */
export function tableLines(grid: Grid, index: number, first: number): Line[] {
  return Array.from({ length: grid.rows }, (_, row) => {
    const cells = grid.cells.filter((cell) => cell.r0 === row).map((cell) => cell.text);
    const place = { line: first + row, table: index + 1, row: row + 1 };
    return { text: cells.join('\t'), grid: index, endsParagraph: true, place };
  });
}

function tableRows(table: Element): Element[] {
  return table.children.filter(isElement).flatMap((child) => {
    if (isHidden(child)) return [];
    return child.name === 'tr' ? [child] : /^t(head|body|foot)$/.test(child.name) ? tableRows(child) : [];
  });
}

/** `rowspan="0"` and nonsense count as 1: a span too small shows as a missing cell, one too large hides others. */
const span = (attribute: string | undefined, most: number) =>
  Math.min(Math.max(Number.parseInt(attribute ?? '1', 10) || 1, 1), most);

const cellText = (cell: Element): string =>
  joinedLines(
    pageBlocks(cell).flatMap((block) =>
      block.kind === 'line' ? [block.text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')] : [],
    ),
  );
