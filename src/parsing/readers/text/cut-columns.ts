import { halfWidths } from './half-widths.ts';
import type { TextLine } from './pasted-rows.ts';

/** Where a column begins on a line, and where it ends, in half widths of a Han character; `to` is not included. */
export interface Span {
  from: number;
  to: number;
}

/** What a line prints in one column, and whether it begins where the column does, and ends where it ends. */
export interface Piece {
  text: string;
  begins: boolean;
  ends: boolean;
}
export type Cut = ReadonlyMap<TextLine, readonly Piece[]>;

/**
 * Lines cut at the columns, as wide as they look: a Han character is two wide, but a curly quotation mark one or two. Where
 * both ways can be, the other lines tell at which side of its column a value stands. `null` where a line keeps to no way.
 */
export function cutAt(spans: readonly Span[], lines: readonly TextLine[]): Cut | null {
  const ways = lines.map(({ text }) => {
    const found = [false, true].flatMap((wide) => piecesOf(text, spans, wide) ?? []);
    return found.length === 2 && textsOf(found[0]!) === textsOf(found[1]!) ? found.slice(0, 1) : found;
  });
  const sure = ways.flatMap((found) => (found.length === 1 ? [found[0]!] : []));
  const all = (side: 'begins' | 'ends') =>
    spans.map((_, at) => sure.every((pieces) => pieces[at]!.text === '' || pieces[at]![side]));
  const [left, right] = [all('begins'), all('ends')];
  const keepsTo = (pieces: readonly Piece[]): boolean =>
    pieces.every(({ text, begins, ends }, at) => text === '' || ((!left[at] || begins) && (!right[at] || ends)));
  const chosen = ways.map((found) => (found.length > 1 ? found.filter(keepsTo) : found));
  if (!chosen.every(({ length }) => length === 1)) return null;
  return new Map(lines.map((line, at) => [line, chosen[at]![0]!]));
}

const textsOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('\n');

function piecesOf(text: string, spans: readonly Span[], ambiguousAsWide: boolean): [Piece[]] | null {
  const signs = halfWidths(text, ambiguousAsWide);
  const last = spans.length - 1;
  const pieces = spans.map(({ from, to }, at): Piece => {
    const own = signs.slice(from, at < last ? to : undefined);
    const isFilled = (x: number): boolean => (signs[x] ?? ' ') !== ' ';
    return { text: own.join('').trim(), begins: isFilled(from), ends: isFilled(to - 1) && !isFilled(to) };
  });
  const between = spans.flatMap(({ from }, at) => signs.slice(at > 0 ? spans[at - 1]!.to : 0, from));
  return signs.includes('\t') || between.some((sign) => sign !== ' ') ? null : [pieces];
}
