import type { PageViewport } from 'pdfjs-dist';
import type { Printed } from '../../document.ts';
import { round } from './box.ts';
import type { Letter } from './letters.ts';

/**
 * The heights of a page, all across it, at which digits are drawn left or right of it: a row that goes on there is not
 * seen as a whole, and which of its values belong under which head is not known. pdfjs gives no text for such letters.
 */
export function besidePage(letters: readonly Letter[], { width }: PageViewport, page: number): Printed[] {
  const found = new Map<string, Printed>();
  for (const { text, ink } of letters) {
    const [left, top, right, bottom] = ink;
    const middle = (left + right) / 2;
    if ((middle >= 0 && middle <= width) || !/\p{N}/u.test(text)) continue;
    const box = round([Math.min(0, left), top, Math.max(width, right) - Math.min(0, left), bottom - top]);
    const height = `${box[1]} ${box[3]}`;
    const known = found.get(height);
    if (known) known.text += text;
    else found.set(height, { text, place: { page, box } });
  }
  return [...found.values()];
}
