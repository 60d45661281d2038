import { applicantColumns } from '../../report/forms/index.ts';
import { headDoubt, namesAllColumns, totalLeads } from './head-order.ts';
import type { PlacedRows } from './place-rows.ts';
import { rowsOfYears } from './rows-of-years.ts';
import { addsUp, type Field, isBlank, type ValueRow } from './value-row.ts';

const columns = applicantColumns.length;

/**
 * Why every value of table 三 may stand in another place than it is read in: by its head, by what it prints twice, or by
 * the columns it has. `inRow` are the seven values of each placed row, `head` the words over the first of them.
 */
export const doubtOfTable = (
  rows: readonly ValueRow[],
  placed: PlacedRows,
  inRow: readonly (Field[] | null)[],
  head: string,
): string | undefined =>
  headDoubt('applications', head) ??
  printedTwice(rows, placed) ??
  rowsOfYears(rows) ??
  tooWide(rows, placed) ??
  edgeBlank(rows, placed, inRow, head) ??
  totalFirst(head, inRow);

/** Rows of other values under the same label: another year's table, or an example. */
function printedTwice(rows: readonly ValueRow[], { best }: PlacedRows): string | undefined {
  const printed = new Map<number, string>();
  let twice = 0;
  rows.forEach((row, at) => {
    const slot = best[at]!;
    if (slot < 0 || isBlank(row)) return;
    const values = row.fields.map(({ raw }) => raw.trim()).join(' ');
    if (printed.has(slot) && printed.get(slot) !== values) twice++;
    printed.set(slot, values);
  });
  return twice > 3 ? 'the table is printed twice with different values' : undefined;
}

/** Rows of more values than the form has columns: which column a blank stands in is not known then. */
function tooWide(rows: readonly ValueRow[], { best }: PlacedRows): string | undefined {
  const filled = (row: ValueRow): number => row.fields.filter(({ state }) => state !== 'blank').length;
  const wide = rows.filter((row, at) => best[at]! >= 0 && filled(row) > columns);
  return wide.length > 1 ? 'rows of more values than the form has columns' : undefined;
}

/**
 * The first or last column blank in all rows, the others mostly filled: the table may have a column less than the form,
 * unless its head names them all and every row has a cell for each.
 */
function edgeBlank(
  rows: readonly ValueRow[],
  { slots }: PlacedRows,
  inRow: readonly (Field[] | null)[],
  head: string,
): string | undefined {
  const isWhole = rows.every((row, at) => slots[at]! < 0 || (row.cells && row.fields.length === columns));
  if (isWhole && namesAllColumns(head)) return undefined;
  const values = inRow.filter((_, at) => slots[at]! >= 0 && !isBlank(rows[at]!));
  const blank = (row: Field[] | null, column: number): boolean => row?.at(column)?.state === 'blank';
  const inner = values.flatMap((row) => row?.slice(1, -1) ?? []);
  const mostly = inner.filter(({ state }) => state !== 'blank').length > inner.length / 2;
  const edge = [0, -1].some((column) => values.every((row) => row === null || blank(row, column)));
  return values.length > 3 && mostly && edge
    ? 'a column less than the form has, or a blank one at the edge'
    : undefined;
}

/** 总计 before the other heads, and rows that count something do not add up to their last value. */
function totalFirst(head: string, inRow: readonly (Field[] | null)[]): string | undefined {
  if (!totalLeads(head)) return undefined;
  const counting = inRow.flatMap((values) => (values?.some(({ value }) => value) ? [values] : []));
  return counting.filter(addsUp).length * 2 < counting.length ? 'the total may be the first column' : undefined;
}
