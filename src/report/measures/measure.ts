import type { Words } from '../../errors.ts';
import { type Address, addressesOf, forms as allForms, type FormId, type TableId, tableIds } from '../forms/index.ts';
import type { Cell, Report } from '../report.ts';
import type { Said, SaidId } from './said.ts';

/**
 * Something that can be asked of a report: one cell, a sum of cells, or the share of one sum in another. `sums` lists
 * the sums that mean the same in different forms; the one whose cells the report's form has is used.
 */
export interface Measure {
  id: string;
  title: Words;
  /** `said`: counted in a sentence, each in its own unit. */
  unit: 'count' | 'items' | 'tenThousandYuan' | 'yuan' | 'share' | 'said';
  sums: readonly (readonly Address[])[];
  /** What only the text counts; such a measure has no cells. */
  said?: SaidId;
  /** What a share is taken of. */
  of?: readonly (readonly Address[])[];
  /** First words people use for it, beside its title. */
  words: readonly string[];
}

/**
 * A cell as measures see it. `printed` is what the document prints where its bureau has answered that this is wrong:
 * empty for a blank, `null` where it prints nothing there.
 */
export type MeasuredCell = Pick<Cell, 'value' | 'state'> & {
  corrected?: Cell['corrected'] | boolean;
  printed?: string | null;
};

/** What a measure needs of a report; a stored row has it, and `cellsOf` makes it of a report. */
export interface Cells {
  forms: Report['forms'];
  cell(address: Address): MeasuredCell | undefined;
  doubtful(address: Address): boolean;
  /** What the text says of a thing, `undefined` where it says no number. */
  said(id: SaidId): Said | undefined;
}

/**
 * A number with how sure it is; or why there is none, and whether the blank or placeholder itself is in doubt. `blanks` counts printed-empty cells inside a sum, which stand in
 * it as nothing; `corrected`, that a person laid a value over one of its cells; `printed`, what stands there in print where
 * the bureau has answered otherwise (of a sum, what it would be as printed). `otherForm`: the report's version of the form has no such cell. `noBase`: a share of nothing.
 * `unsaid`: the text gives no number. A number of the text says how exact it is meant.
 */
export type Figure =
  | {
      state: 'number';
      value: number;
      doubtful: boolean;
      corrected: boolean;
      printed?: string | null;
      blanks: number;
      parts?: { value: number; of: number };
      precision?: Exclude<Said['precision'], 'exact'>;
    }
  | {
      state: 'blank' | 'placeholder' | 'unreadable' | 'absent' | 'otherForm' | 'noBase' | 'unsaid';
      doubtful?: boolean;
    };

const tableOf = new Map<Address, TableId>();
const addressSets = new Map<FormId, ReadonlySet<Address>>();
for (const { id } of allForms) {
  addressSets.set(id, new Set(tableIds.flatMap((table) => addressesOf(id, table))));
  for (const table of tableIds) for (const address of addressesOf(id, table)) tableOf.set(address, table);
}

/** Whether the report's version of the form has this cell; a form that is not known, or mixed, may have it. */
function mayHave({ forms }: Cells, address: Address): boolean {
  const table = tableOf.get(address);
  const form = table && forms[table];
  return !form || form === 'mixed' || addressSets.get(form)!.has(address);
}

/** What a single cell says: most measures are one. */
function figureIn(cells: Cells, address: Address): Figure {
  if (!mayHave(cells, address)) return { state: 'otherForm' };
  const cell = cells.cell(address);
  if (!cell) return { state: 'absent' };
  if (cell.state === 'unreadable') return { state: 'unreadable' };
  const doubtful = cells.doubtful(address);
  if (cell.value === null) return { state: cell.state === 'placeholder' ? 'placeholder' : 'blank', doubtful };
  return {
    state: 'number',
    value: cell.value,
    doubtful,
    corrected: Boolean(cell.corrected),
    ...(cell.printed !== undefined && { printed: cell.printed }),
    blanks: 0,
  };
}

const plainNumber = /^-?\d+(?:\.\d+)?$/;

/** What a sum would be as printed; where something printed is no number, just that. */
function printedSum(sum: number, found: readonly (MeasuredCell | undefined)[]): string | null | undefined {
  const answered = found.flatMap((cell) => (cell?.printed === undefined ? [] : [{ ...cell, printed: cell.printed }]));
  if (!answered.length) return undefined;
  const odd = answered.find(
    ({ printed }) => printed === null || (printed !== '' && !plainNumber.test(printed.normalize('NFKC').trim())),
  );
  if (odd) return odd.printed;
  if (answered.length === found.length && answered.every(({ printed }) => printed === '')) return '';
  return String(
    addExactly([sum, ...answered.map(({ value, printed }) => Number(printed?.normalize('NFKC')) - (value ?? 0))]),
  );
}

function sumOf(cells: Cells, sums: Measure['sums']): Figure {
  if (sums.length === 1 && sums[0]!.length === 1) return figureIn(cells, sums[0]![0]!);
  const fitting = sums.find((sum) => sum.every((address) => mayHave(cells, address)));
  if (!fitting) return { state: 'otherForm' };
  // In a mixed table only the cells that were found tell which of two forms a block is.
  const sum = sums.find((candidate) => candidate.some((address) => cells.cell(address))) ?? fitting;
  const found = sum.map((address) => cells.cell(address));
  for (const state of ['absent', 'unreadable'] as const)
    if (found.some((cell) => (cell?.state ?? 'absent') === state)) return { state };
  const numbers = found.flatMap((cell) => (cell?.value === null || cell?.value === undefined ? [] : [cell.value]));
  const doubtful = sum.some((address) => cells.doubtful(address));
  if (numbers.length === 0) return { state: found[0]!.state === 'placeholder' ? 'placeholder' : 'blank', doubtful };
  const value = addExactly(numbers);
  const printed = printedSum(value, found);
  return {
    state: 'number',
    value,
    doubtful,
    corrected: found.some((cell) => Boolean(cell?.corrected)),
    ...(printed !== undefined && { printed }),
    blanks: found.length - numbers.length,
  };
}

/** A sum without the dust of binary fractions: 0.1 + 0.2 = 0.3. */
function addExactly(numbers: readonly number[]): number {
  const sum = numbers.reduce((a, b) => a + b, 0);
  return Number.isInteger(sum) ? sum : Number(sum.toFixed(6));
}

const figureSaid = (said: Said | undefined): Figure =>
  said
    ? {
        state: 'number',
        value: said.value,
        doubtful: said.several,
        corrected: false,
        blanks: 0,
        ...(said.precision === 'exact' ? {} : { precision: said.precision }),
      }
    : { state: 'unsaid' };

/** What one report says of a measure. A sum with an absent or unreadable cell has no number. */
export function figureOf(cells: Cells, measure: Measure): Figure {
  if (measure.said) return figureSaid(cells.said(measure.said));
  const figure = sumOf(cells, measure.sums);
  if (!measure.of || figure.state !== 'number') return figure;
  const whole = sumOf(cells, measure.of);
  if (whole.state !== 'number') return whole;
  if (whole.value === 0) return { state: 'noBase' };
  return {
    state: 'number',
    value: figure.value / whole.value,
    doubtful: figure.doubtful || whole.doubtful,
    corrected: figure.corrected || whole.corrected,
    blanks: figure.blanks + whole.blanks,
    parts: { value: figure.value, of: whole.value },
  };
}
