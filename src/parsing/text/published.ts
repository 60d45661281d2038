import type { Document } from '../document.ts';
import { foldedLines } from './folded-lines.ts';

const day = '(20[0-3]\\d)[年.\\-/](\\d{1,2})[月.\\-/](\\d{1,2})';
const labelled = new RegExp(`(?:发布|公开|发文|生成|成文)(?:日期|时间)[：:]?\\s*${day}`, 'u');
const alone = new RegExp(`^${day}日?$`, 'u');

/** Date of publication printed in the document, `YYYY-MM-DD`: after 发布日期 and the like, or signed at the very end. */
export function findPublishedOn(document: Document): string | null {
  const lines = foldedLines(document).tidy.filter((line) => line !== '');
  for (const line of lines) {
    const found = labelled.exec(line);
    if (found) return iso(found);
  }
  const signed = lines
    .slice(-6)
    .map((line) => alone.exec(line))
    .find((found) => found !== null);
  return signed ? iso(signed) : null;
}

const iso = ([, year, month, date]: RegExpExecArray): string =>
  `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`;
