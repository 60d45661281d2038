import type { Line } from '../document.ts';
import { normalise } from '../text/normalise.ts';
import { isBroken, isCutOff, readCellText } from './cell-text.ts';
import { type Field, field, isSpelledOut } from './value-row.ts';

/**
 * What a line of a table falls into: words, values (with the cells of their line; `inLabel` stands in that of a label), or
 * the end of a row of cells. `line` counts the lines of the table.
 */
export type Piece =
  | { kind: 'words'; text: string; line: number }
  | { kind: 'value'; field: Field; line: number; cells?: true; inLabel?: true; lead?: number; width?: number }
  | { kind: 'rowEnd' };

export type Value = Extract<Piece, { kind: 'value' }>;

const unitAlone = /^(?:件|项|个|条|份|宗|起|例|元|万元)$/u;

/** Words and values of a line without cells. A number that a sentence goes on after, or a list mark, is part of the words. */
export function plainPieces(line: Line, at: number): Piece[] {
  const tokens = withNotes(line.text.split(/[\s\u00A0\u3000]+/u).filter((token) => token !== ''));
  const pieces: Piece[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const next = tokens[index + 1];
    const value = readCellText(token);
    const countable =
      value.state === 'number' ||
      value.state === 'placeholder' ||
      isSpelledOut(token) ||
      isBroken(token) ||
      isFirstHalf(token, next);
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

const isFirstHalf = (token: string, next: string | undefined): boolean =>
  isCutOff(token) && /^[\d０-９]/u.test(next ?? '');

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

/** A label with its number right behind it, without a blank between or with a colon. */
function splitAtNumber(token: string, next: string | undefined, line: Line, at: number): Piece[] {
  const glued = /^(.*[\p{Script=Han}）)”"」][：:]?)([+\-－]?[\d０-９][\d０-９,.]*)$/u.exec(token);
  const tail = glued && readCellText(glued[2]!).state;
  if (
    !glued ||
    !(tail === 'number' || isBroken(glued[2]!) || isFirstHalf(glued[2]!, next)) ||
    bracketsLeftOpen(glued[1]!) > 0 ||
    (next !== undefined && readCellText(next).state === 'unreadable')
  )
    return [{ kind: 'words', text: token, line: at }];
  return [
    { kind: 'words', text: glued[1]!, line: at },
    { kind: 'value', field: field(glued[2]!, line.place), line: at },
  ];
}

/** Parts of labels that alone would be placeholders: 无 of 无法提供 and 无正当理由, the stroke of 增/减. */
export function asWords(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, at) => {
    const [before, after] = [pieces[at - 1], pieces[at + 1]];
    if (piece.kind !== 'value' || piece.field.state !== 'placeholder' || after?.kind !== 'words') return piece;
    const next = normalise(after.text);
    const printed = normalise(piece.field.raw);
    const inLabel =
      (printed === '无' && /^[法正]/u.test(next)) ||
      (printed === '没有' && next.startsWith('现')) ||
      (printed === '/' && next.startsWith('减') && before?.kind === 'words' && before.text.endsWith('增'));
    return inLabel ? { kind: 'words', text: piece.field.raw, line: piece.line } : piece;
  });
}
