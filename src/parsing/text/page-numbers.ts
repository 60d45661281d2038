import type { Document } from '../document.ts';

/**
 * Indexes of the lines that are page numbers: `- 5 -`, `第5页`, `5/9` among the first and last two lines of a page, and
 * a bare number there if it counts up from page to page. Also what a browser prints around a page: its address and `1/3`
 * below, and above that day, time and the page's name.
 */
export function pageNumbers(document: Document): Set<number> {
  const pages = new Map<number, number[]>();
  document.lines.forEach(({ text, place }, at) => {
    if (place.page !== undefined && text.trim() !== '') pages.set(place.page, [...(pages.get(place.page) ?? []), at]);
  });
  const found = new Set<number>();
  const textAt = (at: number): string => document.lines[at]!.text.normalize('NFKC').replace(/\s+/gu, '');
  for (const [page, lines] of pages) {
    const address = lines.slice(-2).find((at) => /^(?:https?|file):\/\/\S*\d{1,3}\/\d{1,3}$/u.test(textAt(at)));
    if (address !== undefined) found.add(address);
    if (address !== undefined && /^\d{1,4}\/\d{1,2}\/\d{2,4}.{0,3}\d:\d\d/u.test(textAt(lines[0]!)))
      found.add(lines[0]!);
    for (const at of new Set([...lines.slice(0, 2), ...lines.slice(-2)])) {
      const text = textAt(at);
      const bare = /^\d{1,3}$/u.test(text) && pages.size > 1 && Number(text) === page;
      if (
        bare ||
        /^(?:[-—–]+\d{1,3}[-—–]+|第\d{1,3}页(?:[,，]?\/?共\d{1,3}页)?|\d{1,3}\/\d{1,3}|--\d+of\d+--)$/u.test(text)
      )
        found.add(at);
    }
  }
  return found;
}
