import { z } from 'zod';
import { regionSchema } from './report.ts';

/** Whose report a file is and of which year, as it is filed. */
export const identitySchema = z.object({
  bureau: z.string(),
  bureauKey: z.string(),
  year: z.number().int(),
  region: regionSchema.nullable(),
});
export type Identity = z.infer<typeof identitySchema>;

/** Where something is said about whose report it is: its title, its text, the name of its file. */
const sources = ['title', 'text', 'file'] as const;
const claim = <Value extends z.ZodType>(value: Value) => z.object({ from: z.enum(sources), value });
export interface Claim<Value> {
  from: (typeof sources)[number];
  value: Value;
}

/** Why a report cannot be filed without asking: what it does not say, or says in two ways; and what it may be. */
export const doubtSchema = z.object({
  lacking: z.array(z.enum(['bureau', 'year'])),
  /** Different bodies that are named, the title's first; empty where they agree. */
  bureaus: z.array(claim(z.string())),
  years: z.array(claim(z.number().int())),
  /** The answers that what was found allows. */
  candidates: z.array(identitySchema).max(4),
});
export type Doubt = z.infer<typeof doubtSchema>;
