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
  readonly #squares = new Map<string, [x: number, y: number][]>();

  /** Whether the letter at `from` within the item stands there already; else it does from now on. */
  again({ transform, height }: TextItem, letter: string, from: number): boolean {
    const [a, b, , , e, f] = transform as [number, number, number, number, number, number];
    const turn = Math.hypot(a, b) || 1;
    const [x, y] = [e + (from * a) / turn, f + (from * b) / turn];
    const tolerance = besides * height;
    const key = (x: number, y: number) => `${Math.floor(x / square)} ${Math.floor(y / square)} ${letter}`;
    const sides = [-tolerance, tolerance];
    for (const near of new Set(sides.flatMap((dx) => sides.map((dy) => key(x + dx, y + dy)))))
      for (const [otherX, otherY] of this.#squares.get(near) ?? [])
        if (Math.abs(otherX - x) <= tolerance && Math.abs(otherY - y) <= tolerance) return true;
    const own = this.#squares.get(key(x, y));
    if (!own) this.#squares.set(key(x, y), [[x, y]]);
    else if (own.length < most) own.push([x, y]);
    return false;
  }
}
