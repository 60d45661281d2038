import { GovinfoError } from '../errors.ts';
import type { Finding } from '../report/finding.ts';
import { fingerprint, valueHash } from '../report/fingerprint.ts';
import { type Act, actSchema, type Sighting } from '../report/issue.ts';
import { correctionsOf, issuesOf } from '../report/lifecycle.ts';
import { overlay } from '../report/overlay.ts';
import type { Address, Cell, Report } from '../report/report.ts';
import type { Archive } from './archive.ts';
import type { Backend } from './backend.ts';
import type { CaseFile, CaseRef, NewCorrection } from './case-store.ts';
import { caseKey } from './keys.ts';
import { Numbers } from './numbers.ts';
import { Series } from './series.ts';
import { Shelf } from './shelf.ts';
import type { StoredReport } from './store.ts';
import { Waivers } from './waivers.ts';

/** Runs the checks over a report; given by whoever opens the store, since the store knows no checks. */
export type Recheck = (subject: { report: Report; previous?: Report; arrivedOn?: string }) => Finding[];

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

  constructor(
    backend: Backend,
    private readonly archive: Archive,
    private readonly now: () => Date,
    /** The checks, where there are any. */
    readonly recheck: Recheck | undefined,
  ) {
    this.acts = new Series(new Shelf('acts', backend.namespace('acts'), actSchema));
    this.numbers = new Numbers(backend);
    this.waivers = new Waivers(backend);
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
    const laid = corrections.map(({ address, value }): [Address, Cell] => {
      const { raw, place } = report.cells[address] ?? { raw: '', place: {} };
      return [address, { value, raw, state: 'number', place, trust: 'high' }];
    });
    return this.check(stored, { ...report, cells: { ...report.cells, ...Object.fromEntries(laid) } });
  }

  async file(stored: StoredReport, acts: readonly Act[]): Promise<CaseFile> {
    const { bureauKey, year } = stored;
    const { report, applied } = overlay(stored.entry.report, correctionsOf(acts));
    const waivers = acts.length ? await this.waivers.of(bureauKey, checksIn(acts)) : [];
    const issues = issuesOf(acts, { today: this.today(), year, waivers });
    const numbers = await this.numbers.of(
      stored,
      issues.map(({ id }) => id),
    );
    const numbered = issues.map((issue) => ({ ...issue, number: numbers.get(issue.id)! }));
    numbered.sort((a, b) => a.number - b.number);
    return { bureauKey, year, stored, report, corrections: applied, issues: numbered, acts, seen: acts.length };
  }

  /** Errors and warnings of a version with its corrections, errors first. */
  async sightings(stored: StoredReport, acts: readonly Act[]): Promise<Sighting[]> {
    const { bureauKey, year, entry } = stored;
    const { report, applied } = overlay(entry.report, correctionsOf(acts));
    const findings = applied.length || this.recheck ? await this.check(stored, report) : entry.findings;
    return findings
      .filter(({ severity }) => severity !== 'note')
      .sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
      .map((finding) => ({
        issue: fingerprint(bureauKey, year, finding),
        values: valueHash(finding, report),
        finding,
      }));
  }

  private async check({ bureauKey, year, arrivedAt }: StoredReport, report: Report): Promise<Finding[]> {
    if (!this.recheck) throw new TypeError('a store that corrects must be opened with the checks');
    const before = await this.archive.current(bureauKey, year - 1);
    const acts = before ? await this.acts.all(caseKey(bureauKey, year - 1)) : [];
    const previous = before && overlay(before.entry.report, correctionsOf(acts)).report;
    return this.recheck({ report, ...(previous && { previous }), arrivedOn: arrivedAt.slice(0, 10) });
  }

  /** The day in China. */
  today(): string {
    return new Date(this.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  }
}

const checksIn = (acts: readonly Act[]): string[] => [
  ...new Set(acts.flatMap((act) => (act.act === 'observed' ? act.seen.map(({ finding }) => finding.check) : []))),
];
