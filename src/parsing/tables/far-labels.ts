import { fitAtEnd, reversed } from './align.ts';
import { likeness } from './label-scores.ts';
import { hanOf, headingsOf, type RowLabel } from './labels.ts';
import { labelled, type PlacedRows } from './place-rows.ts';
import type { ValueRow } from './value-row.ts';

/**
 * Whether other words than a group's stand between a label and its values, where these two stand in no row of cells
 * together: the nearer label may be misprinted, and the row of the one that was found be blank. No sum of the values tells.
 */
export function isFarFromValues(
  label: RowLabel,
  row: ValueRow,
  side: PlacedRows['labels'],
  labels: readonly RowLabel[],
): boolean {
  if (row.cells && !row.labelApart) return false;
  const before = side === 'before';
  const towards = (text: string): string => (before ? text : reversed(text));
  const printed = before ? row.before : row.after;
  const words = towards(hanOf(printed.join('')));
  const wordings = label.wordings.map(towards);
  if (wordings.some((wording) => words.endsWith(wording))) return false;
  const fits = wordings.map((wording) => ({ wording, ...fitAtEnd(wording, words) }));
  const { wording, score, start, end: last } = fits.sort((a, b) => b.score - a.score)[0]!;
  // Lost characters of the label cost as much as others in their place, which are not its own.
  let end = last;
  while (end > start && !wording.includes(words[end - 1]!)) end--;
  const between = withoutRest(words.slice(end), words.slice(start, end), wording);
  // One character more is one that was doubled, unless it is all that a line says.
  const isSaid = between.length > 1 || between === hanOf(printed.at(before ? -1 : 0) ?? '');
  if (score < labelled || between === '' || !isSaid) return false;
  // Of rows of cells, a blank one is seen as such: only a short label may be taken for a piece of the one above it.
  return mayBeShort(between, label, labels) || (!row.cells && !headingsOf(label).includes(towards(between)));
}

/** Whether the words may be what is left of a label of two characters: groups have those characters too. */
const mayBeShort = (words: string, own: RowLabel, labels: readonly RowLabel[]): boolean =>
  labels.some(
    (label) => label !== own && label.wordings.some((one) => one.length === 2 && likeness(one, words) >= 0.5),
  );

/** The words behind a label without its own last ones, from which a group beside it parted it. */
function withoutRest(between: string, found: string, wording: string): string {
  let rest = 0;
  while (rest < between.length && between.at(-rest - 1) === wording.at(-rest - 1)) rest++;
  return rest > 0 && !found.endsWith(wording.slice(-rest)) ? between.slice(0, -rest) : between;
}
