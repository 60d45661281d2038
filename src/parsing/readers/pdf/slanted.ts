import type { TextContent } from './tokens.ts';

/** Degrees from the upright up to which a page was merely laid on the glass askew. */
const askew = 10;

/** The text of a page without what is written across it at a slant: a watermark, 内部资料 or the name of who opened the file. */
export function withoutSlanted(content: TextContent): TextContent {
  if (!content.items.some(isSlanted)) return content;
  return { ...content, items: content.items.filter((item) => !isSlanted(item)) };
}

function isSlanted(item: TextContent['items'][number]): boolean {
  if (!('str' in item) || item.str.trim() === '') return false;
  const [a, b] = item.transform as number[];
  const beyond = Math.abs((Math.atan2(b!, a!) * 180) / Math.PI) % 90;
  return Math.min(beyond, 90 - beyond) > askew;
}
