import type { Words } from '../errors.ts';
import type { Finding, NotAssessed, Reason, Severity } from '../report/finding.ts';
import type { FormId } from '../report/forms/index.ts';
import type { Neighbours } from '../report/neighbours.ts';
import type { Address, Report } from '../report/report.ts';

/**
 * What a check may look at: the report, other reports as data, and the day it came in. No clock, store or network.
 * What is missing here makes a check that needs it say so; it never guesses.
 */
export interface Subject extends Neighbours {
  report: Report;
}

/** A finding that was not made because of a tolerance: a number rounded or cut off, or another reading that fits. */
export interface Tolerated {
  tolerated: Words;
}

/** What kind of thing a check looks at; people filter and group by it. */
export const tags = [
  'reconciliation',
  'reading',
  'form',
  'missing',
  'text',
  'wording',
  'years',
  'plausibility',
] as const;
export type Tag = (typeof tags)[number];

/**
 * A finding as a check yields it. The frame fills in the check's id, severity (one step lower where `lowered` says why)
 * and tags, the printed cells as evidence, and the origin where the check leaves it open.
 */
export type Raised = Pick<Finding, 'cells' | 'message' | 'slot'> &
  Partial<Omit<Finding, 'check' | 'cells' | 'message' | 'slot' | 'severity' | 'tags'>> & {
    /** Cells of other reports that it rests on: they become evidence, and it is no surer than they are. */
    besides?: readonly { report: Report; cells: readonly Address[] }[];
  };

/** A check that could not decide. */
export interface Unsettled {
  notAssessed: Reason;
  /** Why, and what would settle it. */
  reason: Words;
}

/** A subject and the exact Chinese words that the check must say of it, in order. */
export interface Firing {
  subject: Subject;
  says: readonly string[];
}

/**
 * One rule: its id is its file name, its heading in the docs and its name in `/govinfo 检查 <id>`. Ids are stored with
 * people's decisions: never rename or re-use one. The examples are the tests and the docs; `valid` holds at least two
 * subjects on which the check is silent and settled, one of them its known false alarm.
 */
export interface Check {
  id: string;
  title: Words;
  severity: Severity;
  tags: readonly [Tag, ...Tag[]];
  /** Runs only where some table of the report follows this form. */
  form?: FormId;
  /** Runs only on reports of this year and later; on a report whose year is not known it is not assessable. */
  since?: number;
  /** What this explains of another check's finding stands inside that finding, where there is one. */
  within?: string;
  /** Four short sentences: the rule; why (clause or form); what to do; when it is wrong. */
  docs: Words;
  run(subject: Subject): Iterable<Raised | Unsettled | Tolerated>;
  valid: () => readonly Subject[];
  invalid: () => readonly Firing[];
  unassessable?: () => readonly { subject: Subject; code: Reason }[];
}

export const defineCheck = (check: Check): Check => check;

export const notAssessed = (code: Reason, zh: string, en: string): Unsettled => ({
  notAssessed: code,
  reason: { zh, en },
});

export type CheckResult = { findings: Finding[]; notAssessed: NotAssessed[] };
