import type { PageViewport, PDFPageProxy } from 'pdfjs-dist';
import type { Token } from '../../document.ts';
import { type Box, round } from './box.ts';

export type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;
export type TextItem = Extract<TextContent['items'][number], { str: string }>;

/** A text item's box. Its transform ends at the baseline, which runs at 0.85 of the height. */
export function itemBox(item: TextItem, viewport: PageViewport): Box {
  const [, , c, d, e, f] = item.transform as number[];
  const [x, y] = viewport.convertToViewportPoint(e!, f!) as [number, number];
  const [upX, upY] = viewport.convertToViewportPoint(e! + c!, f! + d!) as [number, number];
  const height = Math.hypot(upX - x, upY - y);
  const length = item.width * viewport.scale;
  if (Math.abs(upX - x) <= Math.abs(upY - y)) return [x, y - 0.85 * height, length, height];
  return upX > x ? [x - 0.15 * height, y, height, length] : [x - 0.85 * height, y - length, height, length];
}

/** Words, and a number right behind a label: cells that stand close come as one item. */
const word = /\S+?(?=\s|$|(?<=\p{Script=Han})[\d０-９][\d０-９,.，．]*(?:\s|$))/gu;

/** The words of one text item, each with its share of the item's box: blanks and Latin are half as wide as Han. */
export function itemTokens(item: TextItem, page: number, viewport: PageViewport): Token[] {
  const [x, y, width, height] = itemBox(item, viewport);
  const total = weight(item.str) || 1;
  return [...item.str.matchAll(word)].map((word) => {
    const from = (width * weight(item.str.slice(0, word.index))) / total;
    const box = round([x + from, y, (width * weight(word[0])) / total, height]);
    return { text: word[0], page, x: box[0], y: box[1], width: box[2], height: box[3] };
  });
}

/** The letters of one text item, each with its share of the item's width, from its start. */
export function characterSpans({ str, width }: TextItem): { text: string; from: number; to: number }[] {
  const total = weight(str) || 1;
  let passed = 0;
  return [...str].map((text) => {
    const from = (width * passed) / total;
    passed += weight(text);
    return { text, from, to: (width * passed) / total };
  });
}

const weight = (text: string) => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);
