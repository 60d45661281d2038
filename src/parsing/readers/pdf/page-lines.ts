import type { PDFParse } from 'pdf-parse';
import type { PageViewport } from 'pdfjs-dist';
import type { Line } from '../../document.ts';
import { around, type Box } from './box.ts';
import { itemBox, type TextContent } from './tokens.ts';

/** A line of a page with the indices of the text items that it was made of. */
export interface PageLine extends Line {
  items: number[];
}

/**
 * The page's text exactly as pdf-parse gives it, each line with its box. pdf-parse puts a tab where two pieces stand
 * apart, and breaks lines by its own rule, so its text is walked along the items that it was glued together from.
 */
export async function pageLines(
  parser: PDFParse,
  content: TextContent,
  viewport: PageViewport,
  page: number,
): Promise<PageLine[]> {
  const items = content.items.flatMap((item) => ('str' in item ? [{ ...item }] : []));
  const view = { getViewport: () => viewport, getTextContent: async () => ({ ...content, items }) };
  // biome-ignore lint/complexity/useLiteralKeys: private to TypeScript only; its text without a second parse
  const text: string = await parser['getPageText'](view, {}, 0);

  const lines: PageLine[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const item of items) {
    while (text[at] === '\n' && !item.str.startsWith('\n')) at++;
    starts.push(at);
    at += item.str.length;
  }
  let from = 0;
  let next = 0;
  for (const printed of text.split('\n')) {
    const own: number[] = [];
    for (; next < items.length && starts[next]! <= from + printed.length; next++) own.push(next);
    const boxes = own.flatMap((i): Box[] => (items[i]!.str.trim() ? [itemBox(items[i]!, viewport)] : []));
    const box = boxes.length ? around(boxes) : undefined;
    lines.push({ text: printed, items: own, place: { page, line: lines.length + 1, ...(box && { box }) } });
    from += printed.length + 1;
  }
  return lines;
}
