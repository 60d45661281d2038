import { GovinfoError } from '../errors.ts';
import type { Document } from './document.ts';
import { foldedLines } from './text/folded-lines.ts';
import { titlesAt } from './text/section-titles.ts';
import { tableCopies } from './text/table-copies.ts';
import { split } from './text/title.ts';

/**
 * Refuses a file with more than one report in it: numbers of one would stand for another. A second table 三 alone is none;
 * a report begins with a title of its own or with its first section. Throws `E-SEVERAL-REPORTS`.
 */
export function refuseSeveralReports(document: Document): void {
  const copies = tableCopies(document).filter(({ table }) => table === 'applications');
  if (copies.length < 2) return;
  const { tidy } = foldedLines(document);
  const titles = new Set(tidy.slice(0, copies[0]!.head).filter((line) => split(line)));
  const begins = (line: string): boolean => isFirstSection(line) || (split(line) !== null && !titles.has(line));
  const count = 1 + copies.slice(1).filter(({ head }, at) => tidy.slice(copies[at]!.end, head).some(begins)).length;
  if (count < 2) return;
  throw new GovinfoError('E-SEVERAL-REPORTS', {
    zh: `这个文件里有 ${count} 份年度报告，请分成几个文件再发`,
    en: `this file holds ${count} annual reports; please send each as a file of its own`,
  });
}

const isFirstSection = (line: string): boolean => {
  const words = line.replace(/^(?:第?一(?:部分)?[、.，：]|（一）|1[.、])/u, '');
  return titlesAt(words).some(({ id, exactness, rest }) => id === 'overview' && exactness > 1 && rest.length < 3);
};
