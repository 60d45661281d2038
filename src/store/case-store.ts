import type { Finding, NotAssessed } from '../report/finding.ts';
import type { Act, ActOf, Correction, Issue, Occasion } from '../report/issue.ts';
import type { Report } from '../report/report.ts';
import type { Off } from '../report/switch.ts';
import type { Origin, StoredReport } from './stored-report.ts';

/** One bureau, one year. */
export interface CaseRef {
  bureauKey: string;
  year: number;
}

/** One issue of a case. */
export interface IssueRef extends CaseRef {
  issue: string;
}

/** A thread in which issues have numbers. */
export interface ThreadRef {
  channel: string;
  thread: string;
}

/** An issue and the number people call it by in the thread of its report. Numbers are never used twice. */
export type NumberedIssue = Issue & { number: number };

/** All there is to say about one bureau's report of one year, as of now. */
export interface CaseFile extends CaseRef {
  /** The adopted version. */
  stored: StoredReport;
  /** Its report with people's corrections laid over it. */
  report: Report;
  /** Corrections that apply to it. */
  corrections: Correction[];
  /** What the checks said at the latest look, with corrections, other years and bureaus taken in; notes too. */
  findings: Finding[];
  notAssessed: NotAssessed[];
  /** Findings of checks that people turned off: no issue, but listed and counted. */
  off: Off[];
  /** Every issue there ever was, resolved ones too, by number. */
  issues: NumberedIssue[];
  /** Everything that happened, oldest first. */
  acts: readonly Act[];
  /** How many acts there are. Hand it back with a decision to learn whether somebody was quicker. */
  seen: number;
}

/** What of an act its maker says; the store adds who, when, and what was looked at. */
type Said<A extends Act> = A extends Act ? Omit<A, 'at' | 'by' | 'issue' | 'version' | 'values' | 'printed'> : never;
export type NewDecision = Said<ActOf<'confirm' | 'ignore' | 'snooze' | 'reopen' | 'assign'>>;
export type NewCorrection = Omit<Said<ActOf<'correct'>>, 'act'>;

/** Who does something, and the `seen` of the case that they were looking at. */
export interface Actor {
  by: string;
  /** Without it, the act is made whatever happened meanwhile. */
  seen?: number;
}

/** `beaten`: somebody did something about the same issue or cell after `seen`; `first` is what they did. */
export type Outcome =
  | { outcome: 'done'; file: CaseFile; number: number }
  | { outcome: 'beaten'; file: CaseFile; first: Act & { number: number } };

/** An issue in the list of all issues: enough for a line of the list, without its report. */
export interface ListedIssue extends IssueRef {
  bureau: string;
  number: number;
  check: string;
  severity: 'error' | 'warning';
  tags: string[];
  /** Whose fault it can be, as the finding says. */
  fault: Finding['origin'];
  message: { zh: string; en: string };
  cells: string[];
  state: Exclude<Issue['state'], 'resolved'>;
  since: string;
  until: string | null;
  assignee: string | null;
  origin: Origin;
  origins: Origin[];
}

/**
 * What people discuss and decide. Errors: `E-ISSUE-UNKNOWN` where there is no such report or issue, `E-ISSUE-SETTLED`
 * where a resolved issue is to be decided, `E-ACT-UNKNOWN` where there is nothing to take back.
 */
export interface CaseStore {
  get(ref: CaseRef): Promise<CaseFile | undefined>;
  /** What `#n` means in a thread. */
  byNumber(thread: ThreadRef, number: number): Promise<IssueRef | undefined>;
  decide(ref: IssueRef, decision: NewDecision, actor: Actor): Promise<Outcome>;
  /** Lays values over cells, checks the report again and settles what that settles. */
  correct(ref: CaseRef, corrections: readonly NewCorrection[], actor: Actor): Promise<Outcome>;
  /** What the checks would find with these values laid over the report; nothing is kept. */
  preview(ref: CaseRef, corrections: readonly NewCorrection[]): Promise<Finding[]>;
  /** Takes back the decision or correction with this number. */
  undo(ref: CaseRef, number: number, actor: Actor): Promise<Outcome>;
  /** Keeps a reply with its issue; the same `key` again is an edit. */
  note(ref: IssueRef, note: { key: string; text: string; by: string }): Promise<void>;
  unnote(ref: IssueRef, note: { key: string; by: string }): Promise<void>;
  /** Checks the adopted version again, with its corrections and with all that the store knows beside it. */
  recheck(ref: CaseRef, because: Occasion): Promise<CaseFile | undefined>;
  /** The same for every report that came to a channel, after its lines were changed. */
  recheckChannel(channel: string): Promise<void>;
  /** Every issue that is not resolved, of all reports; from memory while nothing was written. */
  list(): Promise<readonly ListedIssue[]>;
  /**
   * Tells of every case that this process changed, also of one that changed because another did (last year's report
   * was corrected). Returns what ends it.
   */
  onChange(listener: (file: CaseFile) => void): () => void;
}
