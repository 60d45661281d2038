import { type FormId, forms } from '../../report/forms/index.ts';
import { scoresAfter, scoresBefore } from './label-scores.ts';
import { applicationLabels, type RowLabel } from './labels.ts';
import type { PlacedRows } from './place-rows.ts';
import type { ValueRow } from './value-row.ts';

const others = (form: FormId): RowLabel[] => forms.flatMap(({ id }) => (id === form ? [] : applicationLabels(id)));
const without = (labels: readonly RowLabel[], taken: readonly RowLabel[]): RowLabel[] =>
  labels.filter(({ id }) => !taken.some((label) => label.id === id));

/** Rows of table 三 that stand in this form only: they decide between the forms. */
export const decisiveRows = (form: FormId): Set<string> =>
  new Set(without(applicationLabels(form), others(form)).map(({ id }) => id));

const missingIn = new Map(forms.map(({ id }) => [id as FormId, without(others(id), applicationLabels(id))]));

/**
 * Why a row whose own label was found less than word for word may not be a row of this form: right beside its values
 * stands, word for word, a label that only another form prints.
 */
export function rowOfOtherForm(
  row: ValueRow,
  form: FormId,
  score: number,
  side: PlacedRows['labels'],
): string | undefined {
  if (score === 1) return undefined;
  const missing = missingIn.get(form)!;
  const scores = (side === 'before' ? scoresBefore : scoresAfter)(row, missing);
  const at = scores.indexOf(1);
  return at < 0 ? undefined : `its words are the label of ${missing[at]!.id} in another form`;
}
