import type { Paragraph, Place } from '../../report/report.ts';
import { normalise } from './normalise.ts';

/** A paragraph that still knows where each of its printed lines began. */
export interface Passage extends Paragraph {
  /** Offsets in `text` at which a printed line begins, ascending. */
  lines: { at: number; place: Place }[];
}

/** The place of the character at `offset`. */
export const placeAt = (passage: Passage, offset: number): Place =>
  passage.lines.findLast((line) => line.at <= offset)?.place ?? passage.place;

/**
 * A printed line as running text: folded as by `normalise`, Markdown marks gone, no blanks but between Latin words, and
 * Chinese punctuation full width again, however it was printed.
 */
export const tidy = (line: string): string => tidied(normalise(line));

/** The same of a line that `normalise` folded before. */
export function tidied(line: string): string {
  return line
    .replace(/\*\*|^\s*#+\s*|^\s*[|>]+|<(?=http)|(?<=[\w/])>/gu, '')
    .replace(/(?<![A-Za-z])\s+|\s+(?![A-Za-z])/gu, '')
    .replace(/(?<=\p{Script=Han})\.(?=$|\p{Script=Han})/gu, '。')
    .replace(/[,:;!?()]/gu, (sign, at: number, all: string) => (between(all, at) ? sign : fullWidth[sign]!));
}

const fullWidth: Record<string, string> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};

/** Whether a sign stands inside a number, an address or a foreign word. */
const between = (text: string, at: number): boolean =>
  /[\w/@]/u.test(text[at - 1] ?? '') && /[\w/]/u.test(text[at + 1] ?? '') && !/[()]/u.test(text[at]!);
