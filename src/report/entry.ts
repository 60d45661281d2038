import { z } from 'zod';
import { findingSchema, notAssessedSchema } from './finding.ts';
import { reportSchema } from './report.ts';

/** A report and what the checks say of it: what `review` returns and the store keeps. */
export const entrySchema = z.object({
  report: reportSchema,
  findings: z.array(findingSchema),
  notAssessed: z.array(notAssessedSchema),
});
export type Entry = z.infer<typeof entrySchema>;
