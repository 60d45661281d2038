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

/**
 * Where the last search stood: the run that begins at place `at` and ends before `until`, and what follows it. Questions
 * ask one report for a cell twice, or for several cells in printed order, and then the next report. Runs that are passed
 * over are not parsed.
 */
const cursor: { encoded: string; at: number; until: number; next: number; cell: FactCell | undefined } = {
  encoded: '',
  at: 0,
  until: 0,
  next: 0,
  cell: undefined,
};

/** One cell of an encoded report. The search goes on from the last one; only a cell before it starts anew. */
export function decodeCell(encoded: string, address: Address): FactCell | undefined {
  const place = placeOf.get(address);
  if (place === undefined || encoded === '') return undefined;
  if (cursor.encoded !== encoded || place < cursor.at) {
    cursor.encoded = encoded;
    cursor.at = cursor.until = cursor.next = 0;
  }
  let run: string | undefined;
  while (place >= cursor.until && cursor.next <= encoded.length) run = nextRun(encoded);
  if (run !== undefined) cursor.cell = parseToken(run.replace(/\*.*/, ''));
  return place < cursor.until ? cursor.cell : undefined;
}

/** Moves to the next run: `0*40` is forty places. */
function nextRun(encoded: string): string {
  const comma = encoded.indexOf(',', cursor.next);
  const end = comma < 0 ? encoded.length : comma;
  const run = encoded.slice(cursor.next, end);
  const star = run.indexOf('*');
  cursor.at = cursor.until;
  cursor.until += star < 0 ? 1 : Number(run.slice(star + 1));
  cursor.next = end + 1;
  return run;
}

function parseToken(token: string): FactCell | undefined {
  if (token === '') return undefined;
  const corrected = token.endsWith('!');
  const marked = corrected ? token.slice(0, -1) : token;
  const doubtful = marked.endsWith('?');
  const bare = doubtful ? marked.slice(0, -1) : marked;
  return bare === 'b' || bare === 'p' || bare === 'u'
    ? { value: null, state: states[bare], doubtful, corrected }
    : { value: Number(bare), state: 'number', doubtful, corrected };
}
