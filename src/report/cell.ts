import { z } from 'zod';

/** Who saw a value: the reader that found it on the page. */
export const readers = ['text', 'grid', 'tokens', 'ocr'] as const;

/**
 * Where something stands in the file. A number without a place was not read. `page` and `line` count from 1; `box` is
 * `[x, y, width, height]` in points from the top left corner of the page; `table`, `row`, `column` count from 1 in
 * formats without pages (web page, Word, sheet).
 */
export const placeSchema = z.object({
  page: z.number().int().positive().optional(),
  line: z.number().int().positive().optional(),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  table: z.number().int().positive().optional(),
  row: z.number().int().positive().optional(),
  column: z.number().int().positive().optional(),
  /** Name of the sheet, in a workbook. */
  sheet: z.string().optional(),
  reader: z.enum(readers).optional(),
});
export type Place = z.infer<typeof placeSchema>;

/** `blank` is printed empty; `placeholder` is `/`, `—`, `无` …; `unreadable` is printed but not to be made out. None is 0. */
export const cellStates = ['number', 'blank', 'placeholder', 'unreadable'] as const;

export const readingSchema = z.object({
  value: z.number().nullable(),
  raw: z.string(),
  state: z.enum(cellStates),
  place: placeSchema,
});
/** What one reader made of a cell. */
export type Reading = z.infer<typeof readingSchema>;

/**
 * A cell of the report. `trust`: `high`, two independent readers agree; `medium`, one reader and its sums hold or the
 * format leaves no doubt; `low`, please confirm. `readings` holds every reader's own reading where they differ.
 */
export const cellSchema = readingSchema.extend({
  trust: z.enum(['high', 'medium', 'low']),
  readings: z.array(readingSchema).optional(),
  /** On what a person’s value lies over what is printed; `raw` stays as printed. Never set in a stored report. */
  corrected: z.enum(['misread', 'answered']).optional(),
});
export type Cell = z.infer<typeof cellSchema>;

/** What the document prints under a person's value: empty for a blank, `null` where it prints nothing there. */
export const printedIn = ({ raw, place }: Pick<Cell, 'raw' | 'place'>): string | null =>
  raw === '' && Object.keys(place).length === 0 ? null : raw;
