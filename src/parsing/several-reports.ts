import { GovinfoError } from '../errors.ts';
import type { Document } from './document.ts';
import { foldedLines } from './text/folded-lines.ts';

/** The first row of table 三: every report prints it once. */
const firstRow = /本年新收政府信息公开申请数量/g;

/** Refuses a file with more than one report in it: numbers of one would stand for another. Throws `E-SEVERAL-REPORTS`. */
export function refuseSeveralReports(document: Document): void {
  const { normal } = foldedLines(document);
  const text = document.lines
    .map(({ grid }, at) => (grid === undefined ? normal[at]! : oncePerRow(normal[at]!)))
    .join('')
    .replace(/\s/g, '');
  const count = text.match(firstRow)?.length ?? 0;
  if (count < 2) return;
  throw new GovinfoError('E-SEVERAL-REPORTS', {
    zh: `这个文件里有 ${count} 份年度报告，请分成几个文件再发`,
    en: `this file holds ${count} annual reports; please send each as a file of its own`,
  });
}

/** Some converters print the text of a merged cell in each of the cells it covers. */
const oncePerRow = (row: string): string => [...new Set(row.split('\t'))].join('');
