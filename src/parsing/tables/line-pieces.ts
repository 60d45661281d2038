import type { Line } from '../document.ts';
import { normalise } from '../text/normalise.ts';
import { linesWithoutSpacers } from './spacer-columns.ts';
import { field, isSpelledOut } from './value-row.ts';
import { type Piece, plainPieces, type Value } from './word-pieces.ts';

const rule = /^[\s|:+-]*-{3,}[\s|:+-]*$/u;
/** The rule over, in and under a table that is set by blanks: a run of hyphens for each of its columns. */
const columnRule = /^\s*-{3,}(?:\s+-{3,})+\s*$/u;
const folio =
  /^\s*(?:[-\u2010-\u2015\u2212－·•]+\s*\d{1,4}\s*[-\u2010-\u2015\u2212－·•]+|第\s*\d+\s*页.*|[Pp](?:age|\.)\s*\d+.*)\s*$/u;
const pageOfPages = /^\s*([1-9]\d?)\s*\/\s*([1-9]\d?)\s*$/u;

/** What a line of the page that is no part of its table looks like: a printed page number, a rule of Markdown. */
const isOutside = (text: string): boolean =>
  folio.test(text) || isPageOfPages(text) || columnRule.test(text) || (rule.test(text) && /[|\t]/.test(text));

/** `3 / 12` is the third of twelve pages; `0 / 1680` are three cells. */
const isPageOfPages = (text: string): boolean => {
  const pages = pageOfPages.exec(text);
  return pages !== null && Number(pages[1]) <= Number(pages[2]);
};

/** The pieces of a stretch of lines in reading order; `tabs` says that a tab may part cells. */
export function piecesOf(lines: readonly Line[], tabs: boolean): Piece[] {
  const usable = lines.filter(({ text }) => !isOutside(text));
  if (isOneCellALine(usable)) return streamPieces(usable);
  const borders: Borders = {
    tabs: tabs && tabsPartCells(usable),
    leadingBar: mostly(usable, (text) => text.trimStart().startsWith('|')),
    closingBar: mostly(usable, (text) => text.trimEnd().endsWith('|')),
  };
  const cells = linesWithoutSpacers(usable.map(({ text }) => cellsOf(text, borders)));
  return usable.flatMap((line, at) => linePieces(line, at, cells[at]!));
}

/** Text that came out of a PDF has a blank before each tab, and no tab for an empty cell. */
const tabsPartCells = (lines: readonly Line[]): boolean => lines.some(({ text }) => /(?:^|[^ \u00A0])\t/u.test(text));

/** What parts the cells of a line, and whether a bar also stands before the first and behind the last. */
interface Borders {
  tabs: boolean;
  leadingBar: boolean;
  closingBar: boolean;
}

/** Whether most lines with bars are so. */
function mostly(lines: readonly Line[], isSo: (text: string) => boolean): boolean {
  const barred = lines.filter(({ text }) => text.includes('|'));
  return barred.filter(({ text }) => isSo(text)).length > barred.length / 2;
}

/** Whether bars part single cells that stand one to a line. */
function isOneCellALine(lines: readonly Line[]): boolean {
  const barred = lines.filter(({ text }) => text.includes('|'));
  const single = barred.filter(({ text }) => text.split('|').length === 2);
  return single.length >= 4 && single.length >= barred.length * 0.8;
}

function streamPieces(lines: readonly Line[]): Piece[] {
  // `cell |` ends a cell on its line; where most bars stand alone, each ends the cell of the lines before it.
  const barred = lines.filter(({ text }) => text.includes('|'));
  const alone = barred.filter(({ text }) => text.trim() === '|');
  const barsAlone =
    alone.length > barred.length * 0.6 && lines.some(({ text }) => text.trim() !== '' && !text.includes('|'));
  // A bar at the very edge that stands before the first cell marks a row; blank cells have a blank before their bar.
  const marks = !barsAlone && barred[0]?.text === '|';
  const pieces: Piece[] = [];
  let open = false;
  lines.forEach((line, at) => {
    const bar = line.text.includes('|');
    const words = line.text.replaceAll('|', ' ');
    if (words.trim() !== '') {
      const printed = plainPieces({ ...line, text: words }, at);
      // A line is one cell: two numbers on it are no two values.
      const isOne = printed.length > 1 && printed.every(({ kind }) => kind === 'value');
      if (isOne) pieces.push({ kind: 'value', field: field(words.trim(), line.place), line: at });
      else pieces.push(...printed);
      open = barsAlone && !bar;
    } else if (bar && open) open = false;
    else if (bar && marks && line.text === '|') pieces.push({ kind: 'rowEnd' });
    else if (bar) pieces.push({ kind: 'value', field: field('', line.place), line: at });
  });
  return pieces.map((piece) => (piece.kind === 'value' && marks ? { ...piece, cells: true } : piece));
}

const linePieces = (line: Line, at: number, cells: readonly string[]): Piece[] =>
  cells.length > 1 ? cellPieces(cells, line, at) : plainPieces(line, at);

function cellsOf(text: string, { tabs, leadingBar, closingBar }: Borders): string[] {
  if (!text.includes('|')) return tabs ? text.split('\t') : [text];
  const cells = text.split('|');
  if (leadingBar && cells[0]?.trim() === '') cells.shift();
  if (closingBar && cells.at(-1)?.trim() === '') cells.pop();
  return cells;
}

/** Blank cells before words are the room of merged cells: only values, and the blanks behind the last words, count. */
function cellPieces(cells: readonly string[], line: Line, at: number): Piece[] {
  const pieces: Piece[] = [];
  let run: Value[] = [];
  const filled = (): boolean => run.some((piece) => piece.field.state !== 'blank');
  for (const [index, cell] of cells.entries()) {
    const value = field(cell, line.place);
    if (value.state === 'unreadable' && !isSpelledOut(cell) && /\p{Script=Han}/u.test(normalise(cell))) {
      if (filled()) pieces.push(...run);
      const inner = plainPieces({ ...line, text: cell }, at);
      pieces.push(...inner.filter((piece) => piece.kind === 'words'));
      run = inner
        .filter((piece) => piece.kind === 'value')
        .map((piece) => ({ ...piece, cells: true, inLabel: true, lead: index + 1, width: cells.length }));
    } else run.push({ kind: 'value', field: value, line: at, cells: true, lead: index, width: cells.length });
  }
  if (filled() || pieces.length > 0 || run.length > 4) pieces.push(...run);
  return [...pieces, { kind: 'rowEnd' }];
}
