import { raised } from '../../note-marks.ts';
import type { TextContent, TextItem } from './tokens.ts';

/**
 * The text of a page with small digits that stand raised or lowered right behind a larger piece as note marks: else a
 * note behind 44 makes 441 of it.
 */
export function withNoteMarks(content: TextContent): TextContent {
  let before: TextItem | undefined;
  const items = content.items.map((item) => {
    if (!('str' in item) || item.str.trim() === '') return item;
    const mark = before !== undefined && isMark(item, before);
    if (!mark) before = item;
    return mark ? { ...item, str: raised(item.str) } : item;
  });
  return { ...content, items };
}

/** Of the size of what it stands behind: browsers set raised text in five sixths of it. */
const largest = 0.9;

/** A smaller piece of digits, begun where the one before ends, on a base line of its own within that one's height. */
function isMark(item: TextItem, before: TextItem): boolean {
  if (!/^[\s\d,*[\]()]*\d[\s\d,*[\]()]*$/.test(item.str)) return false;
  const [, , c, d, e, f] = before.transform as number[];
  const size = Math.hypot(c!, d!);
  const [, , ownC, ownD, x, y] = item.transform as number[];
  if (Math.hypot(ownC!, ownD!) > largest * size) return false;
  const [up, along] = [((x! - e!) * c! + (y! - f!) * d!) / size, ((x! - e!) * d! - (y! - f!) * c!) / size];
  const shift = Math.abs(up) / size;
  return shift > 0.12 && shift < 0.8 && Math.abs(along - before.width) < 0.5 * size;
}
