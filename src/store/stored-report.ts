import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { type Entry, entrySchema } from '../report/entry.ts';
import { type Region, regionSchema } from '../report/report.ts';
import type { Door } from './shelf.ts';

/** Where a file came from; also decides who may see the report. */
export interface Origin {
  /** `workspace`: everybody; `channel`: members of `channel`; `person`: that user alone. */
  scope: 'workspace' | 'channel' | 'person';
  team?: string;
  channel?: string;
  /** Timestamp of the message that carried the file: its thread is the case file. */
  thread?: string;
  user?: string;
  permalink?: string;
}

export interface Filing {
  entry: Entry;
  file: { name: string; sha256: string; size: number };
  origin: Origin;
  /** ISO time at which the file came in. */
  arrivedAt: string;
  /** What a person says the report is, where the document does not say or says it wrongly. */
  identity?: { bureau: string; bureauKey: string; year: number; region: Region | null; by: string };
}

export interface StoredReport extends Filing {
  bureauKey: string;
  bureau: string;
  year: number;
  /** 1 for the first file of this bureau and year. */
  version: number;
  /** Version of the program that read it. */
  readBy: string;
  /** Every place these very bytes were seen, the first one first. */
  origins: Origin[];
  /** ISO time at which the file was deleted where it came from. */
  deletedAt?: string;
}

const originSchema = z.object({
  scope: z.enum(['workspace', 'channel', 'person']),
  team: z.string().optional(),
  channel: z.string().optional(),
  thread: z.string().optional(),
  user: z.string().optional(),
  permalink: z.string().optional(),
}) satisfies z.ZodType<Origin>;

/** One version of a report as it is kept: written once, never changed. */
const versionSchema = z.object({
  entry: entrySchema,
  file: z.object({ name: z.string(), sha256: z.string(), size: z.number() }),
  origin: originSchema,
  arrivedAt: z.string(),
  identity: z
    .object({
      bureau: z.string(),
      bureauKey: z.string(),
      year: z.number().int(),
      region: regionSchema.nullable(),
      by: z.string(),
    })
    .optional(),
  bureauKey: z.string(),
  bureau: z.string(),
  year: z.number().int(),
  version: z.number().int().positive(),
  readBy: z.string(),
});
export type Version = z.infer<typeof versionSchema>;

/** A later reading of the same bytes, by a program that reads better. */
const readingSchema = z.object({ entry: entrySchema, readBy: z.string(), at: z.string() });

/** Stored deflated: 200 cells with their places are 40 KB as text, and 5 KB so. */
export const deflated = <T>(schema: z.ZodType<T>): Required<Door<T>> => ({
  parse: (data) => schema.parse(JSON.parse(inflateRawSync(Buffer.from(z.string().parse(data), 'base64')).toString())),
  write: (value) => deflateRawSync(JSON.stringify(schema.parse(value))).toString('base64'),
});

export const packedVersion = deflated(versionSchema);
export const packedReading = deflated(readingSchema);

/** Which version of a report a file or a case points to. */
export const pointerSchema = z.object({ bureauKey: z.string(), year: z.number().int(), version: z.number().int() });

export { originSchema };
