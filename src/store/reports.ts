import { GovinfoError } from '../errors.ts';
import type { Correction } from '../report/issue.ts';
import { correctionsOf } from '../report/lifecycle.ts';
import { contradicted } from '../report/overlay.ts';
import { type Archive, type Identity, sameOrigin } from './archive.ts';
import type { Cases } from './cases.ts';
import type { Overview } from './overview.ts';
import type { Filing, KnownBureau, Outline, ReportStore, Saved, StoredReport, YearRow } from './store.ts';
import { openRows } from './year-table.ts';

/** Reports by bureau and year, every version kept, and what questions over many of them read. */
export class Reports implements ReportStore {
  /** The bureaus of exactly these copies of the years. */
  private known: { rows: (readonly Outline[])[]; bureaus: readonly KnownBureau[] } = { rows: [], bureaus: [] };

  constructor(
    private readonly archive: Archive,
    private readonly overview: Overview,
    private readonly cases: Cases,
  ) {}

  async save(filing: Filing, { adopt = true } = {}): Promise<Saved> {
    const known = await this.archive.byFile(filing.file.sha256);
    const { added, stored } = known
      ? { added: false, stored: known }
      : await this.archive.add(filing, identityOf(filing));
    const settled = known ? await this.standing(stored) : await this.settle(stored, adopt);
    const retried = sameOrigin(stored.origin, filing.origin) && stored.arrivedAt === filing.arrivedAt;
    if (added) return { ...settled, reread: false, outcome: stored.version === 1 ? 'new' : 'new-version' };
    const again = await this.again(stored, filing, settled.adopted);
    return { ...settled, ...again, outcome: !retried ? 'same-file' : stored.version === 1 ? 'new' : 'new-version' };
  }

  async current(bureauKey: string, year: number): Promise<StoredReport | undefined> {
    return this.archive.current(bureauKey, year);
  }

  async versions(bureauKey: string, year: number): Promise<StoredReport[]> {
    return this.archive.versions(bureauKey, year);
  }

  async adopt(bureauKey: string, year: number, version: number, by?: string): Promise<StoredReport> {
    const stored = await this.archive.version(bureauKey, year, version);
    if (!stored) throw noVersion(version);
    await this.archive.adopt(stored);
    await this.cases.observe(stored, 'adoption', { by });
    return stored;
  }

  async withdraw(bureauKey: string, year: number, version: number, by: string): Promise<void> {
    const stored = await this.archive.version(bureauKey, year, version);
    if (!stored) throw noVersion(version);
    await this.cases.withdraw(stored, by);
  }

  async markDeleted(bureauKey: string, year: number, version: number, at: string): Promise<void> {
    await this.archive.markDeleted(bureauKey, year, version, at);
  }

  async byFile(sha256: string): Promise<StoredReport | undefined> {
    return this.archive.byFile(sha256);
  }

  async year(year: number): Promise<readonly YearRow[]> {
    return this.overview.year(year);
  }

  async outline(year: number): Promise<readonly Outline[]> {
    return this.overview.outline(year);
  }

  async open(rows: readonly Outline[]): Promise<readonly YearRow[]> {
    return openRows(rows);
  }

  async years(): Promise<number[]> {
    return this.overview.years();
  }

  async bureaus(): Promise<readonly KnownBureau[]> {
    const rows = await Promise.all((await this.years()).map((year) => this.outline(year)));
    const unchanged = rows.length === this.known.rows.length && rows.every((row, i) => row === this.known.rows[i]);
    if (!unchanged) this.known = { rows, bureaus: bureausIn(rows.flat()) };
    return this.known.bureaus;
  }

  /** The same bytes once more: notes where they were seen, and what is read in them today. */
  private async again(
    stored: StoredReport,
    filing: Filing,
    adopted: boolean,
  ): Promise<Pick<Saved, 'stored' | 'reread'>> {
    const elsewhere = await this.archive.sight(stored, filing.origin);
    const reread = await this.archive.reread(stored, filing.entry, filing.arrivedAt);
    if (!elsewhere && !reread) return { stored, reread };
    const now = (await this.archive.version(stored.bureauKey, stored.year, stored.version))!;
    if (reread) await this.overview.chronicle.reread(now, stored.entry.report, filing.arrivedAt);
    if (adopted) await this.cases.observe(now, 'reading');
    return { stored: now, reread };
  }

  /** Adopts a version that came in, unless people's corrections stand against it, and looks at what it says. */
  private async settle(stored: StoredReport, adopt: boolean): Promise<Omit<Saved, 'outcome' | 'reread'>> {
    const { bureauKey, year, version, identity } = stored;
    const before = version > 1 ? await this.archive.version(bureauKey, year, version - 1) : undefined;
    await this.overview.chronicle.filed(stored, before?.entry.report);
    const waits = await this.against(stored);
    const only = (await this.archive.versions(bureauKey, year)).length === 1;
    const adopted = only || (adopt && !waits.length);
    if (identity) await this.cases.fileAs(stored, identity.by);
    if (adopted) {
      await this.archive.adopt(stored);
      await this.cases.observe(stored, 'file');
    }
    await this.archive.finish(stored);
    return { stored, adopted, waits };
  }

  /** What became of a version that was settled before. */
  private async standing(stored: StoredReport): Promise<Omit<Saved, 'outcome' | 'reread'>> {
    const adopted = (await this.archive.adoptedVersion(stored.bureauKey, stored.year)) === stored.version;
    return { stored, adopted, waits: adopted ? [] : await this.against(stored) };
  }

  private async against(stored: StoredReport): Promise<Correction[]> {
    return contradicted(stored.entry.report, correctionsOf(await this.cases.actsOf(stored)));
  }
}

const noVersion = (version: number) =>
  new GovinfoError('E-STORE-VERSION', { zh: `没有第 ${version} 版`, en: `there is no version ${version}` });

/** The bureaus of these rows, years ascending, each by its latest name. */
function bureausIn(rows: readonly Outline[]): KnownBureau[] {
  const known = new Map<string, KnownBureau>();
  for (const row of rows.toReversed()) {
    const { bureauKey, bureau: name, regionCode } = row;
    let bureau = known.get(bureauKey);
    if (!bureau) {
      bureau = {
        bureauKey,
        bureau: name,
        aliases: [],
        regionCode,
        regionPath: [...row.regionPath],
        years: [],
        origins: [],
      };
      known.set(bureauKey, bureau);
    }
    for (const other of [name, ...row.aliases])
      if (other !== bureau.bureau && !bureau.aliases.includes(other)) bureau.aliases.push(other);
    for (const origin of row.origins)
      if (!bureau.origins.some((seen) => sameOrigin(seen, origin))) bureau.origins.push(origin);
    bureau.years.unshift(row.year);
  }
  return [...known.values()];
}

function identityOf({ identity, entry: { report } }: Filing): Identity {
  if (identity) return identity;
  const { bureau, bureauKey, year } = report;
  if (bureau !== null && bureauKey !== null && year !== null) return { bureau, bureauKey, year };
  const nameless = bureau === null || bureauKey === null;
  throw new GovinfoError('E-STORE-IDENTITY', {
    zh: nameless ? '读不出是哪个机关的年报，没有入库' : '读不出是哪一年的年报，没有入库',
    en: `the report does not say ${nameless ? 'whose' : 'which year'} it is; it was not stored`,
  });
}
