import { changesBetween, valueIn } from '../report/changed-cells.ts';
import { type Happening, happeningKind, happeningKinds, happeningSchema } from '../report/happening.ts';
import type { Act } from '../report/issue.ts';
import type { Report } from '../report/report.ts';
import type { Backend } from './backend.ts';
import type { CaseFile, NumberedIssue } from './case-store.ts';
import { caseKey } from './keys.ts';
import type { Memory } from './memory.ts';
import { Shelf } from './shelf.ts';
import type { StoredReport } from './stored-report.ts';

type Of = { bureauKey: string; bureau: string; year: number };
/** What an act says, without when, by whom and about which report. */
type Said<H extends Happening = Happening> = H extends Happening ? Omit<H, 'at' | 'by' | keyof Of> : never;

const monthOf = (at: string): string => at.slice(0, 7);

/**
 * What changed, by time: each thing under a key of its own that begins with its moment, so that a month is read in one
 * walk and writing something twice is writing it once. All of it follows from the archive and the acts of the cases.
 */
export class Chronicle {
  private readonly shelf: Shelf<Happening>;
  readonly months: Memory<readonly Happening[]>;

  constructor(
    backend: Backend,
    private readonly generations: Shelf<string>,
    memory: (load: (name: string) => Promise<readonly Happening[]>) => Memory<readonly Happening[]>,
  ) {
    this.shelf = new Shelf<Happening>('chronicle', backend.namespace('chronicle'), happeningSchema);
    this.months = memory(async (name) => {
      const found: Happening[] = [];
      for await (const [, happening] of this.shelf.entries(name.slice('chronicle-'.length))) found.push(happening);
      return found;
    });
  }

  /** What happened from one moment (with it) to another (without it), the newest first. */
  async between(from: Date, to: Date): Promise<Happening[]> {
    const found: Happening[] = [];
    for (let month = monthOf(from.toISOString()); month <= monthOf(to.toISOString()); month = next(month))
      for (const happening of await this.months.of(`chronicle-${month}`)) {
        const at = Date.parse(happening.at);
        if (at >= from.getTime() && at < to.getTime()) found.push(happening);
      }
    return found.sort(newestFirst);
  }

  /** ISO time of the first thing that was noted; `null` where nothing ever was. */
  async since(): Promise<string | null> {
    const months: string[] = [];
    for await (const [name] of this.generations.entries('chronicle-')) months.push(name);
    for (const month of months.sort()) {
      const [first] = (await this.months.of(month)).map(({ at }) => at).sort(compare);
      if (first !== undefined) return first;
    }
    return null;
  }

  /** A file came in; `before` is the version that came before it. */
  async filed(stored: StoredReport, before: Report | undefined): Promise<void> {
    const { arrivedAt: at, origin, version, entry } = stored;
    const said: Said =
      version === 1 || !before
        ? { what: 'filed' }
        : { what: 'version', version, ...changesBetween(before, entry.report) };
    await this.add(stored, `v${version}`, { ...said, at, by: origin.user ?? null });
  }

  /** The same bytes say something else to today's program; where no figure changed, nothing is noted. */
  async reread(stored: StoredReport, before: Report, at: string): Promise<void> {
    const between = changesBetween(before, stored.entry.report);
    if (between.changed > 0) await this.add(stored, `r${stored.version}`, { what: 'reread', at, by: null, ...between });
  }

  /** What people did about a case, and what came back; looks backwards until it meets what is noted already. */
  async acted({ stored, acts, issues }: CaseFile): Promise<void> {
    const told = acts.flatMap((act, index) => {
      const said = sayingOf(act, acts, issues);
      return said ? [{ key: `a${index + 1}`, happening: { ...said, at: act.at, by: act.by } }] : [];
    });
    let from = told.length;
    while (from > 0 && !(await this.knows(stored, told[from - 1]!))) from--;
    for (const { key, happening } of told.slice(from)) await this.add(stored, key, happening);
    for (const issue of issues) {
      const at = issue.reopened && issue.reopened.why !== 'person' ? reopenedAt(issue, acts) : undefined;
      if (at)
        await this.add(stored, `o${issue.number}`, {
          ...{ what: 'reopened', at, by: null, why: issue.reopened!.why },
          ...{ number: issue.number, message: issue.finding.message },
        });
    }
  }

  private async knows(of: Of, { key, happening }: { key: string; happening: { at: string } }): Promise<boolean> {
    return this.shelf.has(keyOf(happening.at, of, key));
  }

  private async add(of: Of, key: string, said: Said & { at: string; by: string | null }): Promise<void> {
    const { bureauKey, bureau, year } = of;
    const full = keyOf(said.at, of, key);
    if (await this.shelf.has(full)) return;
    const happening = { ...said, bureauKey, bureau, year } as Happening;
    await this.months.changed(`chronicle-${monthOf(said.at)}`, () => this.shelf.add(full, happening));
  }
}

/** At one moment what follows from something stands above it. */
const rank = (happening: Happening): number => happeningKinds.indexOf(happeningKind(happening));
const newestFirst = (a: Happening, b: Happening): number =>
  compare(b.at, a.at) || rank(b) - rank(a) || compare(a.bureauKey, b.bureauKey);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const keyOf = (at: string, { bureauKey, year }: Of, key: string): string => `${at}/${caseKey(bureauKey, year)}/${key}`;

const next = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};

/** What is told of an act; nothing of looks, notes, and what was taken back of what is not told. */
function sayingOf(act: Act, acts: readonly Act[], issues: readonly NumberedIssue[]): Said | undefined {
  const about = (id: string) => {
    const issue = issues.find((known) => known.id === id);
    return issue && { number: issue.number, message: issue.finding.message };
  };
  switch (act.act) {
    case 'adopt':
      return { what: 'adopted', version: act.version };
    case 'correct': {
      const { address, value, basis, printed } = act;
      return { what: 'corrected', address, before: valueIn(printed), after: value, basis };
    }
    case 'undo': {
      const undone = acts[act.of - 1];
      if (undone?.act === 'correct') return { what: 'uncorrected', address: undone.address };
      const issue = undone && 'issue' in undone && undone.issue ? about(undone.issue) : undefined;
      return issue && { what: 'undone', ...issue };
    }
    case 'confirm':
    case 'ignore':
    case 'snooze':
    case 'assign':
    case 'reopen': {
      const issue = about(act.issue);
      if (!issue) return undefined;
      if (act.act === 'ignore') return { what: 'ignored', ...issue, reason: act.reason };
      if (act.act === 'snooze') return { what: 'snoozed', ...issue, until: act.until };
      if (act.act === 'assign') return { what: 'assigned', ...issue, to: act.to };
      return act.act === 'confirm' ? { what: 'confirmed', ...issue } : { what: 'reopened', ...issue, why: 'person' };
    }
    default:
      return undefined;
  }
}

/** When an issue came back by itself: its day began (in China), or a look saw it otherwise, or saw it again. */
function reopenedAt({ id, reopened, decision }: NumberedIssue, acts: readonly Act[]): string | undefined {
  if (reopened?.why === 'day' && decision && 'until' in decision && decision.until)
    return new Date(`${decision.until}T00:00:00+08:00`).toISOString();
  let [at, gone]: [string | undefined, boolean] = [undefined, false];
  for (const act of acts.slice(reopened?.decision?.number ?? 0)) {
    if (act.act !== 'observed') continue;
    const sighting = act.seen.find(({ issue }) => issue === id);
    if (reopened?.why === 'returned') {
      if (sighting && gone) at = act.at;
      gone = !sighting;
    } else if (sighting && (sighting.values !== decision?.values || act.version !== decision?.version)) at ??= act.at;
  }
  return at;
}
