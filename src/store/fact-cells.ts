import type { Cell } from '../report/cell.ts';
import { type Address, addressesOf, forms, tableIds } from '../report/forms/index.ts';

/** What a question needs of a cell. A value that a person put there says so. */
export interface FactCell {
  value: number | null;
  state: Cell['state'];
  doubtful: boolean;
  corrected: boolean;
}

/** Every address of every form, oldest form first. A later form only adds at the end, so places never move. */
export const order: readonly Address[] = [
  ...new Set(forms.flatMap((form) => tableIds.flatMap((table) => addressesOf(form.id, table)))),
];
const placeOf = new Map(order.map((address, place) => [address, place]));

const letters = { blank: 'b', placeholder: 'p', unreadable: 'u' } as const;
const states = { b: 'blank', p: 'placeholder', u: 'unreadable' } as const;

const token = (cell: FactCell | undefined): string =>
  !cell
    ? ''
    : (cell.state === 'number' ? String(cell.value) : letters[cell.state]) +
      (cell.doubtful ? '?' : '') +
      (cell.corrected ? '!' : '');

/** The cells of a report in one short string: `0*40,12,b?,,…`; equal neighbours are counted, an absent cell is empty. */
export function encodeCells(cells: ReadonlyMap<Address, FactCell>): string {
  const runs: { token: string; length: number }[] = [];
  for (const address of order) {
    const next = token(cells.get(address));
    const last = runs.at(-1);
    if (last?.token === next) last.length++;
    else runs.push({ token: next, length: 1 });
  }
  if (runs.at(-1)?.token === '') runs.pop();
  return runs.map(({ token, length }) => (length === 1 ? token : `${token}*${length}`)).join(',');
}

/** The form of `encodeCells`, and nothing else. */
export const encodedCells = /^(?:(?:(?:-?\d+(?:\.\d+)?(?:e[+-]\d+)?|[bpu])\??!?)?(?:\*\d+)?(?:,|$))*$/;

const [comma, star, minus, question, bang] = [...',*-?!'].map((sign) => sign.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
];
const statesByByte = new Map(Object.entries(states).map(([letter, state]) => [letter.charCodeAt(0), state]));

/**
 * Where the last search stood: the run that begins at place `at` and ends before `until`, its token from byte `start` to
 * `stop`, and what follows it. Questions ask one report for a cell twice, or for several cells in printed order, and then
 * the next report. Runs that are passed over are not parsed.
 */
const cursor = { bytes: new Uint8Array() as Uint8Array, from: 0, to: 0, at: 0, until: 0, start: 0, stop: 0, next: 0 };

/**
 * One cell of an encoded report, which stands in ASCII from byte `from` to `to`; `undefined` where it was not found. The
 * search goes on from the last one; only a cell before it starts anew.
 */
export function cellIn(bytes: Uint8Array, from: number, to: number, address: Address): FactCell | undefined {
  const place = placeOf.get(address);
  if (place === undefined || from === to) return undefined;
  if (cursor.from !== from || cursor.to !== to || cursor.bytes !== bytes || place < cursor.at) {
    cursor.bytes = bytes;
    cursor.from = cursor.next = from;
    cursor.to = to;
    cursor.at = cursor.until = 0;
  }
  while (place >= cursor.until && cursor.next <= to) nextRun(bytes, to);
  return place < cursor.until ? parseToken(bytes, cursor.start, cursor.stop) : undefined;
}

/** Moves the cursor over the next run: `44?*3`. */
function nextRun(bytes: Uint8Array, to: number): void {
  let end = cursor.next;
  let counted = -1;
  for (; end < to && bytes[end] !== comma; end++) if (bytes[end] === star) counted = end;
  cursor.at = cursor.until;
  cursor.until += counted < 0 ? 1 : numberIn(bytes, counted + 1, end);
  cursor.start = cursor.next;
  cursor.stop = counted < 0 ? end : counted;
  cursor.next = end + 1;
}

function parseToken(bytes: Uint8Array, start: number, stop: number): FactCell | undefined {
  if (start === stop) return undefined;
  let end = stop;
  const corrected = bytes[end - 1] === bang;
  if (corrected) end--;
  const doubtful = bytes[end - 1] === question;
  if (doubtful) end--;
  const state = statesByByte.get(bytes[start]!);
  return state
    ? { value: null, state, doubtful, corrected }
    : { value: numberIn(bytes, start, end), state: 'number', doubtful, corrected };
}

/** Whole numbers are read digit by digit; what has a point or a power is left to the language. */
function numberIn(bytes: Uint8Array, start: number, end: number): number {
  const negative = bytes[start] === minus;
  let value = 0;
  for (let i = negative ? start + 1 : start; i < end; i++) {
    const digit = bytes[i]! - 48;
    if (digit < 0 || digit > 9 || end - start > 15) return Number(String.fromCharCode(...bytes.subarray(start, end)));
    value = value * 10 + digit;
  }
  return negative ? -value : value;
}
