import type { Line } from '../document.ts';
import { joinCutRows } from './cut-rows.ts';
import { piecesOf } from './line-pieces.ts';
import { isBlank, type ValueRow } from './value-row.ts';
import { asWords, type Piece, type Value } from './word-pieces.ts';

/**
 * Values of a stretch of lines in reading order, with the words around them. `count` is how many values a full row has,
 * where all rows have as many: it tells how values on lines of their own belong together. `tabs` says that a tab parts
 * cells; in text taken from PDF it is only a gap.
 */
export function lineRows(lines: readonly Line[], count?: number, tabs = true): ValueRow[] {
  return rowsOf(piecesOf(lines, tabs), count);
}

function rowsOf(pieces: readonly Piece[], count: number | undefined): ValueRow[] {
  const rows: ValueRow[] = [];
  let words: string[] = [];
  let lineOfWords = -1;
  let run: Value[] = [];
  const close = (): void => {
    if (run.length > 0) {
      const made = splitRun(run, count);
      made[0]!.before = words;
      made[0]!.labelAhead = lineOfWords === run[0]!.line;
      if (made[0]!.sheet && !made[0]!.labelAhead) made[0]!.labelApart = true;
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
    if (piece.kind === 'words') {
      words.push(piece.text);
      lineOfWords = piece.line;
    }
  }
  close();
  const last = rows.at(-1);
  if (last) last.after = words;
  markBroken(rows, count);
  markStrangers(rows);
  markPairs(rows);
  forgiveUsual(rows);
  return joinCutRows(rows);
}

/** Values without words before them and too few for a row may be the rest of the row above: a number broken over lines. */
function markBroken(rows: readonly ValueRow[], count: number | undefined): void {
  const filled = (row: ValueRow): number => row.fields.filter(({ state }) => state !== 'blank').length;
  rows.forEach((row, at) => {
    const above = rows[at - 1];
    if (!above || row.before.length > 0 || isBlank(row) || isBlank(above)) return;
    if (filled(row) < (count ?? filled(above) + 1)) above.doubt ??= 'values without a label behind the row';
  });
}

/**
 * A 0 on the line before its row, where few rows begin so, may be a stranger in a row that lacks a value: it adds nothing
 * to the sum, which shows nothing then.
 */
function markStrangers(rows: readonly ValueRow[]): void {
  const apart = rows.filter((row) => row.firstApart);
  if (apart.length > rows.length / 5) return;
  for (const row of apart) if (row.fields[0]!.value === 0) row.labelDoubt ??= 'a 0 stands on the line before the row';
}

/**
 * Where rows have one value a line, two on one line may be a number moved onto the one beside it, from a cell that no
 * blank shows; the row adds up all the same.
 */
function markPairs(rows: readonly ValueRow[]): void {
  const paired = rows.filter((row) => row.paired);
  if (paired.length > Math.max(1, rows.length / 5)) return;
  for (const row of paired) row.labelDoubt ??= 'two values share a line, where others stand one a line';
}

/** Where many rows have their first value in the cell of their label, the table was torn so, and no row of it stands out. */
function forgiveUsual(rows: readonly ValueRow[]): void {
  const torn = rows.filter(({ ragged }) => ragged);
  if (torn.length > Math.max(1, rows.length / 5)) for (const row of torn) delete row.ragged;
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
  const isTorn = run[0]!.inLabel === true && !run.at(-1)!.inLabel;
  const ragged = isTorn && { ragged: true as const };
  const whole: ValueRow = { before: [], after: [], fields, ...sheetOf(run), cells: firstCell === 0, ...ragged };
  if (count === undefined || whole.cells) return [whole];
  const lines = new Set(run.map(({ line }) => line)).size;
  const firstApart = run.length > 1 && run[0]!.line !== run[1]!.line && { firstApart: true as const };
  const paired = lines === count - 1 && { paired: true as const };
  if (run.length === count && lines > 1 && lines < count)
    return [{ ...whole, doubt: 'values on several lines', ...firstApart, ...paired }];
  if (run.length <= count || run.length % count > 0) return [whole];
  const rows: ValueRow[] = [];
  for (let from = 0; from < run.length; from += count) {
    const next = run[from + count];
    if (next && next.line === run[from + count - 1]!.line) return [whole];
    const fields = run.slice(from, from + count).map((piece) => piece.field);
    rows.push({ before: [], after: [], fields, labelDoubt: 'no words between two rows' });
  }
  return rows;
}
