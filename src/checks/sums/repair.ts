import { applicationRows, type FormId } from '../../report/forms/index.ts';
import { once } from '../once.ts';
import { resultRows } from './identity.ts';

/** One way to read the tokens of table 三 that satisfies every sum. */
export interface Repair {
  kind: 'split' | 'glued' | 'lost';
  /** Row of the wrong count, and its tokens read this way. */
  row: string;
  tokens: string[];
  /** The neighbour that gives or takes a digit, where the fault lies between two rows. */
  neighbour?: { row: string; tokens: string[] };
  /** The number put in where one was lost. */
  inserted?: string;
}

type Rows = readonly (readonly string[])[];
interface Candidate {
  kind: Repair['kind'];
  /** Rows to replace by index. */
  edits: Map<number, string[]>;
  inserted?: string;
}

const width = 7;
const isCount = (token: string): boolean => /^(0|[1-9]\d*)$/.test(token);
const sum = (tokens: readonly string[]): number => tokens.reduce((total, token) => total + Number(token), 0);

/** Every way to cut a token into two counts. */
const cuts = (token: string): [string, string][] =>
  Array.from({ length: token.length - 1 }, (_, at): [string, string] => [
    token.slice(0, at + 1),
    token.slice(at + 1),
  ]).filter(([left, right]) => isCount(left) && isCount(right));

/** A row of eight: two tokens side by side are one number, in the row or over its ends. */
function* joins(rows: Rows, odd: number): Iterable<Candidate> {
  const row = rows[odd]!;
  for (let at = 0; at + 1 < row.length; at++) {
    const tokens = [...row.slice(0, at), row[at]! + row[at + 1]!, ...row.slice(at + 2)];
    yield { kind: 'split', edits: new Map([[odd, tokens]]) };
  }
  const [above, below] = [rows[odd - 1], rows[odd + 1]];
  if (above)
    yield {
      kind: 'split',
      edits: new Map([
        [odd - 1, [...above.slice(0, -1), above.at(-1)! + row[0]!]],
        [odd, row.slice(1)],
      ]),
    };
  if (below)
    yield {
      kind: 'split',
      edits: new Map([
        [odd, row.slice(0, -1)],
        [odd + 1, [row.at(-1)! + below[0]!, ...below.slice(1)]],
      ]),
    };
}

/** A row of six: one token is two numbers, in the row or over its ends, or a number is not there at all. */
function* parts(rows: Rows, odd: number): Iterable<Candidate> {
  const row = rows[odd]!;
  const [above, below] = [rows[odd - 1], rows[odd + 1]];
  for (const [at, token] of row.entries())
    for (const pair of cuts(token))
      yield { kind: 'glued', edits: new Map([[odd, [...row.slice(0, at), ...pair, ...row.slice(at + 1)]]]) };
  for (const [left, right] of above ? cuts(above.at(-1)!) : [])
    yield {
      kind: 'glued',
      edits: new Map([
        [odd - 1, [...above!.slice(0, -1), left]],
        [odd, [right, ...row]],
      ]),
    };
  for (const [left, right] of below ? cuts(below[0]!) : [])
    yield {
      kind: 'glued',
      edits: new Map([
        [odd, [...row, left]],
        [odd + 1, [right, ...below!.slice(1)]],
      ]),
    };
  for (let at = 0; at < width; at++) {
    const rest = sum(row.slice(0, -1));
    const inserted = String(at === width - 1 ? sum(row) : Number(row.at(-1)) - rest);
    yield { kind: 'lost', inserted, edits: new Map([[odd, [...row.slice(0, at), inserted, ...row.slice(at)]]]) };
  }
}

/** Whether every row, every balance and every sum of results holds. */
function allHold(form: FormId, rows: Rows): boolean {
  if (!rows.every((row) => row.length === width && row.every(isCount))) return false;
  if (!rows.every((row) => sum(row.slice(0, -1)) === Number(row.at(-1)))) return false;
  const ids = applicationRows(form);
  const at = (id: string, column: number) => Number(rows[ids.indexOf(id as (typeof ids)[number])]![column]);
  const results = resultRows(form);
  return Array.from({ length: width }, (_, column) => column).every(
    (column) =>
      at('received', column) + at('carriedIn', column) === at('concluded', column) + at('carriedOut', column) &&
      results.reduce((total, id) => total + at(id, column), 0) === at('concluded', column),
  );
}

/** The tokens of a row: where it is set by tabs, without the empty fields before and behind its seven columns. */
function fieldsOf(tokens: readonly string[]): readonly string[] {
  if (tokens.length <= width) return tokens;
  let from = 0;
  let to = tokens.length;
  while (to - from > width && !tokens[to - 1]!.trim()) to--;
  while (to - from > width && !tokens[from]!.trim()) from++;
  return tokens.slice(from, to);
}

/**
 * The one reading of table 三 that satisfies every sum, where one row has a token too many or too few. Nothing where
 * no reading does, where two differ in a value, or where more than one row is at fault.
 */
export const repairOf = once(({ forms, tables }): Repair | undefined => {
  const form = forms.applications;
  if (!form || !tables.applications) return undefined;
  const known = tables.applications.rows.filter(({ id }) => id !== null);
  if (known.every(({ tokens }) => fieldsOf(tokens).length === width)) return undefined;
  const ids = applicationRows(form);
  const printed = new Map(known.map((row) => [row.id, row]));
  if (known.length !== ids.length || !ids.every((id) => printed.has(id))) return undefined;
  const fields = ids.map((id) => fieldsOf(printed.get(id)!.tokens));
  const odd = fields.flatMap((row, index) => (row.length === width ? [] : [index]));
  const [at] = odd;
  if (odd.length !== 1 || at === undefined || Math.abs(fields[at]!.length - width) !== 1) return undefined;
  const rows = fields.map((row) => row.map((token) => token.normalize('NFKC').trim()));
  if (!rows.flat().every((token) => /^\d+$/.test(token))) return undefined;

  const found = new Map<string, Candidate>();
  for (const candidate of rows[at]!.length > width ? joins(rows, at) : parts(rows, at)) {
    const read = rows.map((row, index) => candidate.edits.get(index) ?? row);
    if (allHold(form, read)) found.set(read.flat().join(' '), found.get(read.flat().join(' ')) ?? candidate);
  }
  const [only, second] = found.values();
  if (!only || second) return undefined;
  const [other] = [...only.edits].filter(([index]) => index !== at);
  return {
    kind: only.kind,
    row: ids[at]!,
    tokens: only.edits.get(at)!,
    ...(other && { neighbour: { row: ids[other[0]]!, tokens: other[1] } }),
    ...(only.inserted !== undefined && { inserted: only.inserted }),
  };
});
