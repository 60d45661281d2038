import { type Address, applicantColumns, type FormId, forms } from '../../report/forms/index.ts';
import type { PrintedRow, Reading } from '../../report/report.ts';
import { scoreAtEnd } from './align.ts';
import { doubtOfTable } from './doubt-of-table.ts';
import { isFarFromValues } from './far-labels.ts';
import { formByWords, namesLaterForm } from './form-by-words.ts';
import { hasColumnBehind, headOf } from './head-order.ts';
import { applicationLabels, hanOf, type RowLabel } from './labels.ts';
import { placeByCharacters } from './place-by-characters.ts';
import { labelled, mostTotal, type PlacedRows, placeRows, wordForWord } from './place-rows.ts';
import { rivalLabels } from './rival-labels.ts';
import { decisiveRows, rowOfOtherForm } from './rows-of-forms.ts';
import { hasRunTogether } from './run-together.ts';
import { besideStray } from './stray-rows.ts';
import { type Parted, partSubtotals } from './subtotals.ts';
import { columnsHold } from './sums-of-columns.ts';
import type { ReadTable } from './table-reader.ts';
import { isBesideTorn, manyTorn } from './torn-rows.ts';
import {
  addsUp,
  beginsLate,
  type Field,
  isBlank,
  isOdd,
  mayHaveSlipped,
  mayLackCell,
  readingOf,
  type ValueRow,
  valuesOf,
} from './value-row.ts';

const columns = applicantColumns.length;

/** Reads table 三 from the printed rows of one reader; `null` where none of its rows is there. */
export function readApplications(printed: readonly ValueRow[], reader: ReadTable['reader']): ReadTable | null {
  const { rows, subtotals } = partSubtotals(printed);
  const words = wordsIn(rows);
  const later = namesLaterForm(words);
  // The words decide then, however well the rows fit another form.
  const tried = triedForms(rows, later ? ['2021'] : forms.map(({ id }) => id).toReversed());
  const best = tried.reduce((a, b) => (b.placed.total > a.placed.total ? b : a));
  const { labels, placed } = best;
  if (!placed.slots.some((slot, at) => slot >= 0 && placed.scores[at]! >= labelled)) return null;
  const own = decisiveRows(best.form);
  const decidedBy = placed.slots.flatMap((slot, at) =>
    slot >= 0 && own.has(labels[slot]!.id) && placed.scores[at]! >= labelled
      ? [lastWords(rows[at]!, labels[slot]!)]
      : [],
  );
  const close = tried.some((other) => other !== best && best.placed.total - other.placed.total < tooClose);
  const said = later || decidedBy.length === 0 ? formByWords(words) : null;
  const byWords = said?.form === best.form;
  if (byWords && decidedBy.length === 0) decidedBy.push(said.said);
  const form = byWords || (decidedBy.length > 0 && !close) ? best.form : null;
  return assemble(rows, labels, placed, form, decidedBy, reader, {
    tried: best.form,
    undecided: form === null ? own : new Set(),
    second: isPlain(rows, best) ? placed.slots : placeByCharacters(rows, best.form, placed.labels),
    subtotals,
  });
}

/** Forms that fit the rows this nearly alike are not told apart. */
const tooClose = 0.25;

/** The rows laid against the labels of each of these forms, without those that cannot come near one before. */
function triedForms(
  rows: readonly ValueRow[],
  candidates: readonly FormId[],
): { form: FormId; labels: readonly RowLabel[]; placed: PlacedRows }[] {
  const tried: ReturnType<typeof triedForms> = [];
  for (const id of candidates) {
    const labels = applicationLabels(id);
    if (tried.some(({ placed }) => placed.total - tooClose > mostTotal(rows, labels.length, columns))) continue;
    tried.push({ form: id, labels, placed: placeRows(rows, labels, columns) });
  }
  return tried;
}

/** Every row of the form once, in order, its own words in full right before its values: no second look would see more. */
const isPlain = (rows: readonly ValueRow[], { labels, placed }: { labels: readonly RowLabel[]; placed: PlacedRows }) =>
  placed.labels === 'before' &&
  rows.length === labels.length &&
  placed.slots.every((slot, at) => slot === at && placed.scores[at] === 1);

function assemble(
  rows: readonly ValueRow[],
  labels: readonly RowLabel[],
  placed: PlacedRows,
  form: FormId | null,
  decidedBy: string[],
  reader: ReadTable['reader'],
  {
    tried,
    undecided,
    second,
    subtotals,
  }: { tried: FormId; undecided: ReadonlySet<string>; second: readonly number[]; subtotals: Parted['subtotals'] },
): ReadTable {
  const cells: Partial<Record<Address, Reading>> = {};
  const otherwise: Partial<Record<Address, Reading>> = {};
  const doubtful: Address[] = [];
  const [unsure, ragged]: [Address[], string[]] = [[], []];
  const printed: PrintedRow[] = [];
  const remarks: string[] = [];
  const inRow = rows.map((row, at) => (placed.slots[at]! < 0 ? null : valuesOf(row, columns, rows)));
  const first = placed.slots.findIndex((slot) => slot >= 0);
  const head = headOf(rows.slice(0, first + 1).flatMap((row) => row.before));
  const text = wordsIn(rows);
  const found = labels.filter(
    (label, slot) =>
      placed.slots.some((s, at) => s === slot && placed.scores[at]! >= labelled) ||
      label.wordings.some((wording) => scoreAtEnd(wording, text, 0) >= 0.7),
  );
  const tableDoubt =
    doubtOfTable(rows, placed, inRow, subtotals.size > 0 ? head.replace('小计', '') : head) ??
    placed.doubt ??
    (found.every(isHeadToo) ? 'no label but one that is the head of a column too' : undefined);
  const cut = manyTorn(rows, placed, columns);
  const rivals = rivalLabels(rows, labels, placed, columns);
  const strays = besideStray(rows, placed.slots, labels.length, columns);
  const byId = new Map(
    inRow.flatMap((values, at) => (values ? [[labels[placed.slots[at]!]!.id, values] as const] : [])),
  );
  const short = inRow.filter((values) => values && mayHaveSlipped(values)).length;
  // A bureau that leaves totals blank does so in most rows.
  const slipped = (row: string, values: readonly Field[]): boolean =>
    mayHaveSlipped(values) && short <= rows.length / 5 && !columnsHold(row, byId);
  if (tableDoubt) remarks.push(tableDoubt);
  rows.forEach((row, at) => {
    const slot = placed.slots[at]!;
    const label = slot < 0 ? undefined : labels[slot]!;
    if (!label && isBlank(row)) return;
    const values = inRow[at];
    const subtotal = subtotals.get(row);
    const first = row.sheet?.columns[values ? row.fields.indexOf(values[0]!) : 0];
    printed.push({
      id: label?.id ?? null,
      label: label ? lastWords(row, label) : row.before.slice(-2).join(''),
      tokens: row.fields.map(({ raw }) => raw.trim()),
      ...(subtotal && { subtotal: readingOf(subtotal, reader) }),
      ...(row.sheet && first !== undefined && { columns: { first, width: row.sheet.width } }),
      place: row.fields[0]!.place,
    });
    if (!label) return;
    if (!values && row.ragged) ragged.push(label.id);
    if (!values) remarks.push(`${label.id}: ${row.fields.length} values, not ${columns}`);
    else if (undecided.has(label.id)) remarks.push(`${label.id}: form not decided`);
    else {
      const beside =
        row.ragged === true ||
        isOdd(row, columns, rows) ||
        beginsLate(row, columns, rows) ||
        (cut && row.cells === true) ||
        (hasColumnBehind(head) && mayBeShifted(row, values));
      const doubt =
        row.doubt ??
        (beside ? 'cells beside the values, unlike other rows' : undefined) ??
        (slipped(label.id, values) ? 'only the last value is blank' : undefined) ??
        (hasRunTogether(values) ? 'values may have run together, and the last is blank' : undefined) ??
        (mayLackCell(row, values, rows) ? 'fewer cells than other rows' : undefined) ??
        (isBesideTorn(rows, at, values) ? 'the row beside lacks values, and these do not add up' : undefined) ??
        (cut && !row.cells ? 'blanks cannot be seen, and other rows have too few values' : undefined);
      const labelDoubt =
        row.labelDoubt ??
        rivals[at] ??
        (strays.has(at) ? 'a row without a label nearby, and a label without a row' : undefined) ??
        saysOther(at, placed, labels) ??
        (placed.labels === 'after' && row.labelAhead && !row.cells
          ? 'its line begins with another label'
          : undefined) ??
        rowOfOtherForm(row, tried, placed.scores[at]!, placed.labels) ??
        (isFarFromValues(label, row, placed.labels, labels) ? 'other words between label and values' : undefined);
      if (doubt) remarks.push(`${label.id}: ${doubt}`);
      if (labelDoubt) remarks.push(`${label.id}: ${labelDoubt}`);
      const other = labels[second[at]!];
      const moved = other !== undefined && other !== label;
      if (moved) remarks.push(`${label.id}: by the words of the whole table it is ${other.id}`);
      // Zeros add up wherever they stand, and beside other numbers too.
      const isLoose =
        values.at(-1)!.value === 0 || (values.some(({ value }) => value === 0) && !columnsHold(label.id, byId));
      const isProven = addsUp(values) && !(beside && isLoose);
      values.forEach((value, column) => {
        const address = addressOf(label, column);
        cells[address] = readingOf(value, reader);
        if (moved) otherwise[addressOf(other, column)] = readingOf(value, reader);
        const isPlaced = placed.scores[at]! >= labelled && !moved && !labelDoubt;
        if (tableDoubt || !isPlaced || (doubt && !isProven)) doubtful.push(address);
        // No sum tells a 0 from a blank that a 0 put into the row was taken for.
        if (row.ragged && (!isProven || value.value === 0)) unsure.push(address);
      });
    }
  });
  return {
    reader,
    table: 'applications',
    form,
    decidedBy,
    cells,
    otherwise,
    doubtful,
    unsure,
    ragged,
    apart: rows.some(({ apart }) => apart),
    rows: printed,
    labels: { found: found.length, expected: labels.length },
    place: rows[0]!.fields[0]!.place,
    remarks,
  };
}

const addresses = new Map(
  forms
    .flatMap(({ id }) => applicationLabels(id))
    .map((label) => [label.id, applicantColumns.map((column) => `applications.${label.id}.${column}` as Address)]),
);
const wordsIn = (rows: readonly ValueRow[]): string =>
  hanOf(rows.flatMap((row) => row.before).join('') + (rows.at(-1)?.after.join('') ?? ''));

/** 其他 and 总计 stand over columns as well. */
const isHeadToo = ({ wordings }: RowLabel): boolean => wordings.every((wording) => /(?:其他|总计)$/u.test(wording));

const addressOf = ({ id }: RowLabel, column: number): Address => addresses.get(id)![column]!;

/** Whether a cell of the column behind the values may have been taken for the last of them. */
function mayBeShifted(row: ValueRow, values: readonly Field[]): boolean {
  const behind = row.fields.slice(row.fields.indexOf(values.at(-1)!) + 1);
  const filled = behind.some(({ state }) => state !== 'blank');
  return (
    row.fields.length > columns && (behind.length === 0 || (filled && values.some(({ state }) => state === 'blank')))
  );
}

/** Where a row's words are less its own label than that of another row: rows may be printed in another order, or not all of them. */
function saysOther(
  at: number,
  { nearest, slots, scores }: PlacedRows,
  labels: readonly RowLabel[],
): string | undefined {
  const other = nearest[at]! >= 0 && nearest[at] !== slots[at] && scores[at]! < wordForWord;
  return other ? `its words are the label of ${labels[nearest[at]!]!.id}` : undefined;
}

/** As many of the last printed words before a row's values as make up its label. */
function lastWords(row: ValueRow, label: RowLabel): string {
  const wanted = Math.max(...label.wordings.map((wording) => wording.length)) - 2;
  let words = '';
  for (let at = row.before.length - 1; at >= 0 && hanOf(words).length < wanted; at--) words = row.before[at]! + words;
  return words;
}
