import type { Letter } from './letters.ts';
import type { Ruling } from './rulings.ts';

/** Lines on nearly the same height are pieces of one, if they touch. */
const same = 0.6;
const touching = 1;
/** Shares of a letter's height by which a line may pass its middle, and stand out on both sides of what it strikes. */
const [beside, beyond] = [0.2, 0.6];
/** Points beyond which a line is one of a table: nearly all are, and looking for letters below each takes its time. */
const longest = 400;
/** Letters in a row beyond which it is no print that anybody reads. */
const mostInRow = 1000;

/**
 * Marks the letters that a line strikes out as not to be read, and gives the lines that strike none. A line of a table
 * that runs through text is longer than what it runs through.
 */
export function withoutStrikes(rulings: readonly Ruling[], letters: readonly Letter[]): Ruling[] {
  const rows = new Map<number, Letter[]>();
  for (const letter of letters) {
    const row = Math.round(middle(letter));
    const own = rows.get(row);
    if (!own) rows.set(row, [letter]);
    else if (own.length < mostInRow) own[own.length] = letter;
  }
  const strikes = new Set<Ruling>();
  for (const pieces of levelLines(rulings)) {
    const [from, to] = [pieces[0]!.from, pieces.reduce((end, piece) => Math.max(end, piece.to), 0)];
    if (to - from > longest) continue;
    const { at } = pieces[0]!;
    const near = [-2, -1, 0, 1, 2].flatMap((by) => rows.get(Math.round(at) + by) ?? []);
    const under = near.filter((letter) => {
      const centre = (letter.ink[0] + letter.ink[2]) / 2;
      return centre > from && centre < to && Math.abs(middle(letter) - at) < beside * letter.size;
    });
    if (under.length === 0) continue;
    const most = beyond * Math.max(...under.map(({ size }) => size));
    const [left, right] = [Math.min(...under.map(({ ink }) => ink[0])), Math.max(...under.map(({ ink }) => ink[2]))];
    if (from < left - most || to > right + most) continue;
    for (const piece of pieces) strikes.add(piece);
    for (const letter of under) letter.sight = 'unseen';
  }
  return strikes.size > 0 ? rulings.filter((ruling) => !strikes.has(ruling)) : [...rulings];
}

const middle = ({ ink }: Letter): number => (ink[1] + ink[3]) / 2;

/** Level lines with the pieces that they are drawn in. */
function levelLines(rulings: readonly Ruling[]): Ruling[][] {
  const lines: Ruling[][] = [];
  const level = rulings.filter(({ upright }) => !upright).sort((a, b) => a.at - b.at);
  for (let from = 0; from < level.length; ) {
    let next = from + 1;
    while (next < level.length && level[next]!.at - level[next - 1]!.at <= same) next++;
    let end = Number.NEGATIVE_INFINITY;
    for (const piece of level.slice(from, next).sort((a, b) => a.from - b.from)) {
      if (piece.from > end + touching) lines.push([piece]);
      else lines.at(-1)!.push(piece);
      end = Math.max(end, piece.to);
    }
    from = next;
  }
  return lines;
}
