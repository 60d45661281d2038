import { eastAsianWidth } from 'get-east-asian-width';
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
  const pieces = spans.map((): Piece => ({ text: '', begins: false, ends: false }));
  let at = 0;
  let own = -1;
  for (const sign of text.trimEnd()) {
    const from = at;
    at += eastAsianWidth(sign.codePointAt(0)!, { ambiguousAsWide });
    while (own + 1 < spans.length && spans[own + 1]!.from <= from) own++;
    if (sign === '\t') return null;
    if (sign === ' ') {
      if (own >= 0) pieces[own]!.text += sign;
      continue;
    }
    if (own < 0 || (at > spans[own]!.to && own < spans.length - 1)) return null;
    const piece = pieces[own]!;
    if (piece.text.trim() === '') piece.begins = from === spans[own]!.from;
    piece.text += sign;
    piece.ends = at === spans[own]!.to;
  }
  return [pieces.map((piece) => ({ ...piece, text: piece.text.trim() }))];
}
