import type { Directory } from '../commands/names/directory.ts';
import { openDirectory } from '../commands/names/library.ts';
import { understandRoster } from '../commands/roster.ts';
import type { Address } from '../report/report.ts';
import type { ListedIssue } from '../store/case-store.ts';
import { rosterOf } from '../store/rosters.ts';
import type { YearRow } from '../store/store.ts';
import { type Home, type HomeIssue, type HomeReport, type HomeYear, homeView } from '../views/home.ts';
import type { Desk } from './desk.ts';
import { visibleToPerson } from './visibility.ts';

const day = 24 * 3600 * 1000;
/** So far back we look for what came in lately. */
const lately = 60 * day;
/** Changes that come together are drawn together; milliseconds. */
const pause = 3000;

/** The Home tabs that people have open: drawn when somebody opens one, and again when something changes. */
export class HomeTabs {
  /** Who looked within the last day, and at which year. */
  readonly #seen = new Map<string, { at: number; year: number | undefined }>();
  #redraw: NodeJS.Timeout | undefined;

  constructor(readonly desk: Desk) {}

  /** Draws a person's tab; of the year last chosen, or the latest. */
  async show(user: string, year = this.#seen.get(user)?.year): Promise<void> {
    const { desk } = this;
    if (this.#seen.size >= 500) this.#seen.clear();
    this.#seen.set(user, { at: desk.now().getTime(), year });
    await this.#publish(user, year);
  }

  /** Something changed: the tabs of people who looked within the last day are drawn again, a little later. */
  changed(): void {
    this.#redraw ??= setTimeout(() => {
      this.#redraw = undefined;
      void this.#publishAll();
    }, pause).unref();
  }

  stop(): void {
    clearTimeout(this.#redraw);
  }

  async #publishAll(): Promise<void> {
    const since = this.desk.now().getTime() - day;
    for (const [user, { at, year }] of this.#seen) {
      if (at < since) this.#seen.delete(user);
      else
        await this.#publish(user, year).catch((error: unknown) =>
          this.desk.log.warn({ err: error, user }, 'Home tab not drawn'),
        );
    }
  }

  async #publish(user: string, year: number | undefined): Promise<void> {
    const { clients, people, now } = this.desk;
    const { locale } = await people.get(user);
    const view = homeView(await homeOf(this.desk, user, year), now(), locale);
    await clients.fast.views.publish({ user_id: user, view });
  }
}

/** Everything on the tab, of what this person may see. */
async function homeOf(desk: Desk, user: string, chosen: number | undefined): Promise<Home> {
  const { store, channels, people, now, self } = desk;
  const maySee = visibleToPerson(channels, user);
  const directory = await openDirectory({ store, asker: { locale: 'zh', team: self.team, user, maySee } });
  const visible = ({ bureauKey, year }: { bureauKey: string; year: number }): boolean =>
    directory.byKey(bureauKey)?.rows.has(year) ?? false;
  const issues = (await store.cases.list()).filter(visible);
  const happened = await store.happenings(new Date(now().getTime() - lately), now());
  const years = directory.years.toReversed();
  const year = chosen !== undefined && years.includes(chosen) ? chosen : years[0];
  const thisWeek = happened.filter(
    (one) => one.year === year && visible(one) && Date.parse(one.at) >= weekBegan(now()),
  );
  const count = (what: 'corrected' | 'uncorrected') => thisWeek.filter((one) => one.what === what).length;
  const corrected = Math.max(0, count('corrected') - count('uncorrected'));
  return {
    years,
    shown: year === undefined ? null : await yearOf(desk, { year, directory, issues, user, corrected }),
    mine: mineOf(issues, user),
    recent: recentOf(
      happened.filter((one) => (one.what === 'filed' || one.what === 'version') && visible(one)),
      directory,
    ),
    edits: !(await people.get(user)).guest,
  };
}

async function yearOf(
  { store, self }: Desk,
  {
    year,
    directory,
    issues,
    user,
    corrected,
  }: { year: number; directory: Directory; issues: ListedIssue[]; user: string; corrected: number },
): Promise<HomeYear> {
  const roster = await rosterOf(store, self.team);
  const expected = roster
    ? understandRoster(roster.names, directory)
    : directory.bureaus.map((bureau) => ({ name: bureau.name, bureau }));
  const absent = expected.filter(({ bureau }) => !bureau?.rows.has(year));
  const rows = directory.rowsOf(year);
  const reports = rows.length;
  const here = issues.filter((issue) => issue.year === year);
  const open = here.filter(({ state }) => state === 'open');
  const unbalanced = new Set(
    here
      .filter(
        ({ state, tags, severity }) => state !== 'ignored' && severity === 'error' && tags.includes('reconciliation'),
      )
      .map(({ bureauKey }) => bureauKey),
  );
  return {
    year,
    reports: roster ? expected.length - absent.length : reports,
    expected: roster ? expected.length : null,
    open: open.length,
    off: rows.reduce((sum, { off }) => sum + off, 0),
    mine: open.filter(({ assignee }) => assignee === user).length,
    corrected,
    sums: shareBalanced(await store.reports.open(rows), unbalanced),
    missing: absent.map(({ name }) => name),
  };
}

const totals: readonly Address[] = [
  'applications.received.total',
  'applications.carriedIn.total',
  'applications.concluded.total',
  'applications.carriedOut.total',
];

/**
 * Percent of reports whose sums all hold, of those whose totals of table 三 could be added up at all; `null` without one.
 * Cut, not rounded: 100 is said only where all of them hold.
 */
function shareBalanced(rows: readonly YearRow[], unbalanced: ReadonlySet<string>): number | null {
  const added = rows.filter((row) => totals.every((address) => row.cell(address)?.state === 'number'));
  const held = added.filter(({ bureauKey }) => !unbalanced.has(bureauKey));
  return added.length ? Math.floor((held.length / added.length) * 1000) / 10 : null;
}

/** Open issues that this person looks after, errors first. */
const mineOf = (issues: readonly ListedIssue[], user: string): HomeIssue[] =>
  issues
    .filter(({ state, assignee }) => state === 'open' && assignee === user)
    .sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
    .map(({ origin: { permalink }, ...issue }) => ({ ...issue, ...(permalink && { permalink }) }));

/** The latest reports that came in, each once. */
function recentOf(
  happened: readonly { bureauKey: string; bureau: string; year: number; at: string }[],
  directory: Directory,
): HomeReport[] {
  const latest = new Map<string, HomeReport>();
  for (const { bureauKey, bureau, year, at } of happened) {
    const permalink = directory.byKey(bureauKey)?.rows.get(year)?.origin.permalink;
    const key = `${bureauKey}/${year}`;
    if (!latest.has(key)) latest.set(key, { bureau, year, at, ...(permalink && { permalink }) });
    if (latest.size === 5) break;
  }
  return [...latest.values()];
}

/** Monday, midnight in China, of the week that a moment lies in. */
function weekBegan(now: Date): number {
  const there = new Date(now.getTime() + 8 * 3600 * 1000);
  const midnight = Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate());
  return midnight - ((there.getUTCDay() + 6) % 7) * day - 8 * 3600 * 1000;
}
