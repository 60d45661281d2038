import { type ChannelSettings, settingsSchema } from '../report/channel-settings.ts';
import type { Act } from '../report/issue.ts';
import { correctionsOf } from '../report/lifecycle.ts';
import { arePeers, comparableCells, kindOfBody, type Neighbours, type Owed, type Peer } from '../report/neighbours.ts';
import { overlay } from '../report/overlay.ts';
import type { Report } from '../report/report.ts';
import type { Archive } from './archive.ts';
import type { Backend } from './backend.ts';
import type { CaseRef } from './case-store.ts';
import type { Overview } from './overview.ts';
import { type Roster, rosterKey, rosterSchema } from './rosters.ts';
import { Shelf } from './shelf.ts';
import type { Sketches } from './sketches.ts';
import type { Origin, StoredReport } from './stored-report.ts';
import type { YearRow } from './year-row.ts';

/** What the store knows beside a report, for its checks: other years, versions and bureaus, and limits that people set. */
export class Surroundings {
  private readonly settings: Shelf<ChannelSettings>;
  private readonly rosters: Shelf<Roster>;

  constructor(
    backend: Backend,
    private readonly archive: Archive,
    private readonly overview: Overview,
    private readonly sketches: Sketches,
    private readonly actsOf: (ref: CaseRef) => Promise<Act[]>,
  ) {
    this.settings = new Shelf('c-channel-settings', backend.namespace('c-channel-settings'), settingsSchema);
    this.rosters = new Shelf('c-rosters', backend.namespace('c-rosters'), rosterSchema);
  }

  /**
   * Only what everybody may see who may see the report: a finding is read by all of them, and must not quote what some
   * of them may not know.
   */
  async of(stored: StoredReport): Promise<Neighbours> {
    const { bureauKey, year, version, arrivedAt, origin } = stored;
    const [previous, before, years, versions, peers, alike, settings, roster] = await Promise.all([
      this.yearOf(stored, year - 1),
      this.yearOf(stored, year - 2),
      this.yearsOf(stored),
      version > 1 ? this.archive.versions(bureauKey, year) : [],
      this.peersOf(stored),
      this.alike(stored),
      origin.channel ? this.settings.get(origin.channel) : undefined,
      this.rosterOf(stored),
    ]);
    return {
      ...(previous && { previous }),
      ...(before && { earlier: [before] }),
      years,
      versions: versions
        .filter((other) => other.version < version && mayQuote(stored.origins, other.origins))
        .map(({ entry }) => entry.report),
      peers,
      alike,
      ...(roster && { roster }),
      ...(settings?.limits && { limits: settings.limits }),
      arrivedOn: arrivedAt.slice(0, 10),
    };
  }

  /** Years after this one of which a report of the bureau is stored: they are held against it. */
  async later({ bureauKey, year }: CaseRef): Promise<number[]> {
    const found: number[] = [];
    for (const other of await this.overview.years())
      if (other > year && (await this.overview.has(bureauKey, other))) found.push(other);
    return found;
  }

  /**
   * Reports whose last look missed this one, or found that it does not add up with others: the bureau's own of the latest
   * year before, and those of governments in the same year. What a look found is known from memory.
   */
  async missedIn({ bureauKey, year }: CaseRef): Promise<CaseRef[]> {
    const misses = ({ found }: YearRow) => found.some((check) => ofOthers.has(check));
    const missed: CaseRef[] = [];
    for (const other of (await this.overview.years()).filter((one) => one <= year))
      for (const row of await this.overview.year(other)) {
        const own = row.bureauKey === bureauKey;
        if (misses(row) && (own ? other < year : other === year))
          missed.push({ bureauKey: row.bureauKey, year: other });
      }
    return missed;
  }

  private async yearsOf({ bureauKey }: CaseRef): Promise<number[]> {
    const found: number[] = [];
    for (const year of await this.overview.years()) if (await this.overview.has(bureauKey, year)) found.push(year);
    return found;
  }

  private async yearOf({ bureauKey, origins }: StoredReport, year: number): Promise<Report | undefined> {
    const other = await this.archive.current(bureauKey, year);
    if (!other || !mayQuote(origins, other.origins)) return undefined;
    return overlay(other.entry.report, correctionsOf(await this.actsOf(other))).report;
  }

  private async peersOf({ bureauKey, year, origins }: StoredReport): Promise<Peer[]> {
    return (await this.overview.year(year))
      .filter((row) => arePeers(bureauKey, row.bureauKey))
      .filter((row) => mayQuote(origins, row.origins))
      .map((row) => ({ bureauKey: row.bureauKey, figures: figuresOf(row) }));
  }

  /** Of the team's list the body itself and, where it is a government, the bodies right below it. */
  private async rosterOf({ bureauKey, year, origin, origins, entry }: StoredReport): Promise<Owed[] | undefined> {
    const own = origin.team === undefined ? undefined : await this.rosters.get(rosterKey(origin.team));
    const { bodies } = own ?? (await this.rosters.get(rosterKey(undefined))) ?? {};
    if (!bodies) return undefined;
    const code = kindOfBody(bureauKey) === '人民政府' ? entry.report.region?.code : undefined;
    const near = bodies.filter((body) => body.key === bureauKey || (code !== undefined && isRightBelow(body, code)));
    const rows = near.length ? await this.overview.year(year) : [];
    return near.map(({ name, key }) => {
      const row = rows.find((one) => one.bureauKey === key || one.bureau === name || one.aliases.includes(name));
      const figures = row && mayQuote(origins, row.origins) ? figuresOf(row) : {};
      return { name, bureauKey: row?.bureauKey ?? key, filed: row !== undefined, figures };
    });
  }

  private async alike({ bureauKey, year, origins, entry }: StoredReport): Promise<Report[]> {
    const likely = await this.sketches.like({ bureauKey, year }, entry.report);
    const reports = await Promise.all(likely.map((key) => this.archive.current(key, year)));
    return reports.flatMap((other) => (other && mayQuote(origins, other.origins) ? [other.entry.report] : []));
  }
}

/** What depends on which other bodies have a report, and on its figures. */
const ofOthers: ReadonlySet<string> = new Set(['report-missing', 'sum-of-subordinates']);

const figuresOf = (row: YearRow): Peer['figures'] =>
  Object.fromEntries(
    comparableCells.flatMap((address) => {
      const cell = row.cell(address);
      return cell?.state === 'number' && cell.value !== null ? [[address, cell.value]] : [];
    }),
  );

/** Departments and towns of a place, and the governments of the places one level below it; codes go in pairs of digits. */
function isRightBelow({ key, code }: { key: string | null; code: string | null }, place: string): boolean {
  if (code === null || kindOfBody(key) === undefined) return false;
  const government = kindOfBody(key) === '人民政府';
  if (code === place) return !government;
  const [own, outer] = [code, place].map((one) => one.replace(/(?:00){1,2}$/, ''));
  return government && own!.length === outer!.length + 2 && own!.startsWith(outer!);
}

/** Whether everybody who may see something from these places may see something from those. */
export const mayQuote = (shown: readonly Origin[], quoted: readonly Origin[]): boolean =>
  shown.every((here) => quoted.some((there) => there.scope === 'workspace' || samePlace(here, there)));

const samePlace = (a: Origin, b: Origin): boolean =>
  a.scope === b.scope && (a.scope === 'person' ? a.user === b.user : a.channel === b.channel);
