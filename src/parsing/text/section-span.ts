import type { SectionId } from '../../report/report.ts';

/** A section as a range of `document.lines`: from `start` (its heading, where it has one) up to but without `end`. */
export interface SectionSpan {
  id: SectionId;
  start: number;
  end: number;
  /** The heading as printed, its fragments joined; `null` where only the content was found. */
  heading: string | null;
  numeral: string | null;
  /** Line of the heading, where that is not `start`: a heading may stand below its table. */
  headingAt?: number;
  /** Index of the first line after the heading. */
  body: number;
}
