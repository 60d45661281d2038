import type { Address, Report } from '../../../src/report/report.ts';
import type { Figures, Layout } from '../tables/printed-report.ts';
import { isSilent, type Said } from './flagged.ts';
import { mayStandIn } from './printed-number.ts';
import type { Slot } from './slips.ts';

/** One number struck: what the bureau meant, what is printed now, and what is said before and after. */
interface Struck {
  figures: Figures;
  slots: readonly Slot[];
  layout: Pick<Layout, 'name' | 'blanks'>;
  before: Said;
  after: Said;
}

/** Layouts that fill up a short row with blank cells behind it; where cells are drawn, one that lacks is seen. */
const padded = /as blanks|tabs with|without rulings|file(?! with borders)/u;
/** Layouts that print nothing of a blank cell at the end of a row, nor of one too many there. */
const endless = /^sheet|without (?:rulings|borders)/u;
/** Layouts whose cells are told apart where each holds one value or none, and not where one holds two. */
const both = /rows of blocks/u;

const given = (slots: readonly Slot[], own: Slot) => slots.filter(({ list }) => list === own.list);

/** The values of a row as the document prints them: with its blanks where these can be seen. */
function printedRow(own: Slot, full: number, layout: Struck['layout'], blanks: boolean): string[] {
  // Where blanks are not seen, a number behind the label is the first value.
  const behind = own.row?.label.match(/ [\d/,.+\-增减]+$/u) ?? [];
  if (!blanks) return [...behind, ...own.list].flatMap((cell) => cell.split(' ').filter((word) => word !== ''));
  const last = own.list.findLastIndex((cell) => cell !== '');
  const list = endless.test(layout.name) ? own.list.slice(0, last + 1) : [...own.list];
  // A sheet stores a number and no digits.
  if (layout.name.startsWith('sheet'))
    for (const [at, cell] of list.entries()) list[at] = cell.replace(/^0+(?=\d)/u, '');
  const missing = padded.test(layout.name) ? Math.max(0, full - list.length) : 0;
  return [...list, ...Array<string>(missing).fill('')];
}

/**
 * Whether the document is, byte for byte, that of a bureau that means what is read in this cell: its row has as many values
 * as the form has cells, each a number as numbers are printed, a placeholder or none.
 */
function couldBeMeant({ slots, layout, after: { report } }: Struck, address: Address): boolean {
  const own = slots.find((slot) => slot.address === address)!;
  const row = given(slots, own);
  // The three parts of table 4 stand in one printed row: where none of it is lost, each is looked at for itself.
  if (own.list.length === row.length && layout.blanks && row.length > 7) {
    const part = row.filter((slot) => rowOf(slot.address) === rowOf(address));
    if (part.every(({ address: other, list, at }) => mayStandIn(other, list[at]!)))
      if (own.list[own.at] === asMeant(report, address)) return true;
  }
  return [layout.blanks, layout.blanks && !both.test(layout.name)].some((blanks) => {
    const printed = printedRow(own, row.length, layout, blanks);
    const isWhole = printed.length === row.length && printed.every((cell, at) => mayStandIn(row[at]!.address, cell));
    return isWhole && printed[row.indexOf(own)] === asMeant(report, address);
  });
}

/** What was read in a cell, without the dress that a layout puts on all numbers. */
const asMeant = ({ cells }: Report, address: Address): string =>
  cells[address]!.raw.normalize('NFKC').replace('件', '').trim();

const rowOf = (address: string): string => address.slice(0, address.lastIndexOf('.'));
const tableOf = (address: string): string => address.slice(0, address.indexOf('.'));
const isBlank = ({ cells }: Report, address: Address): boolean => cells[address]?.state === 'blank';
const sorted = (cells: readonly (string | undefined)[]): string =>
  cells
    .filter((cell) => cell)
    .sort()
    .join(' ');

/** What nothing in a document contradicts, in words, and whether a silent cell is such a case. */
const unseen: Record<string, (struck: Struck, address: Address) => boolean> = {
  // Table 2 has no sums, those of table 4 run along the row, and in table 3 the sums of columns may be undecided.
  'the values of a printed row in another order or other cells, and no sum that runs across it': (
    { slots, figures },
    address,
  ) => {
    const own = slots.find((slot) => slot.address === address)!;
    const words = own.list.flatMap((cell) => cell.split(' '));
    return sorted(words) === sorted(given(slots, own).map((slot) => figures[slot.address]));
  },
  'no blank printed in the row any more where the bureau left one: in plain text a blank is not to be seen': (
    { slots, figures, layout },
    address,
  ) => {
    const own = slots.find((slot) => slot.address === address)!;
    return (!layout.blanks || both.test(layout.name)) && given(slots, own).some((slot) => figures[slot.address] === '');
  },
  'a row of table 2 without one of its numbers, that behind it moved up, and blanks at the end of short rows': (
    { slots, figures },
    address,
  ) => {
    const own = slots.find((slot) => slot.address === address)!;
    const left = given(slots, own).flatMap((slot) => figures[slot.address] || []);
    const words = own.list.filter((cell) => cell !== '');
    return (
      tableOf(address) === 'disclosures' && words.length < left.length && words.every((cell) => left.includes(cell))
    );
  },
  'a number put into a row of table 2, those behind it moved on, where a blank at its end is not printed': (
    { slots, figures, layout },
    address,
  ) => {
    const own = slots.find((slot) => slot.address === address)!;
    const meant = given(slots, own).map((slot) => figures[slot.address] ?? '');
    const isLonger = own.list.length > meant.length && own.list.at(-1) === '' && meant.at(-1) === '';
    return tableOf(address) === 'disclosures' && endless.test(layout.name) && isLonger;
  },
  'a row of table 3 or 4 without totals that lacks one of its numbers, those behind it moved up, and a blank at its end':
    ({ slots, figures, layout }, address) => {
      const own = slots.find((slot) => slot.address === address)!;
      const row = given(slots, own);
      const left = row.flatMap((slot) => figures[slot.address] || []);
      const words = own.list.filter((cell) => cell !== '').map((cell) => cell.replace(/^0+(?=0$)/u, ''));
      return (
        (tableOf(address) === 'disputes' || (tableOf(address) === 'applications' && endless.test(layout.name))) &&
        row.every((slot) => !slot.address.endsWith('.total') || figures[slot.address] === '') &&
        words.length < left.length &&
        words.every((cell) => left.includes(cell))
      );
    },
  'a number put into the row of table 4 that has no totals, those behind it moved on, where a blank at its end is not printed':
    ({ slots, figures, layout }, address) => {
      const own = slots.find((slot) => slot.address === address)!;
      const row = given(slots, own);
      const isLonger = own.list.length > row.length && figures[row.at(-1)!.address] === '' && own.list.at(-1) === '';
      const hasTotals = row.some((slot) => slot.address.endsWith('.total') && figures[slot.address] !== '');
      return tableOf(address) === 'disputes' && endless.test(layout.name) && isLonger && !hasTotals;
    },
  'a 0 run together with the number behind it in a sheet, which keeps no 0 before a number': (
    { slots, figures, layout },
    address,
  ) => {
    const own = slots.find((slot) => slot.address === address)!;
    const words = [...own.list.map((cell) => cell.replace(/^0+(?=\d)/u, '')), '0'];
    const isGlued = own.list.some((cell) => /^0\d/u.test(cell));
    const meant = given(slots, own).map((slot) => figures[slot.address]);
    return layout.name.startsWith('sheet') && isGlued && sorted(words) === sorted(meant);
  },
  'the digits of a row of table 2 parted otherwise, some of them in a cell that was blank': (
    { slots, figures },
    address,
  ) => {
    const own = slots.find((slot) => slot.address === address)!;
    const meant = given(slots, own).map((slot) => figures[slot.address] ?? '');
    return tableOf(address) === 'disclosures' && meant.includes('') && own.list.join('') === meant.join('');
  },
  'the last blank of its table filled': ({ figures, after: { findings } }, address) =>
    figures[address] === '' && !findings.some(({ check, slot }) => check === 'cell-blank' && slot === tableOf(address)),
  'the total of a row that holds nothing else, left blank as the rest of the row': ({ slots, after }, address) =>
    address.endsWith('.total') &&
    slots.every((slot) => rowOf(slot.address) !== rowOf(address) || isBlank(after.report, slot.address)),
  'a sum that comes out by chance': ({ figures, slots, after: { report } }, address) => {
    const row = slots
      .filter((slot) => rowOf(slot.address) === rowOf(address))
      .map((slot) => report.cells[slot.address]);
    const parts = row.slice(0, -1).reduce((sum, cell) => sum + (cell?.value ?? 0), 0);
    const isPart = tableOf(address) !== 'disclosures' && parts === row.at(-1)?.value;
    return (
      figures[address] === '' && report.cells[address]?.state === 'number' && (address.endsWith('.total') || isPart)
    );
  },
};

/** Every cell that reads otherwise than the bureau meant it, that nothing speaks of, and that no class above explains. */
export function silentIn(struck: Struck): { address: Address; as: string | undefined }[] {
  const { figures, before, after } = struck;
  return (Object.keys(figures) as Address[])
    .filter((address) => isSilent(address, figures, before, after))
    .map((address) => ({
      address,
      as: couldBeMeant(struck, address)
        ? Object.keys(unseen).find((words) => unseen[words]!(struck, address))
        : undefined,
    }));
}
