import type { PageViewport } from 'pdfjs-dist';
import { normalizeUnicode } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Letter } from './letters.ts';
import type { TextContent, TextItem } from './tokens.ts';

/** Letters beside the text, which it leaves out for standing off the page, looked over in a row. */
const mostLeftOut = 50;

/**
 * The letter of each character of each item, `null` for blanks; `undefined` for an item whose letters are not found.
 * Items and letters come in the same order, but items have blanks of their own and no letters that stand off the page.
 */
export function lettersOfItems(
  { items }: TextContent,
  letters: readonly Letter[],
  viewport: PageViewport,
): ((Letter | null)[] | undefined)[] {
  const starts = new Map<string, number[]>();
  for (const [at, { x, y }] of letters.entries()) {
    const key = keyOf(x, y);
    const here = starts.get(key);
    if (here) here.push(at);
    else starts.set(key, [at]);
  }
  for (const here of starts.values()) here.reverse();
  let next = 0;
  return items.map((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [x, y] = viewport.convertToViewportPoint(item.transform[4], item.transform[5]) as [number, number];
    const near = [0, -1, 1].flatMap((dx) => [0, -1, 1].map((dy) => keyOf(x + dx / grain, y + dy / grain)));
    const from = Math.min(...near.flatMap((key) => firstFrom(next, starts.get(key))));
    const own = Number.isFinite(from) ? lettersOf(item, letters, from) : null;
    if (!own) return undefined;
    next = own.next;
    return own.found;
  });
}

/** The first number of a list that rises with every call; those passed are forgotten. */
function firstFrom(least: number, list: number[] | undefined): number[] {
  while (list?.length && list.at(-1)! < least) list.pop();
  return list?.length ? [list.at(-1)!] : [];
}

/** The letters of an item from its first one on. */
function lettersOf(
  { str }: TextItem,
  letters: readonly Letter[],
  from: number,
): { found: (Letter | null)[]; next: number } | null {
  const found: (Letter | null)[] = [];
  let next = from;
  let leftOut = 0;
  while (found.length < str.length) {
    if (str[found.length]!.trim() === '') {
      found.push(null);
      continue;
    }
    const letter = letters[next++];
    if (!letter) return null;
    const text = normalizeUnicode(letter.text).trim();
    if (text !== '' && str.startsWith(text, found.length))
      found.push(...Array.from({ length: text.length }, () => letter));
    else if (text !== '' && ++leftOut > mostLeftOut) return null;
  }
  return { found, next };
}

/** Places are the same if they are to a tenth of a point. */
const grain = 10;
const keyOf = (x: number, y: number): string => `${Math.round(x * grain)} ${Math.round(y * grain)}`;
