import { isBlank, type ValueRow } from './value-row.ts';

/**
 * Rows cut in two by a page break, label on one page and values on the other, as one: a row of blanks with a label,
 * followed by values without one, or the other way round.
 */
export function joinCutRows(rows: readonly ValueRow[]): ValueRow[] {
  return joinLabelsBelow(joinLabelsAbove(rows));
}

function joinLabelsAbove(rows: readonly ValueRow[]): ValueRow[] {
  const cuts = rows.filter((row, at) => rows[at + 1] && isCut(row, rows[at + 1]!)).length;
  // No table is cut at every row: there all labels are printed in rows of their own.
  const isUsual = cuts > 3 && cuts * 2 > rows.filter((row) => !isBlank(row)).length;
  const cut = isUsual ? undefined : inTwoRows;
  return rows.flatMap((row, at) => {
    const next = rows[at + 1];
    const previous = rows[at - 1];
    if (next && isCut(row, next)) return [];
    if (!previous || !isCut(previous, row)) return [row];
    const doubt = row.doubt ?? cut;
    return [{ ...row, before: previous.before, ...(doubt && { doubt }) }];
  });
}

/** Values without a label may have lost theirs as well: the label behind them is theirs only on the next page, and in doubt. */
function joinLabelsBelow(rows: readonly ValueRow[]): ValueRow[] {
  const isCutOverPages = (upper?: ValueRow, lower?: ValueRow): boolean =>
    upper !== undefined &&
    lower !== undefined &&
    pageOf(upper) < pageOf(lower) &&
    (isAboveLabel(upper, lower) || hasBlankLabel(upper, lower));
  return rows.flatMap((row, at) => {
    if (isCutOverPages(row, rows[at + 1])) return [];
    const upper = rows[at - 1];
    if (!isCutOverPages(upper, row)) return [row];
    return [{ ...upper!, before: row.before, after: row.after, doubt: inTwoRows, labelDoubt: inTwoRows }];
  });
}

const isAboveLabel = (upper: ValueRow, lower: ValueRow): boolean =>
  isCut(lower, upper.unnamed ? { ...upper, before: [] } : upper);

/** Whether the cell of the label is blank above, where a group may be named, and filled below. */
const hasBlankLabel = (upper: ValueRow, lower: ValueRow): boolean =>
  !isBlank(upper) &&
  upper.fields[0]?.state === 'blank' &&
  upper.fields.length === lower.fields.length + 1 &&
  isBlank(lower) &&
  lower.before.length === 1;

const inTwoRows = 'label and values stand in two rows';

const pageOf = ({ fields }: ValueRow): number => fields[0]?.place.page ?? 0;

/** Whether one row has a label and blanks, the other values alone. */
const isCut = (label: ValueRow, values: ValueRow): boolean =>
  isBlank(label) &&
  !isBlank(values) &&
  label.before.length > 0 &&
  values.before.length === 0 &&
  label.fields.length <= values.fields.length;
