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

/** What was asked last: questions ask one report for a cell twice or for several cells, then the next report. */
let last: { encoded: string; place: number; token: string | undefined; tokens: readonly string[] | null } = {
  encoded: '',
  place: -1,
  token: undefined,
  tokens: null,
};

/** One cell of an encoded report. The first is searched for; for a second one the report is taken apart. */
export function decodeCell(encoded: string, address: Address): FactCell | undefined {
  const place = placeOf.get(address);
  if (place === undefined || encoded === '') return undefined;
  if (last.encoded !== encoded) last = { encoded, place, token: tokenAt(encoded, place), tokens: null };
  else if (last.place !== place) {
    const tokens = last.tokens ?? tokensOf(encoded);
    last = { encoded, place, token: tokens[place], tokens };
  }
  return last.token === undefined ? undefined : parseToken(last.token);
}

function tokenAt(encoded: string, place: number): string | undefined {
  for (let from = 0, at = 0; from <= encoded.length; ) {
    const comma = encoded.indexOf(',', from);
    const end = comma < 0 ? encoded.length : comma;
    const run = encoded.slice(from, end);
    const star = run.indexOf('*');
    at += star < 0 ? 1 : Number(run.slice(star + 1));
    if (at > place) return star < 0 ? run : run.slice(0, star);
    from = end + 1;
  }
  return undefined;
}

function tokensOf(encoded: string): string[] {
  const tokens: string[] = [];
  for (const run of encoded.split(',')) {
    const star = run.indexOf('*');
    const token = star < 0 ? run : run.slice(0, star);
    for (let count = star < 0 ? 1 : Number(run.slice(star + 1)); count > 0; count--) tokens.push(token);
  }
  return tokens;
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
