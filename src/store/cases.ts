import { GovinfoError } from '../errors.ts';
import type { Finding } from '../report/finding.ts';
import type { Act, Occasion } from '../report/issue.ts';
import { observation } from '../report/lifecycle.ts';
import type { Archive } from './archive.ts';
import { type CaseFiles, unknownIssue } from './case-files.ts';
import type {
  Actor,
  CaseFile,
  CaseRef,
  CaseStore,
  IssueRef,
  ListedIssue,
  NewCorrection,
  NewDecision,
  Outcome,
  ThreadRef,
} from './case-store.ts';
import { caseKey } from './keys.ts';
import type { Overview } from './overview.ts';
import type { StoredReport } from './stored-report.ts';

/** Issues, decisions and corrections. What happened to a case is one series of acts; everything else follows from it. */
export class Cases implements CaseStore {
  private readonly listeners = new Set<(file: CaseFile) => void>();

  constructor(
    private readonly files: CaseFiles,
    private readonly archive: Archive,
    private readonly overview: Overview,
    private readonly now: () => Date,
  ) {}

  async get(ref: CaseRef): Promise<CaseFile | undefined> {
    return this.files.get(ref);
  }

  async preview(ref: CaseRef, corrections: readonly NewCorrection[]): Promise<Finding[]> {
    return this.files.preview(ref, corrections);
  }

  async actsOf(ref: CaseRef): Promise<Act[]> {
    return this.files.actsOf(ref);
  }

  async byNumber(thread: ThreadRef, number: number): Promise<IssueRef | undefined> {
    return this.files.numbers.meaning(thread, number);
  }

  async decide(ref: IssueRef, decision: NewDecision, actor: Actor): Promise<Outcome> {
    const known = await this.files.mustGet(ref);
    const issue = known.issues.find(({ id }) => id === ref.issue);
    if (!issue) throw unknownIssue();
    const against = whatConcerns(ref.issue, known.acts, actor.seen);
    if (issue.state === 'resolved' && !known.acts.slice(actor.seen ?? known.seen).some(against))
      throw new GovinfoError('E-ISSUE-SETTLED', { zh: '这一项已经解决', en: 'this issue is resolved already' });
    const { id, version, values } = issue;
    const act = { ...decision, ...this.signed(actor.by), issue: id, version, values } as Act;
    const outcome = await this.act(ref, act, actor, against);
    if (outcome.outcome === 'done' && decision.act === 'ignore' && decision.reach === 'bureau')
      await this.files.waivers.give(ref, issue.finding.check, decision, this.signed(actor.by));
    return outcome.outcome === 'done' ? { ...outcome, file: await this.refresh(ref) } : outcome;
  }

  async correct(ref: CaseRef, corrections: readonly NewCorrection[], actor: Actor): Promise<Outcome> {
    const { stored } = await this.files.mustGet(ref);
    let outcome: Outcome | undefined;
    for (const correction of corrections) {
      const { value, raw, state } = stored.entry.report.cells[correction.address] ?? {};
      const printed = state === undefined ? null : { value: value ?? null, raw: raw ?? '', state };
      const act: Act = {
        ...correction,
        ...this.signed(actor.by),
        act: 'correct',
        version: stored.version,
        printed,
      };
      outcome = await this.act(ref, act, actor, (done) => done.act === 'correct' && done.address === act.address);
      if (outcome.outcome === 'beaten') break;
    }
    const file = (await this.recheck(ref, 'correction')) ?? (await this.files.mustGet(ref));
    return outcome ? { ...outcome, file } : { outcome: 'done', file, number: file.seen };
  }

  async undo(ref: CaseRef, number: number, actor: Actor): Promise<Outcome> {
    const { acts } = await this.files.mustGet(ref);
    const act = acts[number - 1];
    if (!act || !canBeUndone.has(act.act))
      throw new GovinfoError('E-ACT-UNKNOWN', { zh: '没有可以撤销的操作', en: 'there is nothing to take back' });
    const undo: Act = { act: 'undo', ...this.signed(actor.by), of: number };
    const outcome = await this.act(
      ref,
      undo,
      { by: actor.by, seen: 0 },
      (done) => done.act === 'undo' && done.of === number,
    );
    if (act.act === 'ignore' && act.reach === 'bureau') await this.takeBackWaiver(ref, act.issue, acts);
    if (act.act === 'correct') await this.recheck(ref, 'correction');
    return { ...outcome, file: await this.refresh(ref) };
  }

  /** Writes down once who said whose report a version is. */
  async fileAs({ bureauKey, year, version }: StoredReport, by: string): Promise<void> {
    const act: Act = { act: 'file', ...this.signed(by), version };
    const done = (one: Act) => one.act === 'file' && one.version === version;
    await this.files.acts.append(caseKey(bureauKey, year), (soFar) => (soFar.some(done) ? undefined : act));
  }

  /** Takes a version out: an earlier one answers again, or the report is gone from every list. */
  async withdraw(stored: StoredReport, by: string): Promise<void> {
    const { bureauKey, year, version } = stored;
    const signed = this.signed(by);
    await this.files.acts.append(caseKey(bureauKey, year), () => ({ act: 'withdraw', ...signed, version }));
    await this.archive.withdraw(stored, signed.at);
    const left = await this.archive.current(bureauKey, year);
    if (left) {
      await this.archive.adopt(left);
      await this.observe(left, 'adoption');
    } else {
      await this.overview.remove({ bureauKey, year });
      await this.recheckLater({ bureauKey, year });
    }
  }

  async note({ issue, ...ref }: IssueRef, { key, text, by }: { key: string; text: string; by: string }): Promise<void> {
    const act: Act = { act: 'note', ...this.signed(by), issue, key, text };
    await this.files.acts.append(caseKey(ref.bureauKey, ref.year), () => act);
  }

  async unnote({ issue, ...ref }: IssueRef, { key, by }: { key: string; by: string }): Promise<void> {
    const act: Act = { act: 'unnote', ...this.signed(by), issue, key };
    await this.files.acts.append(caseKey(ref.bureauKey, ref.year), () => act);
  }

  async list(): Promise<readonly ListedIssue[]> {
    const today = this.files.today();
    const open = (issue: ListedIssue): ListedIssue =>
      issue.until !== null && issue.until <= today ? { ...issue, state: 'open', until: null } : issue;
    return (await this.overview.issues()).map(open);
  }

  async recheck({ bureauKey, year }: CaseRef, because: Occasion): Promise<CaseFile | undefined> {
    const stored = await this.archive.current(bureauKey, year);
    return stored && this.observe(stored, because);
  }

  async recheckChannel(channel: string): Promise<void> {
    for (const year of await this.overview.years())
      for (const row of await this.overview.year(year))
        if (row.origin.channel === channel) await this.recheck(row, 'settings');
  }

  /** Looks again at the later years of a bureau, which are held against this one. */
  private async recheckLater({ bureauKey, year }: CaseRef): Promise<void> {
    if (!this.files.recheck) return;
    for (const later of await this.files.surroundings.later({ bureauKey, year })) {
      const stored = await this.archive.current(bureauKey, later);
      // What a summary says of last year concerns the next one alone.
      if (stored) await this.observe(stored, 'previous-year', { shown: later === year + 1 });
    }
  }

  /** Looks again at reports that missed this one when they were last looked at. */
  private async recheckMissed(ref: CaseRef): Promise<void> {
    if (!this.files.recheck) return;
    for (const { bureauKey, year } of await this.files.surroundings.missedIn(ref)) {
      const stored = await this.archive.current(bureauKey, year);
      if (stored) await this.observe(stored, 'neighbour');
    }
  }

  onChange(listener: (file: CaseFile) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Looks at a version with its corrections, adds to the story what is new, and renews what questions read; then at
   * the reports of later years, which are held against this one. Whoever listens is told, unless nothing new was seen and
   * nothing that is `shown` of the report can have changed.
   */
  async observe(
    stored: StoredReport,
    because: Occasion,
    { by, shown = true }: { by?: string | undefined; shown?: boolean } = {},
  ): Promise<CaseFile> {
    const { bureauKey, year, version } = stored;
    const key = caseKey(bureauKey, year);
    if (by !== undefined) await this.files.acts.append(key, () => ({ act: 'adopt', ...this.signed(by), version }));
    const acts = await this.files.acts.all(key);
    const seen = await this.files.look(stored, acts);
    const look = { at: this.now().toISOString(), version, because, seen };
    const { added } = await this.files.acts.append(key, (soFar) => observation(soFar, look));
    const file = await this.refresh(stored, added || shown);
    if (because === 'previous-year' || because === 'neighbour' || because === 'settings') return file;
    await this.recheckLater(stored);
    await this.recheckMissed(stored);
    return file;
  }

  /** Writes the case's row and list anew, until they say what its latest act says; and tells whoever listens. */
  async refresh(ref: CaseRef | StoredReport, tell = true): Promise<CaseFile> {
    const { bureauKey, year } = ref;
    let stored = 'entry' in ref ? ref : undefined;
    for (;;) {
      const adopted = await this.archive.adoptedVersion(bureauKey, year);
      if (stored?.version !== adopted) stored = await this.archive.current(bureauKey, year);
      if (!stored) throw unknownIssue();
      const file = await this.files.file(stored, await this.files.actsOf(ref));
      await this.overview.write(file);
      const grown = await this.files.acts.at(caseKey(bureauKey, year), file.seen + 1);
      if (grown || (await this.archive.adoptedVersion(bureauKey, year)) !== adopted) continue;
      if (tell) for (const listener of this.listeners) listener(file);
      return file;
    }
  }

  /** Renews the cases that a switch reaches which began or ended since. */
  async settleSwitches(): Promise<void> {
    await this.files.switches.spread(this.files.today(), (ref) => this.refresh(ref));
  }

  /** Renews the cases in which a decision has come to its day. */
  async wake(): Promise<void> {
    const due = (await this.overview.issues()).filter(({ until }) => until !== null && until <= this.files.today());
    for (const { bureauKey, year } of due) await this.refresh({ bureauKey, year });
    await this.settleSwitches();
  }

  /** Adds one act, unless something after `seen` stands against it. */
  private async act(ref: CaseRef, act: Act, { seen }: Actor, against: (done: Act) => boolean): Promise<Outcome> {
    let first: (Act & { number: number }) | undefined;
    const { added, all } = await this.files.acts.append(caseKey(ref.bureauKey, ref.year), (soFar) => {
      const at = seen === undefined ? -1 : soFar.findIndex((done, i) => i >= seen && against(done));
      first = at < 0 ? undefined : { ...soFar[at]!, number: at + 1 };
      return first ? undefined : act;
    });
    const file = await this.files.mustGet(ref);
    return added || !first ? { outcome: 'done', file, number: all.length } : { outcome: 'beaten', file, first };
  }

  private async takeBackWaiver(ref: CaseRef, issue: string, acts: readonly Act[]): Promise<void> {
    const sightings = acts.flatMap((act) => (act.act === 'observed' ? act.seen : []));
    const check = sightings.find((sighting) => sighting.issue === issue)?.finding.check;
    if (check) await this.files.waivers.takeBack(ref, issue, check);
  }

  private signed(by: string): { at: string; by: string } {
    return { at: this.now().toISOString(), by };
  }
}

const canBeUndone: ReadonlySet<Act['act']> = new Set(['confirm', 'ignore', 'snooze', 'reopen', 'assign', 'correct']);

/** Which acts change what a person was looking at who saw the first `seen` acts and decides about an issue. */
function whatConcerns(issue: string, acts: readonly Act[], seen = acts.length): (act: Act) => boolean {
  const valuesIn = (act: Act | undefined) =>
    act?.act === 'observed' ? act.seen.find((sighting) => sighting.issue === issue)?.values : undefined;
  const values = valuesIn(acts.slice(0, seen).findLast(({ act }) => act === 'observed'));
  return (act) => {
    if (act.act === 'observed') return valuesIn(act) !== values;
    return act.act !== 'note' && act.act !== 'unnote' && 'issue' in act && act.issue === issue;
  };
}
