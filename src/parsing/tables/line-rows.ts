import type { Line } from '../document.ts';
import { normalise } from '../text/normalise.ts';
import { readCellText } from './cell-text.ts';
import { type Field, field, isZeroWord, joinCutRows, type ValueRow } from './value-row.ts';

/** What a line of a table falls into: words, values (with the cells of their line), or the end of a row of cells. */
type Piece =
  | { kind: 'words'; text: string }
  | { kind: 'value'; field: Field; line: number; cells?: true; lead?: number; width?: number }
  | { kind: 'rowEnd' };

const rule = /^[\s|:+-]*-{3,}[\s|:+-]*$/u;
const folio =
  /^\s*(?:[-\u2010-\u2015\u2212－·•]+\s*\d{1,4}\s*[-\u2010-\u2015\u2212－·•]+|第\s*\d+\s*页.*|[Pp](?:age|\.)\s*\d+.*)\s*$/u;
const pageOfPages = /^\s*([1-9]\d?)\s*\/\s*([1-9]\d?)\s*$/u;

type Value = Extract<Piece, { kind: 'value' }>;

/** What a line of the page that is no part of its table looks like: a printed page number, a rule of Markdown. */
const isOutside = (text: string): boolean =>
  folio.test(text) || isPageOfPages(text) || (rule.test(text) && /[|\t]/.test(text));

/** `3 / 12` is the third of twelve pages; `0 / 1680` are three cells. */
const isPageOfPages = (text: string): boolean => {
  const pages = pageOfPages.exec(text);
  return pages !== null && Number(pages[1]) <= Number(pages[2]);
};

/**
 * Values of a stretch of lines in reading order, with the words around them. `count` is how many values a full row has,
 * where all rows have as many: it tells how values on lines of their own belong together. `tabs` says that a tab parts
 * cells; in text taken from PDF it is only a gap.
 */
export function lineRows(lines: readonly Line[], count?: number, tabs = true): ValueRow[] {
  const usable = lines.filter(({ text }) => !isOutside(text));
  if (isOneCellALine(usable)) return rowsOf(streamPieces(usable), count);
  const borders: Borders = { tabs: tabs && tabsPartCells(usable), leadingBar: barsLead(usable) };
  return rowsOf(
    usable.flatMap((line, at) => linePieces(line, at, borders)),
    count,
  );
}

/** Text that came out of a PDF has a blank before each tab, and no tab for an empty cell. */
const tabsPartCells = (lines: readonly Line[]): boolean => lines.some(({ text }) => /(?:^|[^ \u00A0])\t/u.test(text));

/** What parts the cells of a line, and whether a bar also stands before the first. */
interface Borders {
  tabs: boolean;
  leadingBar: boolean;
}

function barsLead(lines: readonly Line[]): boolean {
  const barred = lines.filter(({ text }) => text.includes('|'));
  return barred.filter(({ text }) => text.trimStart().startsWith('|')).length > barred.length / 2;
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
  // A bar at the very edge marks a row, where blank cells are known by the blank before their bar.
  const marks = !barsAlone && alone.some(({ text }) => text !== '|') && alone.some(({ text }) => text === '|');
  const pieces: Piece[] = [];
  let open = false;
  lines.forEach((line, at) => {
    const bar = line.text.includes('|');
    const words = line.text.replaceAll('|', ' ');
    if (words.trim() !== '') {
      pieces.push(...plainPieces({ ...line, text: words }, at));
      open = barsAlone && !bar;
    } else if (bar && open) open = false;
    else if (bar && marks && line.text === '|') pieces.push({ kind: 'rowEnd' });
    else if (bar) pieces.push({ kind: 'value', field: field('', line.place), line: at });
  });
  return pieces.map((piece) => (piece.kind === 'value' && marks ? { ...piece, cells: true } : piece));
}

function linePieces(line: Line, at: number, borders: Borders): Piece[] {
  const cells = cellsOf(line.text, borders);
  return cells.length > 1 ? cellPieces(cells, line, at) : plainPieces(line, at);
}

function cellsOf(text: string, { tabs, leadingBar }: Borders): string[] {
  if (!text.includes('|')) return tabs ? text.split('\t') : [text];
  const cells = text.split('|');
  if (leadingBar && cells[0]?.trim() === '') cells.shift();
  if (cells.at(-1)?.trim() === '') cells.pop();
  return cells;
}

/** Blank cells before words are the room of merged cells: only values, and the blanks behind the last words, count. */
function cellPieces(cells: readonly string[], line: Line, at: number): Piece[] {
  const pieces: Piece[] = [];
  let run: Value[] = [];
  const filled = (): boolean => run.some((piece) => piece.field.state !== 'blank');
  for (const [index, cell] of cells.entries()) {
    const value = field(cell, line.place);
    if (value.state === 'unreadable' && !isZeroWord(cell) && /\p{Script=Han}/u.test(normalise(cell))) {
      if (filled()) pieces.push(...run);
      const inner = plainPieces({ ...line, text: cell }, at);
      pieces.push(...inner.filter((piece) => piece.kind === 'words'));
      run = inner
        .filter((piece) => piece.kind === 'value')
        .map((piece) => ({ ...piece, cells: true, lead: index + 1, width: cells.length }));
    } else run.push({ kind: 'value', field: value, line: at, cells: true, lead: index, width: cells.length });
  }
  if (filled() || pieces.length > 0 || run.length > 4) pieces.push(...run);
  return [...pieces, { kind: 'rowEnd' }];
}

const unitAlone = /^(?:件|项|个|条|份|宗|起|例|元|万元)$/u;

/** Words and values of a line without cells. A number that a sentence goes on after, or a list mark, is part of the words. */
function plainPieces(line: Line, at: number): Piece[] {
  const tokens = withNotes(line.text.split(/[\s\u00A0\u3000]+/u).filter((token) => token !== ''));
  const pieces: Piece[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const next = tokens[index + 1];
    const value = readCellText(token);
    const countable = value.state === 'number' || value.state === 'placeholder' || isZeroWord(token);
    if (next !== undefined && isChange(token, next, pieces.at(-1))) {
      pieces.push({ kind: 'value', field: field(`${token}${next}`, line.place), line: at });
      index++;
    } else if (countable && next !== undefined && unitAlone.test(next)) {
      pieces.push({ kind: 'value', field: field(`${token} ${next}`, line.place), line: at });
      index++;
    } else if (countable && !(next !== undefined && value.state === 'number' && goesOn(next)))
      pieces.push({ kind: 'value', field: { ...value, place: line.place }, line: at });
    else pieces.push(...splitAtNumber(token, next, line, at));
  }
  return pieces;
}

/** Joins a note in brackets to the number before it: `12 （其中 3 件）`. */
function withNotes(tokens: readonly string[]): string[] {
  const joined: string[] = [];
  let open = 0;
  for (const token of tokens) {
    const last = joined.at(-1);
    const begins =
      last !== undefined && /^[（(](?:其中|含|均为|包括)/u.test(token) && /\d[件项个]?$/u.test(normalise(last));
    if (begins || open > 0) joined[joined.length - 1] = last + token;
    else joined.push(token);
    if (begins || open > 0 || /^\d+[件项个]?[（(]/u.test(token)) open = Math.max(0, open + bracketsLeftOpen(token));
  }
  return joined;
}

const bracketsLeftOpen = (text: string): number => text.split(/[（(]/u).length - text.split(/[）)]/u).length;

/** 减 and 7 with a gap between are one value; the 减 of the head 本年增 / 减 is none. */
const isChange = (token: string, next: string, before: Piece | undefined): boolean =>
  /^(?:增加?|减少?)$/u.test(token) &&
  /^[\d０-９]/u.test(next) &&
  readCellText(next).state === 'number' &&
  !(before?.kind === 'words' && /[增/]$/u.test(normalise(before.text))) &&
  !(before?.kind === 'value' && before.field.state === 'placeholder' && normalise(before.field.raw) === '/');

/** Whether the word after a number makes it a date, a list mark or part of a sentence. */
const goesOn = (next: string): boolean =>
  /^(?:[年月日号%％]|[件项个条份宗起例元次篇期家名人余多].|[.．、,，:：;；)）])/u.test(next);

/** A label with its number right behind it, without a blank between. */
function splitAtNumber(token: string, next: string | undefined, line: Line, at: number): Piece[] {
  const glued = /^(.*[\p{Script=Han}）)”"」])([+\-－]?[\d０-９][\d０-９,.]*)$/u.exec(token);
  const tail = glued && readCellText(glued[2]!);
  if (
    !glued ||
    tail?.state !== 'number' ||
    bracketsLeftOpen(glued[1]!) > 0 ||
    (next !== undefined && readCellText(next).state === 'unreadable')
  )
    return [{ kind: 'words', text: token }];
  return [
    { kind: 'words', text: glued[1]! },
    { kind: 'value', field: { ...tail, place: line.place }, line: at },
  ];
}

/** Parts of labels that alone would be placeholders: 无 of 无法提供 and 无正当理由, the stroke of 增/减. */
function asWords(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, at) => {
    const [before, after] = [pieces[at - 1], pieces[at + 1]];
    if (piece.kind !== 'value' || piece.field.state !== 'placeholder' || after?.kind !== 'words') return piece;
    const next = normalise(after.text);
    const printed = normalise(piece.field.raw);
    const inLabel =
      (printed === '无' && /^[法正]/u.test(next)) ||
      (printed === '没有' && next.startsWith('现')) ||
      (printed === '/' && next.startsWith('减') && before?.kind === 'words' && before.text.endsWith('增'));
    return inLabel ? { kind: 'words', text: piece.field.raw } : piece;
  });
}

function rowsOf(pieces: readonly Piece[], count: number | undefined): ValueRow[] {
  const rows: ValueRow[] = [];
  let words: string[] = [];
  let run: Value[] = [];
  const close = (): void => {
    if (run.length > 0) {
      const made = splitRun(run, count);
      made[0]!.before = words;
      const previous = rows.at(-1);
      if (previous) previous.after = words;
      rows.push(...made);
      words = [];
    }
    run = [];
  };
  for (const piece of asWords(pieces)) {
    if (piece.kind === 'value') run.push(piece);
    else close();
    if (piece.kind === 'words') words.push(piece.text);
  }
  close();
  const last = rows.at(-1);
  if (last) last.after = words;
  return joinCutRows(rows);
}

function sheetOf(run: readonly Value[]): Pick<ValueRow, 'lead' | 'sheet'> {
  const { lead, width } = run[0]!;
  if (lead === undefined || width === undefined) return { lead };
  return { lead, sheet: { width, columns: run.map((_, at) => lead + at) } };
}

/**
 * Values that no word parts: one row, or several where each line holds a full row. A number that stands alone on a line
 * before a row of cells is none of it, but leaves a doubt.
 */
function splitRun(run: readonly Value[], count: number | undefined): ValueRow[] {
  const firstCell = run.findIndex((piece) => piece.cells);
  if (firstCell > 0) {
    const doubt = 'a number stands alone beside the row';
    const fields = run.slice(firstCell).map((piece) => piece.field);
    return [{ before: [], after: [], fields, ...sheetOf(run.slice(firstCell)), cells: true, doubt }];
  }
  const fields = run.map((piece) => piece.field);
  const whole: ValueRow = { before: [], after: [], fields, ...sheetOf(run), cells: firstCell === 0 };
  if (count === undefined || whole.cells) return [whole];
  const lines = new Set(run.map(({ line }) => line)).size;
  if (run.length === count && lines > 1 && lines < count) return [{ ...whole, doubt: 'values on several lines' }];
  if (run.length <= count || run.length % count > 0) return [whole];
  const rows: ValueRow[] = [];
  for (let from = 0; from < run.length; from += count) {
    const next = run[from + count];
    if (next && next.line === run[from + count - 1]!.line) return [whole];
    const fields = run.slice(from, from + count).map((piece) => piece.field);
    rows.push({ before: [], after: [], fields, doubt: 'no words between two rows' });
  }
  return rows;
}
