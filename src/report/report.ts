import { z } from 'zod';
import { isAddress } from './address.ts';
import { type Cell, cellSchema, placeSchema, readingSchema } from './cell.ts';
import { factSchema } from './fact.ts';
import { type Address, type FormId, forms } from './forms/index.ts';

const formId = z.enum(forms.map((form) => form.id) as [FormId, ...FormId[]]);

/** A row as it is printed, before it is mapped to cells. */
const printedRowSchema = z.object({
  /** Row id of the form, `null` for a row that is in no form. */
  id: z.string().nullable(),
  /** The label as printed, its fragments joined. */
  label: z.string(),
  /** The printed values in reading order, as many as there are. */
  tokens: z.array(z.string()),
  /** What the row prints in a column 小计 of the organisations, which no form has; it is none of the tokens. */
  subtotal: readingSchema.optional(),
  /** Where cells are parted: the column, from 0, in which the values begin, of as many as the line has. */
  columns: z.object({ first: z.number().int(), width: z.number().int() }).optional(),
  place: placeSchema,
});
export type PrintedRow = z.infer<typeof printedRowSchema>;

/**
 * A paragraph: its printed lines joined, and where it begins. Folded for reading and matching: simplified characters,
 * half-width digits, full-width Chinese punctuation, no blanks but between Latin words, no Markdown marks.
 */
const paragraphSchema = z.object({ text: z.string(), place: placeSchema });
export type Paragraph = z.infer<typeof paragraphSchema>;

/** What was found of one table; `null` in a report where nothing of it was. */
const tableReadingSchema = z.object({
  form: z.union([formId, z.literal('mixed')]).nullable(),
  /** The printed words that decided on the form, for example 本年制发件数. */
  decidedBy: z.array(z.string()),
  /** Labels of the form that were found, and how many it has. */
  labels: z.object({ found: z.number().int(), expected: z.number().int() }),
  rows: z.array(printedRowSchema),
  /** Unit of money that the head over the fees of table 二 prints: 万元, as the form of 2021 has it, or another. */
  feesIn: z.string().optional(),
  /** The captions of the same table of other years that the report prints beside its own, for comparison; no cell is of them. */
  ofOtherYears: z.array(paragraphSchema).optional(),
  /** Readers that saw this table. */
  readers: z.array(z.string()),
  place: placeSchema,
});
export type TableReading = z.infer<typeof tableReadingSchema>;

export const sectionIds = ['overview', 'disclosures', 'applications', 'disputes', 'problems', 'other'] as const;
export type SectionId = (typeof sectionIds)[number];

const sectionSchema = z.object({
  id: z.enum(sectionIds),
  /** The heading as printed with its numeral; `null` where the content was found without its heading. */
  heading: z.string().nullable(),
  /** 一 … 六 as printed, `null` where there is none. */
  numeral: z.string().nullable(),
  place: placeSchema,
  /** Running text of the section; the form's table is left out. */
  paragraphs: z.array(paragraphSchema),
});
export type Section = z.infer<typeof sectionSchema>;

export const regionSchema = z.object({ code: z.string(), path: z.array(z.string()) });
export type Region = z.infer<typeof regionSchema>;

/** How sure a piece of identity is, and the words it rests on. */
const evidenceSchema = z.object({
  from: z.string(),
  quote: z.string(),
  confidence: z.enum(['sure', 'likely', 'doubtful']),
  place: placeSchema.optional(),
});

/**
 * What the document says, and nothing else: no sum, no repair, no correction. A cell that was not found is absent
 * from `cells`. `bureau`, `region`, `year` and `period` are `null` where the document does not say.
 */
export const reportSchema = z.object({
  bureau: z.string().nullable(),
  /**
   * One key for all the names of one body in one scope, for example `640106:卫生健康`; `null` without a bureau, or where its
   * name has no place (区统计局) and would meet its namesakes.
   */
  bureauKey: z.string().nullable(),
  /** Other names the document gives the same body. */
  aliases: z.array(z.string()),
  region: regionSchema.nullable(),
  /** Full paths that the region's name could mean, where it is ambiguous. */
  regionCandidates: z.array(regionSchema),
  year: z.number().int().nullable(),
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  /** Date of publication printed in the document, `YYYY-MM-DD`. */
  publishedOn: z.string().nullable(),
  title: z.string().nullable(),
  identity: z.object({
    bureau: evidenceSchema.nullable(),
    region: evidenceSchema.nullable(),
    year: evidenceSchema.nullable(),
    period: evidenceSchema.nullable(),
  }),
  forms: z.object({
    disclosures: z.union([formId, z.literal('mixed')]).nullable(),
    applications: formId.nullable(),
    disputes: formId.nullable(),
  }),
  cells: z.partialRecord(
    z.custom<Address>((key) => typeof key === 'string' && isAddress(key)),
    cellSchema,
  ),
  tables: z.object({
    disclosures: tableReadingSchema.nullable(),
    applications: tableReadingSchema.nullable(),
    disputes: tableReadingSchema.nullable(),
  }),
  /** Text before section 一: title lines, basis, period, contact. */
  preamble: z.array(paragraphSchema),
  sections: z.array(sectionSchema),
  facts: z.array(factSchema),
  /** Section five as two short lists: what was lacking, and what is done about it. */
  problems: z.array(paragraphSchema),
  measures: z.array(paragraphSchema),
  /** Format of the file and how its text came about. */
  source: z.object({
    format: z.enum(['pdf', 'docx', 'doc', 'html', 'text', 'xlsx', 'image']),
    pages: z.number().int().nullable(),
    /** `true` where numbers come from character recognition. */
    recognised: z.boolean(),
  }),
});
export type Report = z.infer<typeof reportSchema>;
export type { Place, Reading } from './cell.ts';
export type { Address, Cell };
