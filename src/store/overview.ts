import { z } from 'zod';
import { addressSchema } from '../report/finding.ts';
import type { Backend } from './backend.ts';
import type { CaseFile, CaseRef, ListedIssue } from './case-store.ts';
import { Chronicle } from './chronicle.ts';
import { type FactRow, factRow, factRowSchema } from './fact-row.ts';
import { caseKey, keyPart } from './keys.ts';
import { Memory } from './memory.ts';
import { Packs } from './packs.ts';
import { Shared } from './shared.ts';
import { Shelf } from './shelf.ts';
import { originSchema } from './stored-report.ts';
import type { Outline, YearRow } from './year-row.ts';
import { openRows, YearTable } from './year-table.ts';

const listedSchema = z.array(
  z.object({
    bureauKey: z.string(),
    year: z.number().int(),
    issue: z.string(),
    bureau: z.string(),
    number: z.number().int(),
    check: z.string(),
    severity: z.enum(['error', 'warning']),
    tags: z.array(z.string()),
    /** Lists written by older programs do not say. */
    fault: z.enum(['report', 'reading', 'unknown']).default('unknown'),
    message: z.object({ zh: z.string(), en: z.string() }),
    cells: z.array(addressSchema),
    state: z.enum(['open', 'confirmed', 'ignored', 'snoozed']),
    since: z.string(),
    until: z.string().nullable(),
    assignee: z.string().nullable(),
    origin: originSchema,
    origins: z.array(originSchema),
  }),
) satisfies z.ZodType<ListedIssue[]>;

const listName = 'issues';

/** Years with fewer reports are read one by one in no time. */
const worthPacking = 1000;

/**
 * What questions over many reports read: a light row of every case by year, and the issues that are not resolved.
 * All of it follows from the archive and the acts, and is written anew whenever these change.
 */
export class Overview {
  /** Of what many rows have in common one copy is kept. */
  private readonly shared = new Shared();
  private readonly facts = new Map<number, Shelf<FactRow>>();
  private readonly lists: Shelf<ListedIssue[]>;
  readonly generations: Shelf<string>;
  private readonly packs: Packs;
  private readonly tables: Memory<YearTable>;
  private readonly listed: Memory<readonly ListedIssue[]>;
  /** Years that this process wrote to since they were packed. */
  private readonly written = new Set<string>();

  readonly chronicle: Chronicle;

  constructor(private readonly backend: Backend) {
    this.generations = new Shelf('generations', backend.namespace('generations'), z.string());
    this.chronicle = new Chronicle(backend, this.generations, (load) => new Memory(this.generations, load));
    this.lists = new Shelf('issues', backend.namespace('issues'), listedSchema);
    this.packs = new Packs(backend);
    this.tables = new Memory(this.generations, async (year, mark) => {
      const packed = mark === undefined ? undefined : await this.packs.read(year, mark);
      const rows = () => this.readYear(Number(year));
      return packed
        ? new YearTable(Number(year), packed.columns, this.shared, { packed: packed.figures, rows })
        : YearTable.of(Number(year), await rows(), this.shared);
    });
    this.listed = new Memory(this.generations, async () => {
      const lists = await inKeyOrder(this.lists.entries());
      return lists.flat();
    });
  }

  async year(year: number): Promise<readonly YearRow[]> {
    return openRows(await this.outline(year));
  }

  async outline(year: number): Promise<readonly Outline[]> {
    return (await this.tables.of(String(year))).rows;
  }

  /** Whether a report of this bureau and year answers, without reading it. */
  async has(bureauKey: string, year: number): Promise<boolean> {
    return this.factsOf(year).has(keyPart(bureauKey));
  }

  async issues(): Promise<readonly ListedIssue[]> {
    return this.listed.of(listName);
  }

  async years(): Promise<number[]> {
    const years: number[] = [];
    for await (const [name] of this.generations.entries()) if (/^\d+$/.test(name)) years.push(Number(name));
    return years.sort((a, b) => a - b);
  }

  async write(file: CaseFile): Promise<void> {
    const key = caseKey(file.bureauKey, file.year);
    this.written.add(String(file.year));
    await this.tables.changed(String(file.year), () =>
      this.factsOf(file.year).set(keyPart(file.bureauKey), factRow(file)),
    );
    const listed = file.issues.flatMap((issue) => listedIssue(file, issue));
    if (listed.length) await this.listed.changed(listName, () => this.lists.set(key, listed));
    else await this.unlist(key);
    await this.chronicle.acted(file);
  }

  /**
   * Makes large years quick to read for the next process, those that this one read or wrote unless others are named;
   * worth calling now and then, and at the end.
   */
  async pack(years: Iterable<string> = new Set([...this.tables.names(), ...this.written])): Promise<void> {
    for (const year of years) {
      this.written.delete(year);
      const settled = await this.tables.settled(year);
      if (settled && settled.copy.rows.length >= worthPacking) await this.packs.write(year, settled.mark, settled.copy);
    }
  }

  /** Forgets a case of which no version is left; its year too, where it was the last. */
  async remove({ bureauKey, year }: CaseRef): Promise<void> {
    const facts = this.factsOf(year);
    this.written.add(String(year));
    await this.tables.changed(String(year), () => facts.delete(keyPart(bureauKey)));
    const { done } = await facts.entries().next();
    if (done) await this.generations.delete(String(year));
    await this.unlist(caseKey(bureauKey, year));
  }

  private async readYear(year: number): Promise<FactRow[]> {
    return inKeyOrder(this.factsOf(year).entries());
  }

  private async unlist(key: string): Promise<void> {
    if (await this.lists.has(key)) await this.listed.changed(listName, () => this.lists.delete(key));
  }

  private factsOf(year: number): Shelf<FactRow> {
    const known = this.facts.get(year);
    if (known) return known;
    const name = `facts-${year}`;
    const shelf = new Shelf(name, this.backend.namespace(name), factRowSchema);
    this.facts.set(year, shelf);
    return shelf;
  }
}

function listedIssue({ bureauKey, year, stored }: CaseFile, issue: CaseFile['issues'][number]): ListedIssue[] {
  const { id, number, state, since, until, assignee, finding } = issue;
  const { check, severity, tags, message, cells, origin: fault } = finding;
  if (state === 'resolved' || severity === 'note') return [];
  const { bureau, origin, origins } = stored;
  return [
    {
      ...{ bureauKey, year, issue: id, bureau, number, check, severity, tags, fault, message, cells },
      ...{ state, since, until, assignee, origin, origins },
    },
  ];
}

/** The same order on every backend, also where it keeps none: an answer may not depend on where the store stands. */
async function inKeyOrder<T>(entries: AsyncIterable<[key: string, value: T]>): Promise<T[]> {
  const found: [string, T][] = [];
  for await (const entry of entries) found.push(entry);
  return found.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
