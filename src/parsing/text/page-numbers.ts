import type { Document } from '../document.ts';

/**
 * Indexes of the lines that are page numbers: `- 5 -`, `第5页`, `5/9` among the first and last two lines of a page, and
 * a bare number there if it counts up from page to page.
 */
export function pageNumbers(document: Document): Set<number> {
  const pages = new Map<number, number[]>();
  document.lines.forEach(({ text, place }, at) => {
    if (place.page !== undefined && text.trim() !== '') pages.set(place.page, [...(pages.get(place.page) ?? []), at]);
  });
  const found = new Set<number>();
  for (const [page, lines] of pages)
    for (const at of new Set([...lines.slice(0, 2), ...lines.slice(-2)])) {
      const text = document.lines[at]!.text.normalize('NFKC').replace(/\s+/gu, '');
      const bare = /^\d{1,3}$/u.test(text) && pages.size > 1 && Number(text) === page;
      if (
        bare ||
        /^(?:[-—–]+\d{1,3}[-—–]+|第\d{1,3}页(?:[,，]?\/?共\d{1,3}页)?|\d{1,3}\/\d{1,3}|--\d+of\d+--)$/u.test(text)
      )
        found.add(at);
    }
  return found;
}
