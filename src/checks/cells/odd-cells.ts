import type { Words } from '../../errors.ts';
import { addressesOf, forms, type TableId, tableIds } from '../../report/forms/index.ts';
import { cellName, tableName } from '../../report/names.ts';
import type { Address, Cell, Report } from '../../report/report.ts';
import type { Raised } from '../define-check.ts';
import { inDoubt } from '../doubt.ts';
import { once } from '../once.ts';
import { cut } from '../wording.ts';

/** Every address that some form has, by table and in printed order. */
const everyAddress = Object.fromEntries(
  tableIds.map((table) => [table, [...new Set(forms.toReversed().flatMap(({ id }) => addressesOf(id, table)))]]),
) as Record<TableId, Address[]>;

/** A cell, and where it stands. */
interface Placed {
  address: Address;
  cell: Cell;
}

/** How many cells of one table were found, and those of them that checks ask for, in printed order. */
interface TableCells {
  found: number;
  /** All but plain counts, 0, 7, 1344, of which no check of single cells has anything to say. */
  odd: Placed[];
  numbers: Placed[];
  aboveZero: Placed[];
  inDoubt: Placed[];
}

const isPlain = ({ state, value, raw }: Cell): boolean =>
  state === 'number' &&
  (value === 0 ? raw === '0' : value !== null && value > 0 && Number.isInteger(value) && raw === String(value));

const byTable = once(({ cells }) => {
  const sorted = (table: TableId): TableCells => {
    const all: TableCells = { found: 0, odd: [], numbers: [], aboveZero: [], inDoubt: [] };
    for (const address of everyAddress[table]) {
      const cell = cells[address];
      if (!cell) continue;
      all.found++;
      if (!isPlain(cell)) all.odd.push({ address, cell });
      if (cell.value !== null) all.numbers.push({ address, cell });
      if (cell.value !== null && cell.value > 0) all.aboveZero.push({ address, cell });
      if (inDoubt(cell)) all.inDoubt.push({ address, cell });
    }
    return all;
  };
  return { disclosures: sorted('disclosures'), applications: sorted('applications'), disputes: sorted('disputes') };
});

export const cellsOf = (report: Report, table: TableId): TableCells => byTable(report)[table];

/** A cell and what is printed in it: 表三「本年新收」自然人印作“2l”. */
export const asPrinted = (address: Address, { raw }: Cell): Words => {
  const name = cellName(address);
  return { zh: `${name.zh}印作“${raw}”`, en: `${name.en} is printed “${raw}”` };
};

/**
 * One finding for each table that holds cells of this kind, of those that are not plain counts; `ask` says what was
 * expected instead.
 */
export function* oddCells(
  report: Report,
  odd: (cell: Cell, address: Address) => boolean,
  ask: Words,
): Iterable<Raised> {
  for (const table of tableIds) {
    const found = cellsOf(report, table).odd.filter(({ address, cell }) => odd(cell, address));
    if (!found.length) continue;
    const lines = found.map(({ address, cell }) => asPrinted(address, cell));
    const all = cut(lines);
    yield {
      cells: found.map(({ address }) => address),
      slot: table,
      lines,
      message: { zh: `${all.zh}；${ask.zh}`, en: `${all.en}; ${ask.en}` },
    };
  }
}

/** 表三 and how many of its cells. */
export const countIn = (table: TableId, count: number): Words => ({
  zh: `${tableName(table).zh}有 ${count} 格`,
  en: `${tableName(table).en} has ${count} ${count === 1 ? 'cell' : 'cells'}`,
});
