import { z } from 'zod';
import { addressSchema } from './finding.ts';
import { ignoreReasons } from './issue.ts';

/** A printed or corrected value: a number, or why there is none. */
const valueSchema = z.union([z.number(), z.enum(['blank', 'placeholder', 'unreadable', 'absent'])]);
export type HappeningValue = z.infer<typeof valueSchema>;

/** A cell that says something else than before. */
const changeSchema = z.object({ address: addressSchema, before: valueSchema, after: valueSchema });
export type CellChange = z.infer<typeof changeSchema>;

/** So many changed cells are kept with a happening; the others are counted. */
export const changesKept = 8;

const cells = { changed: z.number().int(), changes: z.array(changeSchema).max(changesKept) };
/** The issue that something was decided about: its number in its thread, and what it says. */
const issue = { number: z.number().int(), message: z.object({ zh: z.string(), en: z.string() }) };

const kinds = [
  z.object({ what: z.literal('filed') }),
  z.object({ what: z.literal('version'), version: z.number().int(), ...cells }),
  z.object({ what: z.literal('reread'), ...cells }),
  z.object({ what: z.literal('adopted'), version: z.number().int() }),
  z.object({ what: z.literal('corrected'), ...changeSchema.shape, basis: z.enum(['misread', 'answered']) }),
  z.object({ what: z.literal('uncorrected'), address: addressSchema }),
  z.object({ what: z.literal('confirmed'), ...issue }),
  z.object({ what: z.literal('ignored'), ...issue, reason: z.enum(ignoreReasons) }),
  z.object({ what: z.literal('snoozed'), ...issue, until: z.string() }),
  z.object({ what: z.literal('assigned'), ...issue, to: z.string().nullable() }),
  z.object({ what: z.literal('undone'), ...issue }),
  z.object({
    what: z.literal('reopened'),
    ...issue,
    why: z.enum(['values', 'version', 'day', 'person', 'returned']),
  }),
] as const;

/** Something that changed about the report of one bureau and year: when, by whom (`null`: the program), and what. */
export const happeningSchema = z
  .object({
    at: z.string(),
    by: z.string().nullable(),
    bureauKey: z.string(),
    bureau: z.string(),
    year: z.number().int(),
  })
  .and(z.discriminatedUnion('what', kinds));
export type Happening = z.infer<typeof happeningSchema>;

/** What people ask for: 新年报, 新版本, 更正, 处理, 重新打开. */
export const happeningKinds = ['filed', 'version', 'correction', 'decision', 'reopened'] as const;
export type HappeningKind = (typeof happeningKinds)[number];

const kindOfWhat: Record<Happening['what'], HappeningKind> = {
  filed: 'filed',
  version: 'version',
  reread: 'version',
  adopted: 'version',
  corrected: 'correction',
  uncorrected: 'correction',
  confirmed: 'decision',
  ignored: 'decision',
  snoozed: 'decision',
  assigned: 'decision',
  undone: 'decision',
  reopened: 'reopened',
};
export const happeningKind = ({ what }: Happening): HappeningKind => kindOfWhat[what];
