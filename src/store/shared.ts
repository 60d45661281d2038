import type { FactRow } from './fact-row.ts';

/** Above so many different values nothing old is kept any more. */
const most = 200_000;

/** Keeps one copy of values that many rows have in common: a name in five years, the path of a region, a form. */
export class Shared {
  private readonly kept = new Map<string, unknown>();

  /** The same row, its common parts shared with the rows before it. */
  row(row: FactRow): FactRow {
    return {
      ...row,
      k: this.one(row.k, row.k),
      n: this.one(row.n, row.n),
      r: row.r && this.one(`r ${row.r[0]}/${row.r[1].join('/')}`, row.r),
      f: this.one(`f ${row.f.disclosures} ${row.f.applications} ${row.f.disputes}`, row.f),
      o: row.o.length === 1 ? this.one(`o ${JSON.stringify(row.o)}`, row.o) : row.o,
      a: row.a.length === 0 ? none : row.a,
      ...(row.q && { q: row.q.length === 0 ? none : this.one(`q ${row.q.join()}`, row.q) }),
    };
  }

  private one<T>(name: string, value: T): T {
    const known = this.kept.get(name) as T | undefined;
    if (known !== undefined) return known;
    if (this.kept.size >= most) this.kept.clear();
    this.kept.set(name, value);
    return value;
  }
}

const none: string[] = [];
