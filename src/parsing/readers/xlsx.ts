import { GovinfoError } from '../../errors.ts';
import type { Document, Grid, Line } from '../document.ts';
import { packageParts } from '../intake/office-package.ts';
import { normalise } from '../text/normalise.ts';
import { titlesAt } from '../text/section-titles.ts';
import { type SheetCell, sheetRows } from './xlsx/sheet-rows.ts';
import { workbookSheets } from './xlsx/workbook.ts';

const wanted =
  /^xl\/(workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/i;

/** A workbook: the visible sheets as lines, and the tables on them as grids. */
export async function readXlsx(bytes: Uint8Array): Promise<Document> {
  const lines: Line[] = [];
  const grids: Grid[] = [];
  const sheets = workbookSheets(await packageParts(bytes, wanted));
  if (!sheets.length) throw damaged();
  for (const sheet of sheets) {
    let table: SheetCell[][] = [];
    const closeTable = () => {
      if (table.length) {
        const blanks = unwritten(table);
        const own = lines.slice(-table.length);
        for (const [at, row] of table.entries()) own[at]!.text = textOf(row, blanks[at]!);
        grids.push(sheetGrid(table, blanks.flat(), sheet.name, grids.length + 1));
      }
      table = [];
    };
    for (const row of sheetRows(sheet)) {
      const place = { line: lines.length + 1, sheet: sheet.name, row: row[0]!.r0 + 1 };
      const prose = isProse(row, table.length > 0);
      if (prose) closeTable();
      else table.push(row);
      const text = textOf(row, []);
      lines.push({ endsParagraph: true, place, ...(prose ? { text: text.trim() } : { text, grid: grids.length }) });
    }
    closeTable();
  }
  return { format: 'xlsx', pageCount: null, recognised: false, lines, grids, tokens: [], declaredTitle: null };
}

/** The texts of a row; blanks that the file leaves out between two cells are kept. */
function textOf(row: SheetCell[], blanks: readonly SheetCell[]): string {
  const [first, last] = [row[0]!, row.at(-1)!];
  const own = blanks.filter(({ c0 }) => c0 > first.c0 && c0 < last.c0);
  const cells = own.length > 0 ? [...row, ...own].sort((a, b) => a.c0 - b.c0) : row;
  return cells.map(({ text }) => text).join('\t');
}

/** A row with one text is a title, a heading or a sentence, unless it stands inside a table or opens one of its blocks. */
function isProse(row: SheetCell[], insideTable: boolean): boolean {
  const [text, second] = row.flatMap((cell) => (cell.text ? [cell.text] : []));
  if (!text || second !== undefined) return false;
  const words = normalise(text).replace(/^[^\p{Script=Han}]*([一二三四五六][、.])?/u, '');
  if (titlesAt(words).length || /。$/.test(text) || text.length > 60) return true;
  return !insideTable && !/^第.+条/.test(words);
}

/** Rows and columns are counted from the table's own corner; places keep those of the sheet. */
function sheetGrid(table: SheetCell[][], blanks: readonly SheetCell[], sheet: string, number: number): Grid {
  const all = table.flat();
  const top = Math.min(...all.map((cell) => cell.r0));
  const left = Math.min(...all.map((cell) => cell.c0));
  const cells = [...all, ...blanks].map(({ text, r0, r1, c0, c1 }) => ({
    text,
    ...{ r0: r0 - top, r1: r1 - top, c0: c0 - left, c1: c1 - left },
    place: { table: number, sheet, row: r0 + 1, column: c0 + 1 },
  }));
  const rows = Math.max(...cells.map((cell) => cell.r1)) + 1;
  const columns = Math.max(...cells.map((cell) => cell.c1)) + 1;
  return { cells, rows, columns, source: 'sheet', place: { table: number, sheet } };
}

/** Texts of single columns in one row from which on it is a head, whose columns are all there. */
const head = 3;

/** Empty cells that the file leaves out, row by row: those in a column that other rows of the table use too, or that stands under a head. */
function unwritten(table: SheetCell[][]): SheetCell[][] {
  const columns = new Map<number, number>();
  const taken = new Set<string>();
  for (const row of table) {
    const texts = row.filter(({ text, c0, c1 }) => text && c0 === c1);
    for (const { c0 } of texts) columns.set(c0, (columns.get(c0) ?? 0) + (texts.length >= head ? 2 : 1));
    for (const { r0, r1, c0, c1 } of row)
      for (let r = r0; r <= r1; r++) for (let c = c0; c <= c1; c++) taken.add(`${r},${c}`);
  }
  const used = [...columns].flatMap(([c, count]) => (count > 1 ? [c] : []));
  return table.map(([first]) => {
    const r = first!.r0;
    return used.filter((c) => !taken.has(`${r},${c}`)).map((c) => ({ text: '', r0: r, r1: r, c0: c, c1: c }));
  });
}

const damaged = () =>
  new GovinfoError('E-XLSX-DAMAGED', {
    zh: '这份 Excel 文件已损坏或没有工作表，请重新保存',
    en: 'this Excel file is damaged or has no sheet; please save it again',
  });
