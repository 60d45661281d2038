import type { Address } from '../../report/forms/index.ts';
import type { Place } from '../../report/report.ts';
import type { Grid, GridCell } from '../document.ts';
import { mostOf } from '../most-of.ts';
import type { ReadTable } from './table-reader.ts';
import { isWords } from './value-row.ts';

/**
 * A table read from grids with the cells that rows share: one number is read in several rows, as merged cells are, though it
 * may be meant for one of them alone, the others being blank, and values beside it may have moved. So are the next
 * values below: the number that is missing may have run into them.
 */
export function withShared(table: ReadTable, grids: readonly Grid[]): ReadTable {
  const tall = grids.flatMap(tallNumbers);
  if (tall.length === 0) return table;
  const read = new Map<string, Address[]>();
  for (const address of Object.keys(table.cells) as Address[]) {
    const key = keyOf(table.cells[address]!.place);
    read.set(key, [...(read.get(key) ?? []), address]);
  }
  const readAt = ({ place }: GridCell): Address[] => read.get(keyOf(place)) ?? [];
  const own = tall.filter(({ number, isTallest }) => isTallest || readAt(number).length > 1);
  const rows = new Set(own.flatMap(({ number }) => readAt(number)).map(rowOf));
  const below = new Set(own.flatMap((number) => number.below.flatMap(readAt)));
  const addresses = Object.keys(table.cells) as Address[];
  const shared = addresses.filter((address) => rows.has(rowOf(address)) || below.has(address));
  const remarks = [...rows].map((row) => `${row}: shares a number, printed in one cell, with another row`);
  return { ...table, unsure: [...(table.unsure ?? []), ...shared], remarks: [...table.remarks, ...remarks] };
}

/** Numbers whose cell reaches over several rows, whether over more than most values beside it or than one label, and the next values below. */
function tallNumbers({ cells, rows, source }: Grid): { number: GridCell; isTallest: boolean; below: GridCell[] }[] {
  const tall = cells.filter(({ r0, r1, text }) => r1 > r0 && /\p{N}/u.test(text) && !isWords(text));
  if (tall.length === 0) return [];
  const heights = Array.from({ length: rows }, (): number[] => []);
  for (const { r0, r1, text } of cells)
    if (!isWords(text)) for (const row of heights.slice(r0, r1 + 1)) row.push(r1 - r0);
  const beginnings = Array<boolean>(rows).fill(false);
  for (const { r0, text } of cells) if (isWords(text)) beginnings[r0] = true;
  return tall.map((number) => {
    const { r0, r1, c0 } = number;
    const below = cells
      .filter((cell) => cell.r0 > r1 && cell.c0 <= c0 && cell.c1 >= c0 && !isWords(cell.text))
      .reduce<GridCell | undefined>((next, cell) => (next && next.r0 <= cell.r0 ? next : cell), undefined);
    return {
      number,
      isTallest:
        heights.slice(r0, r1 + 1).some((row) => mostOf(row) < r1 - r0) ||
        // Where lines are drawn, one of the labels may be out of line with those of the values.
        (source !== 'ruling' && source !== 'ocr' && beginnings.slice(r0 + 1, r1 + 1).some((begins) => begins)),
      below: below ? [below] : [],
    };
  });
}

const rowOf = (address: Address): string => address.slice(0, address.lastIndexOf('.'));

const keyOf = ({ table, sheet, row, column, page, box }: Place): string =>
  [table, sheet, row, column, page, box].join();
