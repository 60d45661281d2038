import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import type { Browser } from 'playwright-core';
import type { Cell } from '../parsing/tables/printed-pages.ts';
import { type PdfPage, pdfFile } from './pdf.ts';
import { xlsxFile } from './zip.ts';

/** A report as its paragraphs and its tables, in their order. */
export type Block = string | Cell[][];

/** A cell with the place it has in its table, counting from 0. */
interface Placed extends Cell {
  r: number;
  c: number;
  rows: number;
  columns: number;
}

/** Where the cells of a table stand, and how many rows and columns it has. */
function placed(table: readonly Cell[][]): { cells: Placed[]; height: number; width: number } {
  const taken = new Set<string>();
  const cells: Placed[] = [];
  table.forEach((row, r) => {
    let c = 0;
    for (const { text, rows = 1, columns = 1 } of row) {
      while (taken.has(`${r} ${c}`)) c++;
      for (let y = 0; y < rows; y++) for (let x = 0; x < columns; x++) taken.add(`${r + y} ${c + x}`);
      cells.push({ text, r, c, rows, columns });
      c += columns;
    }
  });
  return { cells, height: table.length, width: Math.max(...cells.map(({ c, columns }) => c + columns)) };
}

export function htmlFile(blocks: readonly Block[], style = ''): Buffer {
  const td = ({ text, rows = 1, columns = 1 }: Cell) => `<td rowspan="${rows}" colspan="${columns}">${text}</td>`;
  const table = (rows: readonly Cell[][]) =>
    `<table>${rows.map((row) => `<tr>${row.map(td).join('')}</tr>`).join('')}</table>`;
  const body = blocks.map((block) => (typeof block === 'string' ? `<p>${block}</p>` : table(block)));
  return Buffer.from(
    `<!doctype html><html><head><meta charset="utf-8">${style}</head><body>${body.join('\n')}</body></html>`,
  );
}

/** The texts of a table row by row, merged cells as blanks. */
function textsOf(rows: readonly Cell[][]): string[][] {
  const { cells, height, width } = placed(rows);
  return Array.from({ length: height }, (_, r) =>
    Array.from({ length: width }, (_, c) => cells.find((cell) => cell.r === r && cell.c === c)?.text ?? ''),
  );
}

const textFile = (blocks: readonly Block[], table: (rows: readonly string[][]) => string): Buffer =>
  Buffer.from(blocks.map((block) => (typeof block === 'string' ? block : table(textsOf(block)))).join('\n\n'));

export const markdownFile = (blocks: readonly Block[]): Buffer =>
  textFile(blocks, (rows) => {
    const [first, ...others] = rows.map((row) => `| ${row.join(' | ')} |`);
    return [first, `|${' --- |'.repeat(rows[0]!.length)}`, ...others].join('\n');
  });

/** Tables set by blanks, between two rules of hyphens. */
export const dashedFile = (blocks: readonly Block[]): Buffer =>
  textFile(blocks, (rows) => {
    const widths = rows[0]!.map((_, c) => Math.max(2, ...rows.map((row) => halves(row[c]!))));
    const rule = widths.map((width) => '-'.repeat(width)).join(' ');
    const lines = rows.map((row) => row.map((text, c) => text + ' '.repeat(widths[c]! - halves(text))).join(' '));
    return [rule, ...lines, rule].join('\n');
  });

/** Tables in a frame: of `+-|`, or of box characters as wide as Han characters. */
export const framedFile = (blocks: readonly Block[], boxes = false): Buffer =>
  Buffer.from(
    blocks
      .map((block) => {
        if (typeof block === 'string') return block;
        const frame = frameOf(block, boxes ? 2 : 1);
        const drawn = frame.replaceAll('-', '─').replaceAll('|', '│').replaceAll('+', '┼').replace('┼', '┌');
        return boxes ? drawn : frame;
      })
      .join('\n\n'),
  );

/** A table in a frame whose signs are one or two half widths wide; rules of two are half as many signs. */
function frameOf(table: readonly Cell[][], sign: 1 | 2): string {
  const { cells, height, width } = placed(table);
  const room = Array<number>(width).fill(2);
  const reach = (from: number, to: number): number =>
    room.slice(from, to).reduce((sum, one) => sum + one + sign, -sign);
  for (const { text, c, columns } of cells.toSorted((a, b) => a.columns - b.columns)) {
    const missing = halves(text) - reach(c, c + columns);
    if (missing > 0) room[c + columns - 1]! += missing + (missing % 2);
  }
  const none = Array.from({ length: height }, (_, r) =>
    room.map((_, c): Placed => ({ text: '', r, c, rows: 1, columns: 1 })),
  );
  const at = (r: number, c: number): Placed =>
    cells.find((cell) => cell.r <= r && r < cell.r + cell.rows && cell.c <= c && c < cell.c + cell.columns) ??
    none[r]![c]!;
  const rule = (r: number): string =>
    room
      .map((one, c) => (r > 0 && r < height && at(r, c) === at(r - 1, c) ? ' '.repeat(one) : '-'.repeat(one / sign)))
      .reduce((line, part) => `${line}${part}+`, '+');
  const row = (r: number): string => {
    const own = [...new Set(room.map((_, c) => at(r, c)))];
    const texts = own.map((cell) => {
      const text = cell.r === r ? cell.text : '';
      return text + ' '.repeat(reach(cell.c, cell.c + cell.columns) - halves(text));
    });
    return `|${texts.join('|')}|`;
  };
  return [...Array.from({ length: height }, (_, r) => [rule(r), row(r)]).flat(), rule(height)].join('\n');
}

export function wordFile(blocks: readonly Block[]): Promise<Buffer> {
  const cell = ({ text, rows = 1, columns = 1 }: Cell) =>
    new TableCell({ children: [new Paragraph(text)], rowSpan: rows, columnSpan: columns });
  const table = (rows: readonly Cell[][]) =>
    new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cell) })) });
  const children = blocks.map((block) => (typeof block === 'string' ? new Paragraph(block) : table(block)));
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

const letters = (at: number): string => String.fromCharCode(65 + at);

export function sheetFile(blocks: readonly Block[]): Promise<Buffer> {
  const rows: string[][] = [];
  const merged: string[] = [];
  for (const block of blocks) {
    const { cells, height } = placed(typeof block === 'string' ? [[{ text: block }]] : block);
    const from = rows.length;
    for (let r = 0; r < height; r++) rows.push([]);
    for (const { text, r, c, rows: deep, columns } of cells) {
      const number = /^\d+$/u.test(text);
      const at = `${letters(c)}${from + r + 1}`;
      if (text !== '')
        rows[from + r]!.push(
          number ? `<c r="${at}"><v>${text}</v></c>` : `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`,
        );
      if (deep * columns > 1) merged.push(`${at}:${letters(c + columns - 1)}${from + r + deep}`);
    }
  }
  const data = rows.map((cells, r) => `<row r="${r + 1}">${cells.join('')}</row>`).join('');
  return xlsxFile(
    `<sheetData>${data}</sheetData><mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
  );
}

const size = 7;
const line = 9;
/** How many half widths of a Han character a text takes, curly quotation marks being as wide as one. */
const halves = (text: string): number => 2 * (widthOf(text) / size);
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign < '\u0100' ? size / 2 : size), 0);

/** The widths of a table's columns: labels wide, values narrow. */
function columnsOf(width: number): number[] {
  if (width >= 15) return Array<number>(width).fill(525 / width);
  if (width >= 10) return [50, 70, 130, ...Array<number>(width - 3).fill(280 / (width - 3))];
  return [140, ...Array<number>(width - 1).fill(110)];
}

/**
 * How tables are drawn: with their borders, with a border around each cell and room between, without, or as a sheet is printed: without borders, words set to the left and
 * numbers to the right, all at the bottom of their cells, and cells of several lines behind those of one.
 */
type Look = 'ruled' | 'boxed' | 'bare' | 'sheet';

/** A page to a table; long words are wrapped inside their cell. */
export const pageFile = (blocks: readonly Block[], look: Look): Buffer => pdfFile(pagesOf(blocks, look));

type DrawnPage = PdfPage & Required<Pick<PdfPage, 'texts' | 'lines'>>;

/** The pages of `pageFile`. */
export function pagesOf(blocks: readonly Block[], look: Look): DrawnPage[] {
  const pages: DrawnPage[] = [{ texts: [], lines: [] }];
  let y = 50;
  for (const block of blocks) {
    const page = pages.at(-1)!;
    if (typeof block === 'string') {
      page.texts.push({ text: block, x: 40, y, size: 9 });
      y += 20;
      continue;
    }
    const isDrawn = look === 'ruled' || look === 'boxed';
    y = drawn(block, y, isDrawn ? page : { texts: page.texts, lines: [] }, look) + 20;
    pages.push({ texts: [], lines: [] });
    y = 50;
  }
  return pages;
}

/** Draws a table from `top` and gives its lower edge. */
function drawn(table: Cell[][], top: number, page: DrawnPage, look: Look): number {
  const asSheet = look === 'sheet';
  // Columns stand further apart than a character is wide, rows less.
  const [across, down] = look === 'boxed' ? [4, 1.5] : [0, 0];
  const { cells, height, width } = placed(table);
  const widths = columnsOf(width);
  const left = (c: number): number => 30 + widths.slice(0, c).reduce((sum, one) => sum + one, 0);
  const wrapped = (cell: Placed): string[] => {
    const room = left(cell.c + cell.columns) - left(cell.c) - 4;
    return [...cell.text].reduce<string[]>((lines, sign) => {
      const last = lines.at(-1);
      if (last !== undefined && widthOf(last + sign) <= room) lines[lines.length - 1] = last + sign;
      else lines.push(sign);
      return lines;
    }, []);
  };
  const heights = Array.from({ length: height }, (_, r) =>
    Math.max(1, ...cells.filter((cell) => cell.r === r && cell.rows === 1).map((cell) => wrapped(cell).length)),
  ).map((lines) => lines * line + 6);
  const late: DrawnPage['texts'] = [];
  const edge = (r: number): number => top + heights.slice(0, r).reduce((sum, one) => sum + one, 0);
  for (const cell of cells) {
    const [x0, y0, x1, y1] = [left(cell.c), edge(cell.r), left(cell.c + cell.columns), edge(cell.r + cell.rows)];
    const [l, t, r, b] = [x0 + across, y0 + down, x1 - across, y1 - down];
    page.lines.push([l, t, r, t], [l, b, r, b], [l, t, l, b], [r, t, r, b]);
    const lines = wrapped(cell);
    const centre = (y0 + y1) / 2 - ((lines.length - 1) * line) / 2 + size * 0.35;
    const first = asSheet ? y1 - 3 - (lines.length - 1) * line : centre;
    lines.forEach((text, at) => {
      const right = x1 - 2 - widthOf(text);
      const x = asSheet ? (/^[\d.,+-]+$/u.test(text) ? right : x0 + 2) : (x0 + x1 - widthOf(text)) / 2;
      (asSheet && lines.length > 1 ? late : page.texts).push({ text, x, y: first + at * line, size });
    });
  }
  page.texts.push(...late);
  return edge(height);
}

/** As a browser prints the web page. */
export async function printedFile(blocks: readonly Block[], browser: Browser): Promise<Buffer> {
  const page = await browser.newPage();
  const style =
    '<style>table{border-collapse:collapse;width:100%;font-size:9px}td{border:1px solid #000;text-align:center}</style>';
  await page.setContent(htmlFile(blocks, style).toString());
  const bytes = await page.pdf({ format: 'A4' });
  await page.close();
  return bytes;
}
