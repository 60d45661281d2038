import { z } from 'zod';
import { isAddress } from './address.ts';
import { placeSchema } from './cell.ts';
import type { Address } from './forms/index.ts';

const words = z.object({ zh: z.string(), en: z.string() });
export const addressSchema = z.custom<Address>((text) => typeof text === 'string' && isAddress(text));

export const severities = ['error', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

/** One step down; a note stays a note. */
export const oneBelow: Readonly<Record<Severity, Severity>> = { error: 'warning', warning: 'note', note: 'note' };

/** What the message of a finding begins with that rests on a doubtful reading. */
export const uncertain = { zh: '识别存疑，请对照原页：', en: 'Uncertain reading, please look at the page: ' };

/** Why a check could not say anything; the list is closed. */
export const reasons = [
  'absent',
  'unreadable',
  'blank-total',
  'blank-open',
  'nothing-reported',
  'approximate',
  'scope',
  'inconsistent',
  'no-previous-year',
  'no-publication-date',
  'no-roster',
  'too-few',
  'different-forms',
  /** The check itself broke down; its reference stands in the reason and in the log. */
  'internal',
] as const;
export type Reason = (typeof reasons)[number];

/** What a finding rests on. Sums keep their terms, so that a reader can add them up. */
const evidenceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('equation'),
    left: z.array(addressSchema),
    right: z.array(addressSchema),
    leftSum: z.number(),
    rightSum: z.number(),
    /** `leftSum − rightSum`. */
    difference: z.number(),
    /** Blank and placeholder cells that counted as 0 in these sums. */
    blanks: z.array(addressSchema),
  }),
  z.object({
    kind: z.literal('cell'),
    address: addressSchema,
    value: z.number().nullable(),
    raw: z.string(),
    place: placeSchema,
    /** File and year of the other report, where the cell is not of this one. */
    from: z.string().optional(),
  }),
  z.object({ kind: z.literal('quote'), text: z.string(), section: z.string(), place: placeSchema }),
]);
export type Evidence = z.infer<typeof evidenceSchema>;

/** What one check says of one report. Recomputed at every reading, never edited. */
export const findingSchema = z.object({
  check: z.string(),
  severity: z.enum(severities),
  /** Why the severity is one step below the check's own. */
  lowered: words.optional(),
  tags: z.array(z.string()),
  /** Whose fault it can be: the report's own, our reading's, or not known. */
  origin: z.enum(['report', 'reading', 'unknown']),
  /** Every cell the finding rests on; empty for findings about text. */
  cells: z.array(addressSchema),
  message: words,
  /** One line each, where the message sums up several (columns, rows, sentences). */
  lines: z.array(words),
  /** The smallest place that stays when numbers are corrected: a table, a row, a cell, a section and subject. */
  slot: z.string(),
  evidence: z.array(evidenceSchema),
  /** Other checks that this one finding also stands for. */
  also: z.array(z.string()),
  /** The one cell that explains everything, and what the others say it should read. A proposal, never a value. */
  suspect: z.object({ cell: addressSchema, printed: z.number(), proposed: z.number() }).optional(),
  /** A row's tokens read another way, where exactly one way satisfies every sum. */
  proposedReading: z.object({ row: z.string(), tokens: z.array(z.string()) }).optional(),
});
export type Finding = z.infer<typeof findingSchema>;

/** A check that could not decide, and what would settle it. */
export const notAssessedSchema = z.object({ check: z.string(), code: z.enum(reasons), reason: words });
export type NotAssessed = z.infer<typeof notAssessedSchema>;

/** The sentences of the document that a finding rests on, each once. */
export const sentencesOf = ({ evidence }: Finding): string[] => [
  ...new Set(evidence.flatMap((item) => (item.kind === 'quote' ? [item.text] : []))),
];
