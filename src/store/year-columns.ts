import type { FactRow } from './fact-row.ts';
import type { Shared } from './shared.ts';

/** What a report has as whole numbers, beside its texts; the first five number something in a list of the year. */
const numbered = [
  'region',
  'forms',
  'origins',
  'found',
  'version',
  'errors',
  'warnings',
  'open',
  'off',
  'said',
  'file',
  'end',
] as const;
const width = numbered.length;
export type Numbered = (typeof numbered)[number];
const at = Object.fromEntries(numbered.map((name, i) => [name, i])) as Record<Numbered, number>;

/** Where a number of a report stands in `numbers`. */
export const placeOf = (report: number, what: Numbered): number => report * width + at[what];

/** The reports of one year in columns; number `i` of each list is report `i`. */
export interface YearColumns {
  keys: string[];
  names: string[];
  /** Other names, of the few that have any. */
  aliases: [report: number, names: string[]][];
  /** What is printed in cells that a bureau answered otherwise. */
  printed: [report: number, cells: NonNullable<FactRow['p']>][];
  /** What many reports have in common, each once. */
  regions: FactRow['r'][];
  forms: FactRow['f'][];
  origins: FactRow['o'][];
  found: string[][];
  /** Twelve a report, see `numbered`: `said`, `file` and `end` are where parts of its figures begin and end. */
  numbers: Uint32Array;
}

/** Reports of one year put into columns; where their figures begin and end is not known yet. */
export function columnsOf(rows: readonly FactRow[]): YearColumns {
  const [regions, forms, origins, found] = [new Numbering(), new Numbering(), new Numbering(), new Numbering()];
  const numbers = new Uint32Array(rows.length * width);
  for (const [i, row] of rows.entries()) {
    const values = [regions.of(row.r), forms.of(row.f), origins.of(row.o), found.of(row.q ?? [])];
    numbers.set([...values, row.v, row.e, row.w, row.i, row.x ?? 0], i * width);
  }
  return {
    keys: rows.map(({ k }) => k),
    names: rows.map(({ n }) => n),
    aliases: rows.flatMap(({ a }, i): YearColumns['aliases'] => (a.length === 0 ? [] : [[i, a]])),
    printed: rows.flatMap(({ p }, i): YearColumns['printed'] => (p ? [[i, p]] : [])),
    regions: regions.values as FactRow['r'][],
    forms: forms.values as FactRow['f'][],
    origins: origins.values as FactRow['o'][],
    found: found.values as string[][],
    numbers,
  };
}

/** Columns that hold what other years have too only once. */
export function sharing(columns: YearColumns, shared: Shared): YearColumns {
  return {
    ...columns,
    keys: columns.keys.map((key) => shared.text(key)),
    names: columns.names.map((name) => shared.text(name)),
    regions: columns.regions.map((region) => shared.value('region', region)),
    forms: columns.forms.map((form) => shared.value('forms', form)),
    origins: columns.origins.map((origins) => shared.value('origins', origins)),
    found: columns.found.map((checks) => shared.value('found', checks)),
  };
}

/** Numbers different values from 0, in the order in which they come. */
class Numbering {
  readonly values: unknown[] = [];
  private readonly known = new Map<string, number>();

  of(value: unknown): number {
    const name = JSON.stringify(value);
    const known = this.known.get(name);
    if (known !== undefined) return known;
    this.known.set(name, this.values.length);
    return this.values.push(value) - 1;
  }
}
