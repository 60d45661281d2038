import type { Report, SectionId } from '../../report/report.ts';
import { textOf } from '../text-of.ts';

const length = 8;
const least = 200;

/** Sentences that the form or the notice prescribes, and that all reports share. */
const formal = /信息处理费|勾稽|统计期限|中华人民共和国政府信息公开条例》?规定|习近平新时代中国特色社会主义思想/;

const prose = (report: Report, section: SectionId): string =>
  textOf(report, section)
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
