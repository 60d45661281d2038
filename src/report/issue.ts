import { z } from 'zod';
import { cellSchema } from './cell.ts';
import { addressSchema, type Finding, findingSchema } from './finding.ts';

/** 待核, 已确认, 已忽略, 暂缓, 已解决. */
export const issueStates = ['open', 'confirmed', 'ignored', 'snoozed', 'resolved'] as const;
export type IssueState = (typeof issueStates)[number];

/** 机关已说明, 不适用于该机关, 检查规则有误, 其他. */
export const ignoreReasons = ['explained', 'not-applicable', 'check-wrong', 'other'] as const;
export type IgnoreReason = (typeof ignoreReasons)[number];

/** How far ignoring reaches: this file, later files of the same bureau and year, or this check for this bureau. */
export const reaches = ['version', 'report', 'bureau'] as const;
export type Reach = (typeof reaches)[number];

/** A day, `YYYY-MM-DD`. What lasts until a day has ended when that day begins. */
const day = z.iso.date();
const note = z.string().max(500);
/** Who did something and when; `by` is `null` where the program itself did. */
const signed = { at: z.string(), by: z.string().nullable() };
/** The issue that a decision is about, and the version and figures that were looked at. */
const about = { ...signed, issue: z.string(), version: z.number().int(), values: z.string() };

/** A finding under its name over time (`fingerprint`), and a hash of the figures it rests on (`values`). */
const sightingSchema = z.object({ issue: z.string(), values: z.string(), finding: findingSchema });
export type Sighting = z.infer<typeof sightingSchema>;

/** Why a report was looked at again. */
export const occasions = [
  'file',
  'reading',
  'adoption',
  'correction',
  'previous-year',
  'neighbour',
  'settings',
] as const;
export type Occasion = (typeof occasions)[number];

const acts = {
  /** All findings of severity error and warning that a version has now; what is missing here is gone. */
  observed: z.object({
    act: z.literal('observed'),
    ...signed,
    version: z.number().int(),
    because: z.enum(occasions),
    seen: z.array(sightingSchema),
  }),
  /** The report itself is wrong; the value stays and is marked. */
  confirm: z.object({ act: z.literal('confirm'), ...about, note: note.optional() }),
  ignore: z.object({
    act: z.literal('ignore'),
    ...about,
    reason: z.enum(ignoreReasons),
    note: note.optional(),
    reach: z.enum(reaches),
    until: day.optional(),
  }),
  /** Silent until a day, or until the next version. */
  snooze: z.object({ act: z.literal('snooze'), ...about, until: z.union([day, z.literal('version')]) }),
  reopen: z.object({ act: z.literal('reopen'), ...about, note: note.optional() }),
  assign: z.object({ act: z.literal('assign'), ...about, to: z.string().nullable() }),
  /** A person's value for one cell. It answers one printed value and does not apply where another is printed. */
  correct: z.object({
    act: z.literal('correct'),
    ...signed,
    address: addressSchema,
    value: z.number(),
    /** 读错了, or 按机关答复. */
    basis: z.enum(['misread', 'answered']),
    note: note.optional(),
    version: z.number().int(),
    /** What stands in the document, `null` where the cell was not found. */
    printed: cellSchema.pick({ value: true, raw: true, state: true }).nullable(),
    /** The issue it was made from. */
    issue: z.string().optional(),
  }),
  /** Takes back the act with this number: a decision or a correction. */
  undo: z.object({ act: z.literal('undo'), ...signed, of: z.number().int().positive() }),
  /** A reply in the thread that begins with the issue's number; writing again under the same `key` edits it. */
  note: z.object({ act: z.literal('note'), ...signed, issue: z.string(), key: z.string(), text: z.string().max(4000) }),
  unnote: z.object({ act: z.literal('unnote'), ...signed, issue: z.string(), key: z.string() }),
  adopt: z.object({ act: z.literal('adopt'), ...signed, version: z.number().int() }),
  /** A person said whose report a file is and of which year, because it did not say or said two things. */
  file: z.object({ act: z.literal('file'), ...signed, version: z.number().int() }),
  /** A person took that back: the version answers no more. */
  withdraw: z.object({ act: z.literal('withdraw'), ...signed, version: z.number().int() }),
};

/** One thing that happened to the reports of one bureau and year. Acts are only ever added: they are the audit trail too. */
export const actSchema = z.discriminatedUnion('act', [
  acts.observed,
  acts.confirm,
  acts.ignore,
  acts.snooze,
  acts.reopen,
  acts.assign,
  acts.correct,
  acts.undo,
  acts.note,
  acts.unnote,
  acts.adopt,
  acts.file,
  acts.withdraw,
]);
export type Act = z.infer<typeof actSchema>;
export type ActOf<Name extends Act['act']> = Extract<Act, { act: Name }>;

/** What a person decides about an issue; `number` is its place among the acts of the case. */
export type Decision = ActOf<'confirm' | 'ignore' | 'snooze' | 'reopen'> & { number: number };
export type Correction = ActOf<'correct'> & { number: number };
export type Note = ActOf<'note'> & { edited: boolean };

/** 该机关的这项检查 is ignored in this and later years, until a day. */
export const waiverSchema = z.object({
  bureauKey: z.string(),
  check: z.string(),
  /** The first report year it is for. */
  fromYear: z.number().int(),
  /** The issue where it was given. */
  issue: z.string(),
  reason: z.enum(ignoreReasons),
  note: note.optional(),
  until: day,
  at: z.string(),
  by: z.string(),
});
export type Waiver = z.infer<typeof waiverSchema>;

/** Why an issue that was decided or resolved is open again. */
export interface Reopened {
  /** Other figures; another version than the one decided on; the day came; a person said so; it was gone and is back. */
  why: 'values' | 'version' | 'day' | 'person' | 'returned';
  /** The decision that no longer holds; `null` where there was none. */
  decision: Decision | null;
  /** What was found when it was decided, or before it was gone. */
  before: Finding;
}

/** A finding that people work on. Always computed from the acts of its case, never stored. */
export interface Issue {
  /** Its name over time: bureau, year, check and slot, and no value. */
  id: string;
  finding: Finding;
  /** The version it stands in, or stood in last. */
  version: number;
  state: IssueState;
  /** When it was first found. */
  since: string;
  values: string;
  assignee: string | null;
  /** The last decision about it, whether it still holds or not. */
  decision: Decision | null;
  /** The waiver that ignores it, where no decision of its own does. */
  waiver: Waiver | null;
  reopened: Reopened | null;
  resolved: { at: string; version: number; because: Occasion; correction: Correction | null } | null;
  /** Day on which its state ends by itself. */
  until: string | null;
  notes: Note[];
}
