import type { ReadText } from './read-text.ts';

/**
 * Whether a text without tables, and with few of the headings, is still the beginning of a report: section one stands
 * under its heading, and it, the opening or the title speaks of disclosure.
 */
export function opensReport({ title, preamble, sections }: ReadText): boolean {
  const overview = sections.find(({ id, heading }) => id === 'overview' && heading !== null);
  if (!overview) return false;
  return (
    title !== null || [...preamble, ...overview.paragraphs].some(({ text }) => /政[府务]信息公开|政务公开/u.test(text))
  );
}
