import type { Words } from '../../errors.ts';
import { type TableId, tableIds } from '../../report/forms/index.ts';
import { cellName, tableName } from '../../report/names.ts';
import type { Address, Cell, Report } from '../../report/report.ts';
import type { Raised } from '../define-check.ts';
import { once } from '../once.ts';
import { cut } from '../wording.ts';

const byTable = once(({ cells }) => {
  const tables: Record<TableId, [Address, Cell][]> = { disclosures: [], applications: [], disputes: [] };
  for (const entry of Object.entries(cells) as [Address, Cell][])
    tables[entry[0].slice(0, entry[0].indexOf('.')) as TableId].push(entry);
  return tables;
});

/** Cells of one table, as they were read. */
export const cellsOf = (report: Report, table: TableId): readonly [Address, Cell][] => byTable(report)[table];

/** A cell and what is printed in it: 表三「本年新收」自然人印作“2l”. */
export const asPrinted = (address: Address, { raw }: Cell): Words => {
  const name = cellName(address);
  return { zh: `${name.zh}印作“${raw}”`, en: `${name.en} is printed “${raw}”` };
};

/** One finding for each table that holds cells of this kind; `ask` says what was expected instead. */
export function* oddCells(
  report: Report,
  odd: (cell: Cell, address: Address) => boolean,
  ask: Words,
): Iterable<Raised> {
  for (const table of tableIds) {
    const found = cellsOf(report, table).filter(([address, cell]) => odd(cell, address));
    if (!found.length) continue;
    const lines = found.map(([address, cell]) => asPrinted(address, cell));
    const all = cut(lines);
    yield {
      cells: found.map(([address]) => address),
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
