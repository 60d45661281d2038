import type { Words } from '../../errors.ts';
import { partsOf } from '../../report/address.ts';
import { type Address, applicantColumns, applicationCell, applicationRows } from '../../report/forms/index.ts';
import { columnName, rowName } from '../../report/names.ts';
import type { Report } from '../../report/report.ts';
import { once } from '../once.ts';

/** A number of the tables that a sentence may mean: a cell, a row whose total is blank, or a sum of several. */
export interface Quantity {
  /** Worked out only where something is said of it. */
  name: () => Words;
  /** `null` where nothing is reported, or a cell was not found or not read. */
  value: number | null;
  /** Blank cells take part, which can only add to it. */
  atLeast: boolean;
  /** The printed cells it was added up from. */
  cells: Address[];
}

const isKnown = (report: Report, address: Address): boolean =>
  report.cells[address] !== undefined && report.cells[address].state !== 'unreadable';

/** One cell as it is printed. */
export function cellQuantity(report: Report, address: Address, name = () => short(address)): Quantity {
  const cell = report.cells[address];
  const value = cell?.state === 'number' ? cell.value : null;
  return { name, value, atLeast: false, cells: value === null ? [] : [address] };
}

const short = (address: Address): Words => {
  const { table, row, column } = partsOf(address);
  const name = rowName(table, row);
  if (column === 'total') return { zh: `「${name.zh}」`, en: name.en };
  const kind = columnName(table, column);
  return { zh: `「${name.zh}」${kind.zh}`, en: `${name.en}, ${kind.en}` };
};

/** Quantities by what they are asked for; a report is data and does not change. */
const known = once((): Map<string, Quantity> => new Map());

function remembered(report: Report, key: string, workOut: () => Quantity): Quantity {
  const all = known(report);
  const before = all.get(key);
  if (before) return before;
  const made = workOut();
  all.set(key, made);
  return made;
}

/** A row of table 三: its printed total, else its columns added up, where blanks can only add. */
export const rowQuantity = (report: Report, row: string, columns?: readonly string[]): Quantity =>
  remembered(report, columns ? `${row} ${columns}` : row, () => ofRow(report, row, columns));

function ofRow(report: Report, row: string, columns: readonly string[] | undefined): Quantity {
  const name = () => rowWords(row, columns);
  const totalAt = applicationCell(row, 'total');
  const total = report.cells[totalAt];
  if (!columns && total?.state === 'number') return { name, value: total.value, atLeast: false, cells: [totalAt] };
  const leaves = (columns ?? applicantColumns.filter((column) => column !== 'total')).map((column) =>
    applicationCell(row, column),
  );
  if (!leaves.every((address) => isKnown(report, address))) return { name, value: null, atLeast: false, cells: [] };
  const printed = leaves.filter((address) => report.cells[address]!.state === 'number');
  return {
    name,
    value: printed.reduce((sum, address) => sum + report.cells[address]!.value!, 0),
    atLeast: printed.length < leaves.length,
    cells: printed,
  };
}

function rowWords(row: string, columns: readonly string[] | undefined): Words {
  const words = rowName('applications', row);
  const kinds = columns?.map((column) => columnName('applications', column));
  return {
    zh: `「${words.zh}」${kinds ? kinds.map((kind) => kind.zh).join('＋') : ''}`,
    en: `${words.en}${kinds ? `, ${kinds.map((kind) => kind.en).join(' + ')}` : ''}`,
  };
}

/** Several quantities in one; unknown where one of them is. */
export function total(parts: readonly Quantity[], name = () => joinedNames(parts)): Quantity {
  const unknown = parts.some(({ value }) => value === null);
  return {
    name,
    value: unknown ? null : round(parts.reduce((sum, { value }) => sum + value!, 0)),
    atLeast: parts.some(({ atLeast }) => atLeast),
    cells: parts.flatMap(({ cells }) => cells),
  };
}

const joinedNames = (parts: readonly Quantity[]): Words => ({
  zh: parts.map(({ name }) => name().zh).join('＋'),
  en: parts.map(({ name }) => name().en).join(' + '),
});

/** One less the other, both known exactly. */
export function difference(one: Quantity, other: Quantity): Quantity {
  const unknown = one.value === null || other.value === null || one.atLeast || other.atLeast;
  return {
    name: () => ({ zh: `${one.name().zh}－${other.name().zh}`, en: `${one.name().en} − ${other.name().en}` }),
    value: unknown ? null : round(one.value! - other.value!),
    atLeast: false,
    cells: [...one.cells, ...other.cells],
  };
}

const groups: Record<string, Words> = {
  denied: { zh: '「不予公开」各项', en: 'denied, all grounds' },
  unavailable: { zh: '「无法提供」各项', en: 'unavailable, all grounds' },
  declined: { zh: '「不予处理」各项', en: 'declined, all grounds' },
  other: { zh: '「其他处理」各项', en: 'other outcomes' },
};

/** A group of table 三's results, all its rows: `denied`, `unavailable`, `declined`, `other`. */
export const groupQuantity = (report: Report, group: string): Quantity =>
  remembered(report, `group ${group}`, () => ofGroup(report, group));

function ofGroup(report: Report, group: string): Quantity {
  const form = report.forms.applications;
  const rows = form === null ? [] : applicationRows(form).filter((row) => row === group || row.startsWith(`${group}.`));
  const parts = rows.map((row) => rowQuantity(report, row));
  const name = () => groups[group]!;
  if (parts.length === 0) return { name, value: null, atLeast: false, cells: [] };
  return total(parts, name);
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;
