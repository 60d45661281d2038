import { GovinfoError } from '../errors.ts';
import type { Finding } from '../report/finding.ts';
import { fingerprint, valueHash } from '../report/fingerprint.ts';
import { type Act, actSchema, type Sighting } from '../report/issue.ts';
import { correctionsOf, issuesOf } from '../report/lifecycle.ts';
import type { Neighbours } from '../report/neighbours.ts';
import { overlay } from '../report/overlay.ts';
import type { Address, Cell, Report } from '../report/report.ts';
import { applySwitches, type Setting, switchedIssues } from '../report/switch.ts';
import type { Archive } from './archive.ts';
import type { Backend } from './backend.ts';
import type { CaseFile, CaseRef, NewCorrection } from './case-store.ts';
import { caseKey } from './keys.ts';
import { type Look, Looks } from './looks.ts';
import { Numbers } from './numbers.ts';
import type { Overview } from './overview.ts';
import { Series } from './series.ts';
import { Shelf } from './shelf.ts';
import { Sketches } from './sketches.ts';
import type { StoredReport } from './stored-report.ts';
import { Surroundings } from './surroundings.ts';
import { Switches } from './switches.ts';
import { Waivers } from './waivers.ts';

/** Runs the checks over a report; given by whoever opens the store, since the store knows no checks. */
export type Recheck = (subject: Neighbours & { report: Report }) => Look;

export const unknownIssue = () =>
  new GovinfoError('E-ISSUE-UNKNOWN', { zh: '没有这一项（可能已被移除）', en: 'there is no such issue' });

/**
 * Cases as they stand now. What happened to one is a series of acts; its file, its corrections and its issues all
 * follow from them and from the version that answers.
 */
export class CaseFiles {
  readonly acts;
  readonly numbers;
  readonly waivers;
  readonly surroundings;
  readonly switches;
  private readonly sketches;
  private readonly looks;

  constructor(
    backend: Backend,
    private readonly archive: Archive,
    overview: Overview,
    private readonly now: () => Date,
    /** The checks, where there are any. */
    readonly recheck: Recheck | undefined,
  ) {
    this.acts = new Series(new Shelf('acts', backend.namespace('acts'), actSchema));
    this.numbers = new Numbers(backend);
    this.waivers = new Waivers(backend);
    this.looks = new Looks(backend);
    this.switches = new Switches(backend, overview);
    this.sketches = new Sketches(backend, overview.generations);
    this.surroundings = new Surroundings(backend, archive, overview, this.sketches, (ref) => this.actsOf(ref));
  }

  async get({ bureauKey, year }: CaseRef): Promise<CaseFile | undefined> {
    const stored = await this.archive.current(bureauKey, year);
    return stored && this.file(stored, await this.actsOf({ bureauKey, year }));
  }

  async mustGet(ref: CaseRef): Promise<CaseFile> {
    const file = await this.get(ref);
    if (!file) throw unknownIssue();
    return file;
  }

  async actsOf({ bureauKey, year }: CaseRef): Promise<Act[]> {
    return this.acts.all(caseKey(bureauKey, year));
  }

  async preview(ref: CaseRef, corrections: readonly NewCorrection[]): Promise<Finding[]> {
    const { stored, report } = await this.mustGet(ref);
    const laid = corrections.map(({ address, value, basis }): [Address, Cell] => {
      const { raw, place } = report.cells[address] ?? { raw: '', place: {} };
      return [address, { value, raw, state: 'number', place, trust: 'high', corrected: basis }];
    });
    const changed = { ...report, cells: { ...report.cells, ...Object.fromEntries(laid) } };
    return (await this.check(stored, changed)).findings;
  }

  async file(stored: StoredReport, acts: readonly Act[]): Promise<CaseFile> {
    const { bureauKey, year } = stored;
    const { report, applied } = overlay(stored.entry.report, correctionsOf(acts));
    const waivers = acts.length ? await this.waivers.of(bureauKey, checksIn(acts)) : [];
    const { channel } = stored.origin;
    const here: Setting = { bureauKey, day: this.today(), ...(channel && { channel }) };
    const switches = await this.switches.on(here.day);
    const issues = switchedIssues(issuesOf(acts, { today: here.day, year, waivers }), switches, here);
    const numbers = await this.numbers.of(
      stored,
      issues.map(({ id }) => id),
    );
    const numbered = issues.map((issue) => ({ ...issue, number: numbers.get(issue.id)! }));
    numbered.sort((a, b) => a.number - b.number);
    const look = (await this.looks.at(stored)) ?? stored.entry;
    const { findings, off } = applySwitches(look.findings, switches, here);
    const { notAssessed } = look;
    return {
      ...{ bureauKey, year, stored, report, corrections: applied, findings, off, notAssessed },
      ...{ issues: numbered, acts, seen: acts.length },
    };
  }

  /**
   * Looks at a version with its corrections and all that the store knows beside it, and keeps what the checks say: errors
   * and warnings, errors first, each under its name over time.
   */
  async look(stored: StoredReport, acts: readonly Act[]): Promise<Sighting[]> {
    const { bureauKey, year, entry } = stored;
    const { report, applied } = overlay(entry.report, correctionsOf(acts));
    await this.sketches.keep(stored, entry.report);
    const found = applied.length || this.recheck ? await this.check(stored, report) : entry;
    await this.looks.keep(stored, found);
    const seen = found.findings
      .filter(({ severity }) => severity !== 'note')
      .toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
      .map((finding) => ({
        issue: fingerprint(bureauKey, year, finding),
        values: valueHash(finding, report),
        finding,
      }));
    return [...seen, ...undecided(found, acts)];
  }

  private async check(stored: StoredReport, report: Report): Promise<Look> {
    if (!this.recheck) throw new TypeError('a store that corrects must be opened with the checks');
    return this.recheck({ ...(await this.surroundings.of(stored)), report });
  }

  /** The day in China. */
  today(): string {
    return new Date(this.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  }
}

/** What a check that broke down had found before: its silence settles nothing. */
function undecided({ notAssessed }: Look, acts: readonly Act[]): Sighting[] {
  const broken = new Set(notAssessed.flatMap(({ check, code }) => (code === 'internal' ? [check] : [])));
  const before = broken.size ? acts.findLast((act) => act.act === 'observed') : undefined;
  return before?.act === 'observed' ? before.seen.filter(({ finding }) => broken.has(finding.check)) : [];
}

const checksIn = (acts: readonly Act[]): string[] => [
  ...new Set(acts.flatMap((act) => (act.act === 'observed' ? act.seen.map(({ finding }) => finding.check) : []))),
];
