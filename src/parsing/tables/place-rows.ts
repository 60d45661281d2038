import { alignInOrder } from './align.ts';
import { heard, scoresAfter, scoresBefore } from './label-scores.ts';
import { labelSide } from './label-side.ts';
import type { RowLabel } from './labels.ts';
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
  /** For each row the label that its words come nearest to; or -1. */
  nearest: number[];
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
  const nearer = below.total > above.total + 0.5 ? below : above;
  if (!below.slots.some((slot, at) => slot >= 0 && slot !== above.slots[at])) return nearer;
  if (isWhole(above) && !isWhole(below) && above.total - below.total > clearly) return above;
  const side = labelSide(rows, labels, count, above, below);
  if (side !== null) return side === 'before' ? above : below;
  const isClear = Math.abs(below.total - above.total) >= clearly && !(isWhole(above) && isWhole(below));
  return isClear ? nearer : { ...nearer, doubt: 'labels fit the values after them as well as those before' };
}

/** Placements this far apart in worth are told apart by it. */
const clearly = 1.2;

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
  const scores = rows.map((row) => (side === 'before' ? scoresBefore : scoresAfter)(row, labels));
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
    nearest: scores.map((row, item) => (most[item]! >= heard ? row.indexOf(most[item]!) : -1)),
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
