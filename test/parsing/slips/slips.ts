import { type Address, disputeColumns, disputeRows, type FormId, formOf } from '../../../src/report/forms/index.ts';
import type { Parts } from '../tables/printed-report.ts';
import { isNumber } from './printed-number.ts';

/** A printed cell of the three tables: the list of texts it stands in, and where. */
export interface Slot {
  address: Address;
  list: string[];
  at: number;
  /** The row it stands in, with its label; table 四 has no labels. */
  row?: { label: string };
}

/** Every cell that a report prints, in printed order. */
export function slotsOf(form: FormId, parts: Parts): Slot[] {
  const { disclosures, applications } = formOf(form);
  const rows = applications.rows.flatMap((row) => ('group' in row ? [] : [row[0]]));
  return [
    ...disclosures.blocks.flatMap((block, b) =>
      block.rows.flatMap(([id], r) =>
        block.columns.map(([column], at) => ({
          address: `disclosures.${id}.${column}` as Address,
          list: parts.blocks[b]!.rows[r]!.values,
          at,
          row: parts.blocks[b]!.rows[r]!,
        })),
      ),
    ),
    ...rows.flatMap((id, r) =>
      applications.columns.map(([column], at) => ({
        address: `applications.${id}.${column}` as Address,
        list: parts.rows[r]!.values,
        at,
        row: parts.rows[r]!,
      })),
    ),
    ...disputeRows.flatMap((id, r) =>
      disputeColumns.map((column, c) => ({
        address: `disputes.${id}.${column}` as Address,
        list: parts.disputes,
        at: r * disputeColumns.length + c,
      })),
    ),
  ];
}

type Random = () => number;
const anyOf = <T>(random: Random, all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
const text = ({ list, at }: Slot): string => list[at]!;
const set = ({ list, at }: Slot, value: string): void => {
  list[at] = value;
};

type Slip = (own: Slot, all: readonly Slot[], random: Random) => boolean;

const sameRow = (own: Slot, other: Slot): boolean =>
  own.address.slice(0, own.address.lastIndexOf('.')) === other.address.slice(0, other.address.lastIndexOf('.'));
const columnOf = ({ address }: Slot): string => address.slice(address.lastIndexOf('.'));
const tableOf = ({ address }: Slot): string => address.slice(0, address.indexOf('.'));
const sameColumn = (own: Slot, other: Slot): boolean =>
  tableOf(own) === tableOf(other) && columnOf(own) === columnOf(other);
const where: Record<string, (own: Slot, other: Slot) => boolean> = {
  'in its row': sameRow,
  'in its column': (own, other) => sameColumn(own, other) && !sameRow(own, other),
  elsewhere: (own, other) => !sameColumn(own, other) && !sameRow(own, other),
};

const moves: [string, Slip][] = Object.entries(where).flatMap(([place, there]): [string, Slip][] => [
  [
    `moved to a blank ${place}`,
    (own, all, random) => {
      const to = anyOf(
        random,
        all.filter((other) => other !== own && there(own, other) && text(other) === ''),
      );
      if (!to) return false;
      set(to, text(own));
      set(own, '');
      return true;
    },
  ],
  [
    `moved onto a value ${place}`,
    (own, all, random) => {
      const to = anyOf(
        random,
        all.filter((other) => other !== own && there(own, other) && text(other) !== ''),
      );
      if (!to) return false;
      set(to, `${text(to)} ${text(own)}`);
      set(own, '');
      return true;
    },
  ],
  [
    `put between cells ${place}`,
    (own, all, random) => {
      const to = anyOf(
        random,
        all.filter((other) => other !== own && there(own, other)),
      );
      if (!to) return false;
      const [value] = own.list.splice(own.at, 1);
      to.list.splice(to.at, 0, value!);
      return true;
    },
  ],
]);

const below = (own: Slot, all: readonly Slot[]): Slot | undefined => {
  const column = all.filter((other) => sameColumn(own, other));
  const next = column[column.indexOf(own) + 1];
  return next && next.list !== own.list ? next : undefined;
};

/** What may happen to the one number in a cell; each gives `false` where it cannot happen there. */
export const slips: Record<string, Slip> = {
  deleted: (own) => {
    set(own, '');
    return true;
  },
  'deleted with its cell': (own) => {
    own.list.splice(own.at, 1);
    return true;
  },
  'split by a blank': (own, _, random) => {
    const value = text(own);
    if (value.length < 2) return false;
    const at = 1 + Math.floor(random() * (value.length - 1));
    set(own, `${value.slice(0, at)} ${value.slice(at)}`);
    return true;
  },
  'split into two cells': (own, _, random) => {
    const value = text(own);
    if (value.length < 2) return false;
    const at = 1 + Math.floor(random() * (value.length - 1));
    own.list.splice(own.at, 1, value.slice(0, at), value.slice(at));
    return true;
  },
  'glued to its right': (own) => glued(own, own.at + 1, false),
  'glued to its right, a cell less': (own) => glued(own, own.at + 1, true),
  'glued to its left': (own) => glued(own, own.at - 1, false),
  'glued to its left, a cell less': (own) => glued(own, own.at - 1, true),
  'glued to its label': ({ row, list, at }) => {
    if (!row || at > 0) return false;
    row.label += list[at];
    list[at] = '';
    return true;
  },
  'glued to its label, a cell less': ({ row, list, at }) => {
    if (!row || at > 0) return false;
    row.label += list[at];
    list.splice(at, 1);
    return true;
  },
  'moved into the label of another row': (own, all, random) => {
    const to = anyOf(
      random,
      all.filter(({ row }) => row && row !== own.row),
    );
    to!.row!.label += ` ${text(own)}`;
    set(own, '');
    return true;
  },
  'glued to the cell below': (own, all) => {
    const next = below(own, all);
    if (!next || text(next) === '') return false;
    set(next, text(own) + text(next));
    set(own, '');
    return true;
  },
  ...Object.fromEntries(moves),
};

/** The number runs together with a neighbour; what it leaves is a blank cell or none. */
function glued(own: Slot, neighbour: number, less: boolean): boolean {
  const other = own.list[neighbour];
  if (other === undefined || other === '') return false;
  const [left, right] = neighbour > own.at ? [own.at, neighbour] : [neighbour, own.at];
  own.list[neighbour] = own.list[left]! + own.list[right]!;
  if (less) own.list.splice(own.at, 1);
  else own.list[own.at] = '';
  return true;
}

/** A number of the report: one above 0 every other time, and one of the small tables every third time. */
export function pick(slots: readonly Slot[], random: Random): Slot | undefined {
  const numbers = slots.filter(({ list, at }) => isNumber(list[at]!));
  const counting = numbers.filter(({ list, at }) => list[at] !== '0');
  const some = random() < 0.5 && counting.length ? counting : numbers;
  const small = some.filter(({ address }) => !address.startsWith('applications'));
  const pool = random() < 0.3 && small.length ? small : some;
  return pool[Math.floor(random() * pool.length)];
}
