import { hanOf } from './labels.ts';
import { type Field, isBlank, type ValueRow, valuesOf } from './value-row.ts';

/** Rows of table 三 without a column 小计 that no form has, and what each printed in it. */
export interface Parted {
  rows: readonly ValueRow[];
  /** Empty where there is no such column, or where it cannot be told which one it is. */
  subtotals: ReadonlyMap<ValueRow, Field>;
}

/** Applicants and one 小计 of the organisations among them. */
const width = 8;
const [beforeOrganisations, beforeTotal] = [1, 6];

/**
 * Takes out the column 小计 of the organisations, where the head says which one it is and the sums of nearly all rows
 * bear it out. Otherwise everything stays, and the table is read as one of more columns than the form has.
 */
export function partSubtotals(rows: readonly ValueRow[]): Parted {
  const whole = { rows, subtotals: new Map<ValueRow, Field>() };
  const filled = rows.filter((row) => !isBlank(row));
  const first = rows.findIndex((row) => row.fields.length >= width && !isBlank(row));
  if (first < 0) return whole;
  const at = columnOf(
    hanOf(
      rows
        .slice(0, first + 1)
        .flatMap(({ before }) => before)
        .join(''),
    ),
  );
  if (at === null) return whole;

  const values = new Map(rows.map((row) => [row, valuesOf(row, width, rows)]));
  const full = filled.filter((row) => values.get(row) != null);
  const counted = full.map((row) => values.get(row)!.map(({ value }) => value));
  const whoCount = counted.filter((row): row is number[] => row.every((value) => value !== null));
  const borneOut = whoCount.filter((row) => fits(row, at)).length;
  if (full.length < filled.length * 0.8 || borneOut < Math.max(3, whoCount.length * 0.8)) return whole;

  const subtotals = new Map<ValueRow, Field>();
  const parted = rows.map((row) => {
    const eight = values.get(row);
    if (!eight) return row;
    const start = row.fields.indexOf(eight[0]!);
    const out = start + at;
    const less: ValueRow = {
      ...row,
      fields: row.fields.filter((_, index) => index !== out),
      ...(row.sheet && {
        sheet: { width: row.sheet.width - 1, columns: row.sheet.columns.filter((_, index) => index !== out) },
      }),
    };
    subtotals.set(less, eight[at]!);
    return less;
  });
  return { rows: parted, subtotals };
}

/** Which of the eight columns is the 小计 by the words of the head: right before the organisations or behind them. */
function columnOf(head: string): number | null {
  const at = head.indexOf('小计');
  if (at < 0 || head.includes('小计', at + 1)) return null;
  const [person, business, legal] = ['自然人', '商业企业', '法律服务'].map((word) => head.lastIndexOf(word));
  if (person! < 0 || business! < person! || legal! < business!) return null;
  if (at > person! && at < business!) return beforeOrganisations;
  return at > head.indexOf('其他', legal) && head.indexOf('其他', legal) > 0 ? beforeTotal : null;
}

/** Whether a row's 小计 is what the organisations come to, and with the persons the total. */
function fits(row: readonly number[], at: number): boolean {
  const [person, subtotal, total] = [row[0]!, row[at]!, row.at(-1)!];
  const organisations = row.slice(1, -1).reduce((sum, value) => sum + value, 0) - subtotal;
  return organisations === subtotal && person + subtotal === total;
}
