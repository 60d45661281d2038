import type { Report, SectionId } from './report.ts';

const length = 8;
const least = 200;

/** Sentences that the form or the notice prescribes, and that all reports share. */
const formal = /信息处理费|勾稽|统计期限|中华人民共和国政府信息公开条例》?规定|习近平新时代中国特色社会主义思想/;

const prose = (report: Report, section: SectionId): string =>
  (report.sections.find(({ id }) => id === section)?.paragraphs ?? [])
    .map(({ text }) => text.normalize('NFKC').replace(/\s+/g, ''))
    .join('\n')
    .split(/(?<=[。；;\n])/)
    .filter((sentence) => !formal.test(sentence))
    .join('')
    .replace(/20\d\d年?(度)?/g, '')
    .replace(/[\p{P}\p{S}\s]/gu, '');

const shingles = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length)));

/**
 * Share of a section's runs of eight characters that another report's section has too, from 0 to 1; years, punctuation
 * and prescribed sentences do not count. Nothing for sections under 200 characters.
 */
export function likeness(report: Report, other: Report, section: SectionId): number | undefined {
  const [own, theirs] = [prose(report, section), prose(other, section)];
  if (own.length < least || theirs.length < least) return undefined;
  const [a, b] = [shingles(own), shingles(theirs)];
  return [...a].filter((shingle) => b.has(shingle)).length / a.size;
}

const marks = 48;

/** A run of characters as a number below 2³², spread evenly (FNV-1a). */
function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}

/**
 * The least 48 hashes of the runs of eight characters of a section: reports that share text share some of them, so that
 * one finds a likely twin among thousands without opening them (bottom-k sketch). Empty for short sections.
 */
export function sketchOf(report: Report, section: SectionId): number[] {
  const text = prose(report, section);
  if (text.length < least) return [];
  return [...shingles(text)]
    .map(hashed)
    .sort((a, b) => a - b)
    .slice(0, marks);
}
