import type { ReadText } from './read-text.ts';

/** Section one, and what stands first where a bureau leaves it out. */
const beginnings: ReadonlySet<string> = new Set(['overview', 'disclosures', 'applications']);

/**
 * Whether a text without tables, and with few of the headings, is still the beginning of a report: the first section
 * stands under its heading, and it, the opening or the title speaks of disclosure.
 */
export function opensReport({ title, preamble, sections }: ReadText): boolean {
  const first = sections.find(({ id, heading }) => beginnings.has(id) && heading !== null);
  if (!first) return false;
  return (
    title !== null || [...preamble, ...first.paragraphs].some(({ text }) => /政[府务]信息公开|政务公开/u.test(text))
  );
}
