import { type ChannelSettings, settingsSchema } from '../report/channel-settings.ts';
import type { Act } from '../report/issue.ts';
import { correctionsOf } from '../report/lifecycle.ts';
import { comparableCells, kindOfBody, type Neighbours, type Peer } from '../report/neighbours.ts';
import { overlay } from '../report/overlay.ts';
import type { Report } from '../report/report.ts';
import type { Archive } from './archive.ts';
import type { Backend } from './backend.ts';
import type { CaseRef } from './case-store.ts';
import type { Overview } from './overview.ts';
import { Shelf } from './shelf.ts';
import type { Sketches } from './sketches.ts';
import type { Origin, StoredReport } from './stored-report.ts';

/** What the store knows beside a report, for its checks: other years, versions and bureaus, and limits that people set. */
export class Surroundings {
  private readonly settings: Shelf<ChannelSettings>;

  constructor(
    backend: Backend,
    private readonly archive: Archive,
    private readonly overview: Overview,
    private readonly sketches: Sketches,
    private readonly actsOf: (ref: CaseRef) => Promise<Act[]>,
  ) {
    this.settings = new Shelf('c-channel-settings', backend.namespace('c-channel-settings'), settingsSchema);
  }

  /**
   * Only what everybody may see who may see the report: a finding is read by all of them, and must not quote what some
   * of them may not know.
   */
  async of(stored: StoredReport): Promise<Neighbours> {
    const { bureauKey, year, version, arrivedAt, origin } = stored;
    const [previous, before, years, versions, peers, alike, settings] = await Promise.all([
      this.yearOf(stored, year - 1),
      this.yearOf(stored, year - 2),
      this.yearsOf(stored),
      version > 1 ? this.archive.versions(bureauKey, year) : [],
      this.peersOf(stored),
      this.alike(stored),
      origin.channel ? this.settings.get(origin.channel) : undefined,
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
    const kind = kindOfBody(bureauKey);
    return (await this.overview.year(year))
      .filter((row) => row.bureauKey !== bureauKey && kindOfBody(row.bureauKey) === kind)
      .filter((row) => mayQuote(origins, row.origins))
      .map((row) => ({
        bureauKey: row.bureauKey,
        figures: Object.fromEntries(
          comparableCells.flatMap((address) => {
            const cell = row.cell(address);
            return cell?.state === 'number' && cell.value !== null ? [[address, cell.value]] : [];
          }),
        ),
      }));
  }

  private async alike({ bureauKey, year, origins, entry }: StoredReport): Promise<Report[]> {
    const likely = await this.sketches.like({ bureauKey, year }, entry.report);
    const reports = await Promise.all(likely.map((key) => this.archive.current(key, year)));
    return reports.flatMap((other) => (other && mayQuote(origins, other.origins) ? [other.entry.report] : []));
  }
}

/** Whether everybody who may see something from these places may see something from those. */
export const mayQuote = (shown: readonly Origin[], quoted: readonly Origin[]): boolean =>
  shown.every((here) => quoted.some((there) => there.scope === 'workspace' || samePlace(here, there)));

const samePlace = (a: Origin, b: Origin): boolean =>
  a.scope === b.scope && (a.scope === 'person' ? a.user === b.user : a.channel === b.channel);
