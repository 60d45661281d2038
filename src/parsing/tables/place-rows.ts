import { distance } from 'fastest-levenshtein';
import { remembered } from '../text/remembered.ts';
import { alignInOrder, fitAtEnd, reversed, scoreAtEnd } from './align.ts';
import { hanOf, type RowLabel } from './labels.ts';
import { columnsThatAddUp } from './sums-of-columns.ts';
import { isBlank, mayHold, type ValueRow } from './value-row.ts';

/** Where the printed rows stand in the form. */
export interface PlacedRows {
  /** For each printed row its index among the labels, or -1. */
  slots: number[];
  /** How well the label of each placed row was found; below `labelled` the row stands there by order alone. */
  scores: number[];
  /** Worth of the whole alignment: forms are compared by it. */
  total: number;
  /** For each row the label it says word for word or nearly so, wherever it stands; or -1. */
  best: number[];
  /** For each row the one label that stands word for word right beside its values; or -1. */
  beside: number[];
  /** Whether the labels stand before their values or after them. */
  labels: 'before' | 'after';
  /** Why all rows may be out of place. */
  doubt?: string;
}

/** A label found this well names its row. */
export const labelled = 0.6;
/** A label found better than this is said word for word, or nearly so. */
export const wordForWord = 0.85;
/** Below this, a label says nothing at all. */
const heard = 0.5;

/**
 * Aligns printed rows with the labels of a form, both in order. A row whose label is lost or unreadable is placed by
 * order, and only where the rows between its labelled neighbours are exactly as many as the form has there.
 */
export function placeRows(rows: readonly ValueRow[], labels: readonly RowLabel[], count: number): PlacedRows {
  const above = place(rows, labels, count, 'before');
  const filled = rows.filter((row) => !isBlank(row));
  const isWhole = ({ slots }: PlacedRows): boolean => rows.every((row, at) => slots[at]! >= 0 || isBlank(row));
  // Values without a label before them may belong to labels printed below.
  const beside = filled.filter((row) => (row.cells && !row.labelApart) || row.labelAhead);
  if (isWhole(above) && beside.length * 2 > filled.length) return above;
  const below = place(rows, labels, count, 'after');
  if (isWhole(above)) {
    if (!isWhole(below) || below.slots.every((slot, at) => slot === above.slots[at])) return above;
    const [sums, otherSums] = [above, below].map(({ slots }) => columnsThatAddUp(rows, labels, slots)) as [
      number,
      number,
    ];
    if (sums > otherSums) return above;
    // Columns of rows that lack a value are not those of the others, nor do rows add up that stand beside another label.
    const areSure =
      filled.every((row) => mayHold(row, count)) && above.slots.every((slot, at) => isSaid(above, at, slot));
    if (otherSums > sums && areSure) return below;
    const [labelsFirst, valuesFirst] = [labelsLead(rows, labels, above, below), valuesLead(rows, below)];
    if (labelsFirst !== valuesFirst) return labelsFirst ? above : below;
    return { ...above, doubt: ambiguous };
  }
  const chosen = below.total > above.total + 0.5 ? below : above;
  const differ = below.slots.some((slot, at) => slot >= 0 && slot !== above.slots[at]);
  if (!differ || Math.abs(below.total - above.total) >= 1.2 || edgesSay(rows, labels) === (chosen === above))
    return chosen;
  return { ...chosen, doubt: ambiguous };
}

/** Whether no other label than that of its slot stands word for word beside a row. */
const isSaid = ({ beside }: PlacedRows, row: number, slot: number): boolean =>
  slot < 0 || beside[row]! < 0 || beside[row] === slot;

const ambiguous = 'labels fit the values after them as well as those before';

/**
 * Whether the first values stand right behind the head and right before the label of the first row, all of it: no label
 * can then be meant for them but the one behind. Where cells are known, blank values are values too.
 */
function valuesLead(rows: readonly ValueRow[], { slots, scores }: PlacedRows): boolean {
  const first = rows.findIndex((row) => !isBlank(row) || row.cells);
  const words = hanOf(rows[first]!.before.join(''));
  return slots[first] === 0 && scores[first]! >= wordForWord && (words === '' || words.endsWith('总计'));
}

/** Whether the last values stand right behind the label of the last row, all of it, and no label behind them. */
function labelsLead(
  rows: readonly ValueRow[],
  labels: readonly RowLabel[],
  { slots, scores }: PlacedRows,
  below: PlacedRows,
): boolean {
  const last = rows.findLastIndex((row) => !isBlank(row) || (row.cells && row.before.length > 0));
  return slots[last] === labels.length - 1 && scores[last]! >= wordForWord && below.slots[last]! < 0;
}

/** Whether labels stand before their values, by the first and last row alone: `null` where these do not tell. */
function edgesSay(rows: readonly ValueRow[], labels: readonly RowLabel[]): boolean | null {
  const filled = rows.filter((row) => !isBlank(row));
  // 其他 is also the head of a column.
  const telling = labels.filter(({ wordings }) => wordings.every((wording) => wording.length > 4));
  const heard = (row: ValueRow | undefined, scorer: Scorer): boolean =>
    row !== undefined && labelScores([row], telling, scorer)[0]!.some((score) => score >= labelled + 0.1);
  const [first, last] = [heard(filled[0], scoreBefore), heard(filled.at(-1), scoreAfter)];
  return first === last ? null : first;
}

/** What aligning these rows with so many labels can come to at most. */
export function mostTotal(rows: readonly ValueRow[], labels: number, count: number): number {
  const full = rows.filter((row) => mayHold(row, count) && !isBlank(row)).length;
  const others = Math.min(rows.length - full, Math.max(0, labels - full));
  return Math.min(full, labels) + others * 0.7 - Math.max(0, full - labels) * 0.6;
}

function place(
  rows: readonly ValueRow[],
  labels: readonly RowLabel[],
  count: number,
  side: PlacedRows['labels'],
): PlacedRows {
  const scores = labelScores(rows, labels, side === 'before' ? scoreBefore : scoreAfter);
  const full = rows.map((row) => mayHold(row, count) && !isBlank(row));
  const most = scores.map((row) => Math.max(...row));
  const { slots, total } = alignInOrder(rows.length, labels.length, {
    worth(item, slot) {
      const score = scores[item]![slot]!;
      // A label found better elsewhere speaks against this one: rows between them may be blank and not be seen.
      if (full[item]) return score >= heard ? score * 2 - most[item]! : 0;
      return score >= labelled + 0.1 ? score - 0.3 : null;
    },
    skipItem: (item) => (full[item] ? -0.6 : 0),
    skipSlot: -0.3,
    skipOuterSlot: -0.05,
  });
  const found = slots.map((slot, item) => (slot < 0 ? 0 : scores[item]![slot]!));
  const best = scores.map((row) =>
    row.reduce((a, score, slot) => (score > Math.max(wordForWord, row[a] ?? 0) ? slot : a), -1),
  );
  return {
    slots: withoutGuesses(slots, found, full, labels.length),
    scores: found,
    total,
    best,
    beside: scores.map(saidBeside),
    labels: side,
  };
}

/** The one label that stands word for word right beside the values, or -1. */
function saidBeside(scores: readonly number[]): number {
  const said = scores.indexOf(1);
  return scores.lastIndexOf(1) === said ? said : -1;
}

/** Takes back rows placed by order where the count between two labelled rows does not prove the order. */
function withoutGuesses(
  slots: readonly number[],
  scores: readonly number[],
  full: readonly boolean[],
  length: number,
): number[] {
  const result = [...slots];
  const anchors = [
    -1,
    ...slots.flatMap((slot, at) => (slot >= 0 && scores[at]! >= labelled ? [at] : [])),
    slots.length,
  ];
  for (let next = 1; next < anchors.length; next++) {
    const [from, to] = [anchors[next - 1]!, anchors[next]!];
    const between = Array.from({ length: to - from - 1 }, (_, at) => from + 1 + at);
    const free = (to === slots.length ? length : slots[to]!) - (from < 0 ? -1 : slots[from]!) - 1;
    const proven =
      between.filter((at) => full[at]).length === free && between.every((at) => full[at] || slots[at]! < 0);
    if (!proven) for (const at of between) result[at] = -1;
  }
  return result;
}

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
  labelScores([row], labels, scoreBefore)[0]!;

function labelScores(rows: readonly ValueRow[], labels: readonly RowLabel[], scorer: Scorer): number[][] {
  return rows.map((row) => {
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

const likeness = (a: string, b: string): number => 1 - distance(a, b) / Math.max(a.length, b.length, 1);

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
  return cut.start < tail.length && cut.end > tail.length ? Math.max(whole, cut.score * 0.95) : whole;
}

/** For layouts that print the values above their label. */
function scoreAfter(words: Words, wording: string): number {
  if (wording.length <= 4) return Math.max(...firstOf(words).map((text) => likeness(wording, text)));
  words.backwards ??= reversed(words.after.slice(0, 80));
  const head = words.backwards.slice(-Math.ceil(wording.length * 1.5 + 12));
  return head === '' ? 0 : scoreAtEnd(backwards(wording), head);
}

const backwards = remembered(reversed);
