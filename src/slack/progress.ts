import { z } from 'zod';

/** What became of one file, as the thread, the reaction and the batch table say it. */
export const outcomeSchema = z.object({
  /** `passed`, nothing to check; `asked`, whose report it is has to be said first; `same`, these bytes are filed already; `silent`, no report and nobody asked. */
  result: z.enum(['passed', 'toCheck', 'asked', 'failed', 'same', 'silent']),
  name: z.string(),
  /** Where the report is filed. */
  bureauKey: z.string().optional(),
  bureau: z.string().optional(),
  year: z.number().optional(),
  version: z.number().optional(),
  /** Findings of severity error and warning. */
  toCheck: z.number(),
  /** Code of the reason why it failed. */
  code: z.string().optional(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

/** How far one file has come, so that work taken up again neither files nor says anything twice. */
export const fileProgressSchema = z.object({
  /** Written before the report is filed: from then on the filed report may be ours. */
  filing: z.string().optional(),
  /** Written before this reply is sent: from then on it may stand in the thread, though nobody knows its timestamp. */
  saying: z.enum(['summary', 'issues']).optional(),
  summary: z.string().optional(),
  issues: z.string().optional(),
  outcome: outcomeSchema.optional(),
  /** An archive whose files have all been answered. */
  unpacked: z.boolean().optional(),
});
export type FileProgress = z.infer<typeof fileProgressSchema>;

/** How far an upload has come; files by their place in it: `<file id>`, or `<file id>#<n>` inside an archive. */
export const progressSchema = z.object({
  attempts: z.number(),
  files: z.record(z.string(), fileProgressSchema),
  /** The batch it belongs to. */
  batch: z.string().optional(),
  finishedAt: z.string().optional(),
  /** The sign that stands under the message. */
  sign: z.string().optional(),
});
export type Progress = z.infer<typeof progressSchema>;

/** Progress of finished uploads is remembered so long, that a late redelivery or a sweep does nothing; milliseconds. */
export const remembered = 90 * 24 * 3600 * 1000;

export const outcomesOf = ({ files }: Progress): Outcome[] =>
  Object.values(files).flatMap(({ outcome }) => (outcome ? [outcome] : []));

/** Where the report of a Slack file is kept. */
export const sourceSchema = z.object({ bureauKey: z.string(), year: z.number(), version: z.number() });
export type Source = z.infer<typeof sourceSchema>;

const order = ['silent', 'passed', 'same', 'toCheck', 'asked', 'failed'] as const;

/** The result that the message as a whole is marked with: its worst. */
export function worst(outcomes: readonly Outcome[]): Outcome['result'] {
  return order[Math.max(0, ...outcomes.map(({ result }) => order.indexOf(result)))]!;
}

/** The sign under the message; none where nothing was to be said. */
export const signs = {
  silent: undefined,
  passed: 'white_check_mark',
  same: 'white_check_mark',
  toCheck: 'warning',
  asked: 'warning',
  failed: 'x',
} as const satisfies Record<Outcome['result'], string | undefined>;
