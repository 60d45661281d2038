import { partsOf } from '../../report/address.ts';
import {
  type Address,
  addressesOf,
  disputeColumns,
  disputeRows,
  type FormId,
  type TableId,
} from '../../report/forms/index.ts';
import type { Cell, PrintedRow, Reading, TableReading } from '../../report/report.ts';
import { beginsWithZero } from './run-together.ts';
import { columnsHold } from './sums-of-columns.ts';
import type { ReadTable } from './table-reader.ts';

/** What all readers together make of one table. */
export interface ReconciledTable {
  reading: TableReading | null;
  cells: Partial<Record<Address, Cell>>;
}

/** Readers that see real cells or positions come before the one that sees only the order of words. */
const rank: readonly ReadTable['reader'][] = ['grid', 'tokens', 'text', 'ocr'];

/**
 * Compares what the readers saw of one table. Two readers of different kind that agree give high trust, one reader alone
 * medium, a row placed by order alone low. Where readers differ the better reader's value stands with low trust beside
 * all readings; nothing is averaged or repaired.
 */
export function reconcile(table: TableId, seen: readonly ReadTable[]): ReconciledTable {
  const readers = seen
    .filter((read) => read.table === table)
    .map((read) => ({ read, standing: standing(read) }))
    .sort((a, b) => b.standing - a.standing)
    .map(({ read }) => read);
  const best = readers[0];
  if (!best) return { reading: null, cells: {} };
  const form = best.form ?? readers.find((read) => read.form !== null)?.form ?? null;
  const cells: Partial<Record<Address, Cell>> = {};
  const unsure = readers.flatMap((read) => read.unsure ?? []);
  const heard = readers.map((read) => ({
    read,
    doubtful: new Set([...read.doubtful, ...unsure, ...refusedElsewhere(read, readers)]),
  }));
  for (const address of addresses(readers, table, form)) cells[address] = settle(address, heard);
  const agreeing = readers.filter((read) => read.form === form);
  return {
    reading: {
      form,
      decidedBy: [...new Set(agreeing.flatMap((read) => read.decidedBy))],
      labels: readers.map((read) => read.labels).reduce((a, b) => (b.found > a.found ? b : a)),
      rows: best.rows,
      readers: readers.map((read) => read.reader),
      place: best.place,
    },
    cells,
  };
}

/**
 * Cells whose row a reader that sees cells or positions saw and could not read: it knows of a cell too many or too few,
 * or of two values in one column, and that others may have moved. In table 三 the sums settle that, in table
 * 四, where parts change places unseen, nothing but one value all over. Where labels stand apart from their values, none
 * of the rows is known.
 */
function refusedElsewhere(read: ReadTable, readers: readonly ReadTable[]): Address[] {
  const seen = readers.filter((other) => seesMore(other, read));
  if (seen.some(({ apart }) => apart)) return Object.keys(read.cells) as Address[];
  const rows = new Set(seen.flatMap(refusedRows));
  const ragged = new Set(seen.flatMap((other) => other.ragged ?? []));
  const own = (Object.keys(read.cells) as Address[]).filter((address) => rows.has(partsOf(address).row));
  const values = own.map((address) => read.cells[address]!);
  if (read.table === 'disputes') return values.every(({ value }) => value === values[0]!.value) ? [] : own;
  if (read.table === 'disclosures') return own;
  const byRow = new Map<string, Reading[]>();
  for (const address of Object.keys(read.cells) as Address[]) {
    const { row } = partsOf(address);
    byRow.set(row, [...(byRow.get(row) ?? []), read.cells[address]!]);
  }
  // Where a 0 stands among the values, they add up without it too, and in ragged rows they add up wherever they stand;
  // there the columns tell, but not a 0 from a blank.
  const proven = new Set(
    [...rows].filter((row) => {
      const inRow = byRow.get(row) ?? [];
      const isLoose = ragged.has(row) || inRow.some(({ value }) => value === 0);
      return rowAddsUp(inRow) && (!isLoose || columnsHold(row, byRow));
    }),
  );
  return own.filter((address) => !proven.has(partsOf(address).row) || read.cells[address]!.value === 0);
}

/** Whether a reader sees more than another of how the values of a row stand: cells, then places, then the order of words. */
const seesMore = (other: ReadTable, { reader }: ReadTable): boolean =>
  reader === 'text' ? other.reader !== 'text' : reader !== 'grid' && other.reader === 'grid';

/**
 * Rows that a reader saw as such, but took no value of. Where all numbers stand in one cell, no cells are drawn. Table 四
 * in one row is all three of its rows.
 */
function refusedRows({ table, cells, rows, reader, labels }: ReadTable): string[] {
  const own = new Set((Object.keys(cells) as Address[]).map((address) => partsOf(address).row));
  const isDrawn = ({ id, tokens }: PrintedRow): boolean =>
    tokens.length > fewestColumns / 2 ||
    // Blanks merged with their neighbours leave few cells, of one number each.
    (reader === 'grid' && (id !== null || labels.found > 0) && !tokens.some((token) => /\S\s+\S/u.test(token)));
  const seen = rows.filter((row) => table === 'disclosures' || isDrawn(row));
  if (table === 'disputes' && own.size === 0 && seen.length > 0) return [...disputeRows];
  return seen.flatMap(({ id }) => (id && !own.has(id) ? [id] : []));
}

/** Values in a row of table 四, where it is printed in three rows; the other tables with sums have more. */
const fewestColumns = disputeColumns.length;

/** Whether the values of a row, its total last, are numbers that add up; zeros add up wherever they stand. */
const rowAddsUp = (values: readonly Reading[]): boolean =>
  values.every(({ value }) => value !== null) &&
  values.at(-1)?.value !== 0 &&
  values.slice(0, -1).reduce((sum, { value }) => sum + value!, 0) === values.at(-1)?.value;

/** More cells without doubt come first; of about as many, the better kind of reader. */
const standing = (read: ReadTable): number =>
  Math.round((Object.keys(read.cells).length - read.doubtful.length) / 15) * 10 - rank.indexOf(read.reader);

/** Cells that some reader saw, as far as they belong to the form; the columns of a row are those of the first reader. */
function addresses(readers: readonly ReadTable[], table: TableId, form: FormId | 'mixed' | null): Address[] {
  const allowed = form === null || form === 'mixed' ? null : new Set(addressesOf(form, table));
  const columns = new Map<string, Set<string>>();
  const found = new Set<Address>();
  for (const read of readers) {
    const own = (Object.keys(read.cells) as Address[]).filter((address) => !allowed || allowed.has(address));
    for (const address of own) {
      const { row, column } = partsOf(address);
      const known = columns.get(row);
      if (!known?.size || known.has(column)) found.add(address);
    }
    for (const address of own) {
      const { row, column } = partsOf(address);
      if (readers[0] === read || !columns.has(row)) columns.set(row, (columns.get(row) ?? new Set()).add(column));
    }
  }
  return [...found];
}

/** A reader with what it doubts, to be looked up cell by cell. */
interface Voter {
  read: ReadTable;
  doubtful: ReadonlySet<Address>;
}

function settle(address: Address, readers: readonly Voter[]): Cell {
  const votes: { reading: Reading; read: ReadTable; sure: boolean }[] = [];
  for (const { read, doubtful } of readers) {
    const reading = read.cells[address];
    if (!reading) continue;
    const sure = !doubtful.has(address);
    votes.push({ reading, read, sure });
    const other = read.otherwise?.[address];
    if (other) votes.push({ reading: other, read, sure });
  }
  const sure = votes.filter((vote) => vote.sure);
  const { reading, read } = (sure[0] ?? votes[0])!;
  // A reader that doubts its own reading is no second opinion against one that does not.
  const heard = sure.length > 0 ? sure : votes;
  const differ = heard.some((vote) => !sameReading(vote.reading, reading));
  if (differ) return { ...cellOf(reading, 'low'), readings: heard.map((vote) => vote.reading) };
  const kinds = new Set(heard.map((vote) => vote.read.reader));
  if (read.reader === 'ocr' || sure.length === 0 || formsDiffer(address, readers)) return cellOf(reading, 'low');
  if (beginsWithZero(reading)) return cellOf(reading, 'low');
  return cellOf(reading, kinds.has('grid') && kinds.size > 1 ? 'high' : 'medium');
}

/** Spelt out: objects made by spreading get a shape each, which makes two hundred of them slow to look at. */
const cellOf = ({ value, state, raw, place }: Reading, trust: Cell['trust']): Cell => ({
  value,
  state,
  raw,
  place,
  trust,
});

/** Whether one reader took the row for a row of another form than another reader did. */
const formsDiffer = (address: Address, readers: readonly Voter[]): boolean =>
  readers.some(({ read }) => read.rowForms) &&
  new Set(readers.flatMap(({ read }) => read.rowForms?.[partsOf(address).row] ?? [])).size > 1;

const sameReading = (a: Reading, b: Reading): boolean => a.value === b.value && a.state === b.state;
