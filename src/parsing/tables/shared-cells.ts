import type { Address } from '../../report/forms/index.ts';
import type { Place } from '../../report/report.ts';
import type { Grid, GridCell } from '../document.ts';
import type { ReadTable } from './table-reader.ts';
import { isWords } from './value-row.ts';

/** Numbers printed in one cell over several rows. In a PDF such a cell is a line left out, and the number stands beside its own row. */
export const sharedNumbers = ({ cells, source }: Grid): GridCell[] =>
  source === 'ruling' || source === 'ocr'
    ? []
    : cells.filter(({ r0, r1, text }) => r1 > r0 && /\p{N}/u.test(text) && !isWords(text));

/**
 * The tables with a doubt, whichever reader, on numbers that were read in several rows out of one cell, as merged cells are:
 * each may be meant for one row alone, the others being blank. So are those right below: the number missing above may
 * have run into them.
 */
export function doubtShared(read: readonly ReadTable[]): ReadTable[] {
  const shared = new Set(read.flatMap(sharedAddresses));
  if (shared.size === 0) return [...read];
  return read.map((table) => ({
    ...table,
    doubtful: [...table.doubtful, ...(Object.keys(table.cells) as Address[]).filter((address) => shared.has(address))],
  }));
}

function sharedAddresses({ reader, cells }: ReadTable): Address[] {
  if (reader !== 'grid') return [];
  const byPlace = new Map<string, { place: Place; addresses: Address[] }>();
  for (const address of Object.keys(cells) as Address[]) {
    const { place, state } = cells[address]!;
    if (place.row === undefined || place.column === undefined || state !== 'number') continue;
    const known = byPlace.get(keyOf(place));
    if (known) known.addresses.push(address);
    else byPlace.set(keyOf(place), { place, addresses: [address] });
  }
  return [...byPlace.values()].flatMap(({ place, addresses }) => {
    if (addresses.length < 2) return [];
    const below = byPlace.get(keyOf({ ...place, row: place.row! + addresses.length }));
    return [...addresses, ...(below?.addresses ?? [])];
  });
}

const keyOf = ({ table, sheet, row, column }: Place): string => [table, sheet, row, column].join();
