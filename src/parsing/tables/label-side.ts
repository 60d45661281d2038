import { heard, likeness, scoresAfter, scoresBefore } from './label-scores.ts';
import { groupHeadings, hanOf, type RowLabel } from './labels.ts';
import { shareOfSums } from './sums-of-columns.ts';
import { isBlank, mayHold, type ValueRow } from './value-row.ts';

/** One of two placements of the same rows. */
interface Placement {
  slots: readonly number[];
  beside: readonly number[];
}

/**
 * Whether labels that stand in lines of their own are those of the values after them or before them, where either would
 * do: what the sums, the first and last values and the headings of groups say. `null` where none of them tells.
 */
export function labelSide(
  rows: readonly ValueRow[],
  labels: readonly RowLabel[],
  count: number,
  above: Placement,
  below: Placement,
): 'before' | 'after' | null {
  const edges = edgesSay(rows, labels);
  const [sums, otherSums] = [shareOfSums(rows, labels, above.slots), shareOfSums(rows, labels, below.slots)];
  if (sums > most && sums - otherSums > apart) return 'before';
  // Columns of rows that lack a value are not those of the others, nor do rows add up that stand beside another label.
  const areSure =
    rows.every((row) => isBlank(row) || mayHold(row, count)) &&
    above.slots.every((slot, at) => slot < 0 || above.beside[at]! < 0 || above.beside[at] === slot);
  // Moved by one row, the outcomes still add up, and where little was carried over the requests nearly do.
  if (otherSums > most && otherSums - sums > apart && areSure) return edges === 'before' ? null : 'after';
  if (!groupsStandAbove(rows, labels)) return edges;
  return edges === 'before' ? null : 'after';
}

/** Sums tell where more than this share of them holds in one placement, and so much less in the other. */
const [most, apart] = [0.5, 0.3];

/** A label heard this well at the edge of a table is there. */
const there = 0.7;

/** Of rows of values with a label before the first and none after the last one, labels come first; or the other way round. */
function edgesSay(rows: readonly ValueRow[], labels: readonly RowLabel[]): 'before' | 'after' | null {
  // Where cells are known, blank values are values too, but not the blank cells beside a label.
  const values = rows.filter((row) => !isBlank(row) || row.labelApart);
  const best = (scores: readonly number[]): number => Math.max(...scores);
  if (values.length === 0) return null;
  // 其他 and 总计 are also heads of columns.
  const telling = labels.filter(({ wordings }) => wordings.every((wording) => wording.length > 4));
  const [first, last] = [best(scoresBefore(values[0]!, telling)), best(scoresAfter(values.at(-1)!, labels))];
  if (first >= there && last < heard) return 'before';
  return first < heard && last >= there ? 'after' : null;
}

/** Whether headings of groups stand between values and the words before them: the labels of the group then come after. */
function groupsStandAbove(rows: readonly ValueRow[], labels: readonly RowLabel[]): boolean {
  const headings = groupHeadings(labels);
  const isHeading = (row: ValueRow): boolean => {
    const words = isBlank(row) ? '' : hanOf(row.before.at(-1) ?? '');
    if (words === '') return false;
    const heading = Math.max(...headings.map((one) => likeness(one, words)));
    // Most rows have no heading before them, and there are six times as many labels to rule out.
    return heading >= there && labels.every(({ wordings }) => wordings.every((one) => likeness(one, words) < heading));
  };
  return rows.filter(isHeading).length > 1;
}
