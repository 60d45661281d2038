import { limits } from '../../intake/limits.ts';
import { tooManyCells } from '../table-size.ts';
import { printedText, type Sheet } from './workbook.ts';

/** A cell of a sheet; rows and columns count from 0 over the whole sheet, the last ones inclusive. */
export interface SheetCell {
  text: string;
  r0: number;
  r1: number;
  c0: number;
  c1: number;
}

/** The rows of a sheet that show something, with the cells that begin in them. Hidden rows and columns do not show. */
export function sheetRows({ $, strings, show }: Sheet): SheetCell[][] {
  const merged = mergedCells(
    $('mergeCells > mergeCell')
      .toArray()
      .map((cell) => cell.attribs.ref ?? ''),
  );
  const hidden = $('cols > col')
    .toArray()
    .filter((col) => isTrue(col.attribs.hidden));
  const isHidden = (c: number) =>
    hidden.some(({ attribs }) => c + 1 >= Number(attribs.min) && c + 1 <= Number(attribs.max));
  const rows: SheetCell[][] = [];
  const rowCells = (row: Parameters<typeof $>[1]) => $('> c', row).toArray();
  let count = 0;

  for (const row of $('sheetData > row').toArray()) {
    if (isTrue(row.attribs.hidden)) continue;
    const cells: SheetCell[] = [];
    for (const cell of rowCells(row)) {
      const at = position(cell.attribs.r ?? '');
      if (!at || isHidden(at.c) || merged.covered.has(`${at.r},${at.c}`)) continue;
      if (++count > limits.tableCells) throw tooManyCells();
      cells.push({
        text: text(cell),
        ...(merged.spans.get(`${at.r},${at.c}`) ?? { r0: at.r, r1: at.r, c0: at.c, c1: at.c }),
      });
    }
    if (cells.some((cell) => cell.text) || isBlankUnder(rows.at(-1), cells)) rows.push(cells);
  }
  return rows;

  function text(cell: ReturnType<typeof rowCells>[number]): string {
    const value = $('> v', cell).text();
    const formula = $('> f', cell);
    switch (cell.attribs.t) {
      case 's':
        return (strings[Number(value)] ?? '').trim();
      case 'inlineStr':
        return printedText($, $('> is', cell)).trim();
      case 'str':
      case 'e':
        return value.trim();
      default:
        return value === '' && formula.length ? `=${formula.text()}` : show(value, Number(cell.attribs.s ?? 0));
    }
  }
}

/** As many cells has the one row of table 四, the only row of the form that is without any text where it was left blank. */
const widest = 15;

/** Whether a row of empty cells that the file keeps, for their borders, stands right under a row with text. */
const isBlankUnder = (above: SheetCell[] | undefined, cells: readonly SheetCell[]): boolean =>
  cells.length >= widest &&
  above !== undefined &&
  above.some(({ text }) => text !== '') &&
  Math.max(...above.map(({ r1 }) => r1)) + 1 >= cells[0]!.r0;

type Spans = { spans: Map<string, Omit<SheetCell, 'text'>>; covered: Set<string> };

function mergedCells(references: string[]): Spans {
  const found: Spans = { spans: new Map(), covered: new Set() };
  for (const reference of references) {
    const [from, to] = reference.split(':').map(position);
    if (!from || !to) continue;
    const [r1, c1] = [Math.min(to.r, from.r + limits.rowSpan), Math.min(to.c, from.c + limits.columnSpan)];
    found.spans.set(`${from.r},${from.c}`, { r0: from.r, r1, c0: from.c, c1 });
    for (let r = from.r; r <= r1; r++) {
      for (let c = from.c; c <= c1; c++) if (r !== from.r || c !== from.c) found.covered.add(`${r},${c}`);
    }
    if (found.covered.size > limits.tableCells) throw tooManyCells();
  }
  return found;
}

/** `B12` → row 11, column 1. */
function position(reference: string): { r: number; c: number } | null {
  const [, letters, number] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (!letters) return null;
  const c = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { r: Number(number) - 1, c };
}

const isTrue = (flag: string | undefined) => flag === '1' || flag === 'true';
