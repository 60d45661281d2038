import type { Token } from '../document.ts';
import { remembered } from '../text/remembered.ts';
import { isBroken, readCellText } from './cell-text.ts';
import { type Columns, columnOf } from './token-columns.ts';
import { type Field, field, type ValueRow } from './value-row.ts';

const unitAlone = /^(?:件|项|个|条|份|宗|起|例|元|万元)$/u;

export const isValue = ({ text }: Token): boolean => saysValue(text);

const saysValue = remembered((text): boolean => {
  const { state } = readCellText(text);
  return state === 'number' || state === 'placeholder' || isBroken(text);
});

/** Values between words, in the order of the file: each run with the words before it. */
export interface Run {
  before: Token[];
  values: Token[];
}

/** Cuts tokens into runs of values; `inValues` says which tokens stand where values stand. */
export function runsOf(tokens: readonly Token[], inValues: (token: Token) => boolean): { runs: Run[]; rest: Token[] } {
  const runs: Run[] = [];
  let before: Token[] = [];
  let open: Run | null = null;
  for (const token of tokens) {
    const value = inValues(token) && (isValue(token) || (open !== null && unitAlone.test(token.text)));
    if (value && open) open.values.push(token);
    else if (value) {
      open = { before, values: [token] };
      runs.push(open);
      before = [];
    } else if (!isValue(token)) {
      open = null;
      before.push(token);
    }
  }
  return { runs, rest: before };
}

/** A run as a row of the table: what stands in each column joined, nothing there blank. */
export function rowOf(run: Run, columns: Columns, widest: readonly number[]): ValueRow {
  const before = run.before.map(({ text }) => text);
  const stacked = columns.slice(0, -1).map((_, at) => run.values.filter((token) => columnOf(token, columns) === at));
  const cells = stacked.map((tokens, at) => cellOf(tokens, widest[at]!));
  const inside = run.values.every((token) => columnOf(token, columns) >= 0);
  if (inside && cells.every((cell) => cell !== null) && onOneHeight(stacked) && !isTwoRows(stacked))
    return { before, after: [], fields: cells, cells: true };
  const fields = run.values.map((token) => field(token.text, placeOf([token])));
  return { before, after: [], fields, broken: true, doubt: 'values of two rows or in one column' };
}

/**
 * Whether a number stands at the height of the run but outside the columns, and no words between: the columns are not
 * those of this row. List numbers stand left of their words.
 */
export function hasStray(run: Run, words: readonly Token[], columns: Columns): boolean {
  const first = run.values[0];
  if (!first) return false;
  const beside = words.filter(
    (word) => word.page === first.page && Math.abs(centreOf(word) - centreOf(first)) < first.height / 2,
  );
  return beside.some(
    (word) =>
      isValue(word) &&
      columnOf(word, columns) < 0 &&
      !beside.some((other) => !isValue(other) && other.x > word.x && other.x < columns[0]!),
  );
}

/**
 * Whether none of the words before the values of a run stands left of them at their height: in the order of the file they
 * are of another row. Nothing is said of words on the page before: there a row may have been cut in two.
 */
export function standsApart({ before, values: [first] }: Run, left: number): boolean {
  if (!first || before.some((word) => word.page !== first.page)) return false;
  return !before.some((word) => word.x < left && Math.abs(centreOf(word) - centreOf(first)) < 2 * first.height);
}

/**
 * Whether the values of a run stand below all words before them, and those behind on the next page: the row may have been
 * cut, and its label be the next one.
 */
export function standsBelow({ before, values: [first] }: Run, next: Token | undefined): boolean {
  if (!first || !next || next.page === first.page) return false;
  const own = before.filter(({ page, x }) => page === first.page && x < first.x);
  return own.every(({ y, height }) => first.y > y + 0.8 * height);
}

const centreOf = ({ y, height }: Token): number => y + height / 2;

/** Whether what stands in the columns stands beside each other: numbers of two rows may come without words between. */
function onOneHeight(stacked: readonly (readonly Token[])[]): boolean {
  const filled = stacked.filter((tokens) => tokens.length > 0);
  const first = Math.min(...filled.flat().map(({ page }) => page));
  const ends = filled.map((tokens) => {
    const own = tokens.filter(({ page }) => page === first);
    return { top: Math.min(...own.map(({ y }) => y)), bottom: Math.max(...own.map(({ y, height }) => y + height)) };
  });
  return Math.max(...ends.map(({ top }) => top)) < Math.min(...ends.map(({ bottom }) => bottom));
}

/** Whether every column with a value has pieces below each other: numbers of a row are not all broken. */
const isTwoRows = (stacked: readonly (readonly Token[])[]): boolean => {
  const filled = stacked.filter((tokens) => tokens.length > 0);
  return filled.length > 1 && filled.every((tokens) => tokens.filter(({ text }) => !unitAlone.test(text)).length > 1);
};

/** The widest piece of each column: a number is broken over lines only where its first piece fills the column. */
export const widestOf = (values: readonly Token[], columns: Columns): number[] =>
  columns
    .slice(0, -1)
    .map((_, at) =>
      Math.max(0, ...values.filter((token) => columnOf(token, columns) === at).map(({ width }) => width)),
    );

function cellOf(tokens: readonly Token[], widest: number): Field | null {
  const pieces = [...tokens].sort((a, b) => a.page - b.page || a.y - b.y);
  for (let at = 1; at < pieces.length; at++) {
    const [upper, lower] = [pieces[at - 1]!, pieces[at]!];
    // One digit over another is a number of two rows: no column is that narrow.
    const fills = (upper.text.length > 1 && upper.width >= widest * 0.75) || unitAlone.test(lower.text);
    const below =
      lower.page > upper.page || (lower.y - upper.y > upper.height * 0.7 && lower.y - upper.y < upper.height * 2.2);
    if (!fills || !below) return null;
  }
  return field(pieces.map(({ text }) => text).join(''), placeOf(pieces));
}

function placeOf(tokens: readonly Token[]): Field['place'] {
  const first = tokens[0];
  if (!first) return {};
  const own = tokens.filter(({ page }) => page === first.page);
  const left = Math.min(...own.map(({ x }) => x));
  const right = Math.max(...own.map(({ x, width }) => x + width));
  const bottom = Math.max(...own.map(({ y, height }) => y + height));
  const round = (n: number): number => Math.round(n * 10) / 10;
  return { page: first.page, box: [round(left), round(first.y), round(right - left), round(bottom - first.y)] };
}
