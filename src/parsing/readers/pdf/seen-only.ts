import type { PageViewport } from 'pdfjs-dist';
import type { Printed } from '../../document.ts';
import { blotSign } from '../../signs.ts';
import { besidePage } from './beside-page.ts';
import { round } from './box.ts';
import type { Letter } from './letters.ts';
import { lettersOfItems } from './letters-of-items.ts';
import { itemBox, type TextContent, type TextItem } from './tokens.ts';

/** The text of a page as one sees it, the pieces that one does not see, and the numbers of which one cannot say. */
export interface SeenText {
  content: TextContent;
  unseen: Printed[];
  doubtful: Printed[];
}

/** Numbers in doubt told one by one. */
const mostDoubtful = 2000;

/**
 * Leaves out of a page's text what one does not see. Letters beside seen ones stay, also where they are cut away: only
 * digits make other numbers.
 */
export function seenOnly(
  content: TextContent,
  letters: readonly Letter[],
  viewport: PageViewport,
  page: number,
): SeenText {
  const seen: SeenText = { content, unseen: [], doubtful: [] };
  if (letters.every(({ sight }) => sight === 'seen')) return seen;
  seen.doubtful.push(...besidePage(letters, viewport, page));
  const place = (item: TextItem) => ({ page, box: round(itemBox(item, viewport)) });
  // Something is drawn where the text has a blank, or nothing.
  for (const { text, sight, ink } of letters)
    if (sight === 'doubtful' && /^[\s\p{Cf}]*$/u.test(text))
      seen.doubtful.push({ text, place: { page, box: round([ink[0], ink[1], ink[2] - ink[0], ink[3] - ink[1]]) } });
  const found = lettersOfItems(content, letters, viewport);
  const items = content.items.flatMap((item, at): TextContent['items'] => {
    if (!('str' in item) || item.str.trim() === '') return [item];
    const own = found[at];
    if (!own) {
      if (isNumeral(item.str)) seen.doubtful.push({ text: item.str, place: place(item) });
      return [item];
    }
    if (own.every((letter) => letter === null || letter.sight === 'seen')) return [item];
    const pieces = piecesOf(item, own, viewport);
    const kept = pieces.filter(({ sight }) => sight !== 'unseen');
    for (const { sight, item } of pieces)
      if (sight === 'unseen') seen.unseen.push({ text: item.str, place: place(item) });
    const isWhole = pieces.length === 1 && own.every((letter) => letter?.sight !== 'doubtful');
    for (const { sight, item } of kept)
      if (!isWhole && sight === 'seen' && isNumeral(item.str))
        seen.doubtful.push({ text: item.str, place: place(item) });
    if (kept.length === 0) return item.hasEOL ? [{ ...item, str: '', width: 0 }] : [];
    return kept.map(({ item: piece }, i) => ({ ...piece, hasEOL: item.hasEOL && i === kept.length - 1 }));
  });
  // So many are no slips of a page: then none of its numbers is to be believed.
  if (seen.doubtful.length > mostDoubtful) seen.doubtful = [{ text: '', place: { page } }];
  return { ...seen, content: { ...content, items } };
}

interface Piece {
  item: TextItem;
  sight: 'seen' | 'unseen' | 'blotted';
}

/** An item in pieces that are seen or not, each where it stands; `own` holds the letter of each of its characters. */
function piecesOf(item: TextItem, own: readonly (Letter | null)[], viewport: PageViewport): Piece[] {
  const printed = own.filter((letter) => letter !== null);
  const all = (sight: Letter['sight']) => printed.every((letter) => letter.sight === sight);
  const wholly = (['unseen', 'blotted'] as const).find(all);
  const sights = own.map((letter, i): Piece['sight'] | null => {
    if (!letter) return null;
    if (wholly) return wholly;
    const { sight } = letter;
    return isNumeral(item.str[i]!) && (sight === 'unseen' || sight === 'blotted') ? sight : 'seen';
  });
  const pieces: { from: number; to: number; sight: Piece['sight'] }[] = [];
  for (const [i, sight] of sights.entries()) {
    const last = pieces.at(-1);
    if (last && (sight === null || sight === last.sight)) last.to = i + 1;
    else if (sight) pieces.push({ from: i, to: i + 1, sight });
  }
  return pieces.map(({ from, to, sight }) => {
    const first = own.slice(from, to).find((letter) => letter !== null)!;
    const next = own.slice(to).find((letter) => letter !== null);
    const [e, f] = viewport.convertToPdfPoint(first.x, first.y) as [number, number];
    const [a, b, c, d, startX, startY] = item.transform as number[];
    const end = next && (viewport.convertToPdfPoint(next.x, next.y) as [number, number]);
    const width = end ? Math.hypot(end[0] - e, end[1] - f) : item.width - Math.hypot(e - startX!, f - startY!);
    const str = sight === 'blotted' ? blotSign : item.str.slice(from, to).trimEnd();
    return { sight, item: { ...item, str, width: Math.max(0, width), transform: [a, b, c, d, e, f] } };
  });
}

/** Digits, and the signs within and before numbers. */
const isNumeral = (text: string): boolean => /[\p{N}]|^[-+.,，．－＋%％]$/u.test(text);
