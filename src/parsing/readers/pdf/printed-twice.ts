import { characterSpans, type TextContent, type TextItem } from './tokens.ts';

/** The second copy of a letter lies within this share of its height. */
const besides = 0.15;
/** Points of the squares that copies are looked for in. */
const square = 4;
/** Equal letters remembered in one square: more is no print that anybody reads. */
const most = 100;

/**
 * The text of a page with each letter once. Where a font has no bold some programs print the same again, a hair to the
 * side: 44 would be read as 4444.
 */
export function withoutCopies(content: TextContent): TextContent {
  if (!overlaps(content)) return content;
  const printed = new Printed();
  const items = content.items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [item];
    const fresh = characterSpans(item).filter(
      ({ text, from }) => text.trim() === '' || !printed.again(item, text, from),
    );
    if (!fresh.some(({ text }) => text.trim())) return [];
    const [first, last] = [fresh[0]!, fresh.at(-1)!];
    const [a, b, c, d, e, f] = item.transform as [number, number, number, number, number, number];
    const turn = Math.hypot(a, b) || 1;
    const transform = [a, b, c, d, e + (first.from * a) / turn, f + (first.from * b) / turn];
    return [{ ...item, str: fresh.map(({ text }) => text).join(''), width: last.to - first.from, transform }];
  });
  return { ...content, items };
}

/** Whether a piece begins before the end of the one before it, as copies do, and few others. */
function overlaps({ items }: TextContent): boolean {
  let before: TextItem | undefined;
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [x, y] = [item.transform[4], item.transform[5]];
    if (before && Math.abs(before.transform[5] - y) < 0.3 * item.height)
      if (x < before.transform[4] + before.width - 0.3 * item.height) return true;
    before = item;
  }
  return false;
}

/** Letters by where they stand. */
class Printed {
  /** By letter, and by the square: x and y of each copy, one behind the other. */
  readonly #squares = new Map<string, Map<number, number[]>>();

  /** Whether the letter at `from` within the item stands there already; else it does from now on. */
  again({ transform, height }: TextItem, letter: string, from: number): boolean {
    const [a, b, , , e, f] = transform as [number, number, number, number, number, number];
    const turn = Math.hypot(a, b) || 1;
    const [x, y] = [e + (from * a) / turn, f + (from * b) / turn];
    const tolerance = besides * height;
    let squares = this.#squares.get(letter);
    if (squares) {
      const [left, right] = [Math.floor((x - tolerance) / square), Math.floor((x + tolerance) / square)];
      const [low, high] = [Math.floor((y - tolerance) / square), Math.floor((y + tolerance) / square)];
      for (const column of left === right ? [left] : [left, right])
        for (const row of low === high ? [low] : [low, high])
          if (stands(squares.get(key(column, row)), x, y, tolerance)) return true;
    } else {
      squares = new Map();
      this.#squares.set(letter, squares);
    }
    const here = key(Math.floor(x / square), Math.floor(y / square));
    const own = squares.get(here);
    if (!own) squares.set(here, [x, y]);
    else if (own.length < 2 * most) own.push(x, y);
    return false;
  }
}

/** One number for each square of a page; should two share one, it only holds the letters of both. */
const key = (column: number, row: number): number => column * 0x10000 + row;

/** Whether one of these copies stands there. */
function stands(copies: readonly number[] | undefined, x: number, y: number, tolerance: number): boolean {
  if (!copies) return false;
  for (let at = 0; at < copies.length; at += 2)
    if (Math.abs(copies[at]! - x) <= tolerance && Math.abs(copies[at + 1]! - y) <= tolerance) return true;
  return false;
}
