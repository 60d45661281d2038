import { distance } from 'fastest-levenshtein';
import { remembered } from '../text/remembered.ts';
import { fitAtEnd, reversed, scoreAtEnd } from './align.ts';
import { hanOf, type RowLabel } from './labels.ts';
import type { ValueRow } from './value-row.ts';

/** Below this, a label says nothing at all. */
export const heard = 0.5;

/** How well a wording is found among the words around a row. */
type Scorer = (words: Words, wording: string) => number;

/** The words around a row as Han characters. */
interface Words {
  row: ValueRow;
  before: string;
  after: string;
  /** The last and first one, two and three printed pieces around the values, once a short label asks for them. */
  last?: string[];
  first?: string[];
  /** The beginning of `after`, from its end to its start. */
  backwards?: string;
  /** How well each scorer found each label: the forms share most of theirs. */
  known: Map<Scorer, Map<RowLabel, number>>;
}

const wordsAround = new WeakMap<ValueRow, Words>();

function wordsOf(row: ValueRow): Words {
  const known = wordsAround.get(row);
  if (known) return known;
  const [before, after] = [hanOf(row.before.join('')), hanOf(row.after.join(''))];
  const words: Words = {
    row,
    before,
    after,
    known: new Map([scoreBefore, scoreAfter].map((scorer) => [scorer, new Map()])),
  };
  wordsAround.set(row, words);
  return words;
}

const lastOf = (words: Words): string[] => {
  words.last ??= [1, 2, 3].map((n) => hanOf(words.row.before.slice(-n).join('')));
  return words.last;
};
const firstOf = (words: Words): string[] => {
  words.first ??= [1, 2, 3].map((n) => hanOf(words.row.after.slice(0, n).join('')));
  return words.first;
};

/** How well each label is found as the last words before the values of this row. */
export const scoresBefore = (row: ValueRow, labels: readonly RowLabel[]): number[] =>
  labelScores(row, labels, scoreBefore);

/** How well each label is found as the first words after the values of this row. */
export const scoresAfter = (row: ValueRow, labels: readonly RowLabel[]): number[] =>
  labelScores(row, labels, scoreAfter);

function labelScores(row: ValueRow, labels: readonly RowLabel[], scorer: Scorer): number[] {
  const words = wordsOf(row);
  const known = words.known.get(scorer)!;
  let at = 0;
  return labels.map((label) => {
    const before = known.get(label);
    if (before !== undefined) return before;
    at ||= mark(words);
    let best = 0;
    for (const wording of label.wordings) if (mayBeThere(wording, at)) best = Math.max(best, scorer(words, wording));
    known.set(label, best);
    return best;
  });
}

/** For each character the last row that it was found near. */
const nearRow = new Uint32Array(0x10000);
let rowsMarked = 0;

/** Marks the characters near a row and tells by which number. */
function mark({ before, after }: Words): number {
  rowsMarked = (rowsMarked % 0xffff_fffe) + 1;
  for (let at = Math.max(0, before.length - 80); at < before.length; at++) nearRow[before.charCodeAt(at)] = rowsMarked;
  for (let at = Math.min(80, after.length) - 1; at >= 0; at--) nearRow[after.charCodeAt(at)] = rowsMarked;
  return rowsMarked;
}

/** Most labels share few characters with the words here and need no closer look. */
function mayBeThere(wording: string, row: number): boolean {
  let shared = 0;
  for (let at = 0; at < wording.length; at++) if (nearRow[wording.charCodeAt(at)] === row) shared++;
  return shared >= wording.length * heard;
}

export const likeness = (a: string, b: string): number => 1 - distance(a, b) / Math.max(a.length, b.length, 1);

/** How well `wording` is found as the last words before the values, or cut in two by them. */
function scoreBefore(words: Words, wording: string): number {
  if (wording.length <= 4) return Math.max(...lastOf(words).map((text) => likeness(wording, text)));
  const { before, after } = words;
  const tail = before.slice(-Math.ceil(wording.length * 1.5 + 12));
  if (tail.endsWith(wording)) return 1;
  const whole = tail === '' ? 0 : scoreAtEnd(wording, tail);
  if (whole > 0.85 || after === '' || tail === '') return whole;
  const around = tail + after.slice(0, wording.length);
  if (scoreAtEnd(wording, around, 0) * 0.95 <= whole) return whole;
  const cut = fitAtEnd(wording, around, 0);
  const [own, next] = [tail.slice(cut.start), after.slice(0, Math.max(0, cut.end - tail.length))];
  // A damaged label beside the values may cost its neighbour one character, without any part of it standing here.
  const isCut =
    likeness(own, wording.slice(0, own.length)) >= heard && likeness(next, wording.slice(-next.length)) >= heard;
  return own !== '' && next !== '' && isCut ? Math.max(whole, cut.score * 0.95) : whole;
}

/** For layouts that print the values above their label. */
function scoreAfter(words: Words, wording: string): number {
  if (wording.length <= 4) return Math.max(...firstOf(words).map((text) => likeness(wording, text)));
  words.backwards ??= reversed(words.after.slice(0, 80));
  const head = words.backwards.slice(-Math.ceil(wording.length * 1.5 + 12));
  return head === '' ? 0 : scoreAtEnd(backwards(wording), head);
}

const backwards = remembered(reversed);
