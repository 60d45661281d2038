import type { Place, Report } from '../report/report.ts';

/**
 * What a reader makes of a file, whatever its format: three views of the same content. Text is as printed; nothing is
 * normalised, dropped or joined yet.
 *
 * - `lines`: all the text in reading order, tables included (a table row of cells is one line, its cells parted by tabs,
 *   empty cells kept). The text table reader, headings and sentences work on these.
 * - `grids`: tables whose cells are known as such (HTML, Word, sheets, ruled PDF, Markdown). The grid reader works on these.
 * - `tokens`: words with their position on the page (PDF, recognised scans). The token reader works on these.
 */
export interface Document {
  format: Report['source']['format'];
  /** Number of pages, `null` in formats that have none. */
  pageCount: number | null;
  /** `true` where the text comes from character recognition. */
  recognised: boolean;
  lines: Line[];
  grids: Grid[];
  tokens: Token[];
  /** What the format itself names as the document's title (HTML title, PDF info); a hint of low trust. */
  declaredTitle: string | null;
  /** Text that the file holds and nobody sees on its pages: it is in none of the views. */
  unseen?: readonly Printed[];
  /** Numbers of the views of which one cannot say for sure what a person sees there. */
  doubtful?: readonly Printed[];
}

/** A piece of text where it stands. */
export interface Printed {
  text: string;
  place: Place;
}

export interface Line {
  text: string;
  place: Place;
  /** Index in `grids` of the table this line belongs to. */
  grid?: number;
  /** `true` where the format itself ends a paragraph here (`</p>`, a Word paragraph); unknown in PDF and plain text. */
  endsParagraph?: boolean;
}

/** A table of real cells. Rows and columns count from 0; `r1` and `c1` are inclusive, so a plain cell has r0 = r1. */
export interface Grid {
  cells: GridCell[];
  rows: number;
  columns: number;
  source: 'ruling' | 'html' | 'docx' | 'sheet' | 'ocr' | 'tab' | 'pipe';
  place: Place;
}

export interface GridCell {
  text: string;
  r0: number;
  r1: number;
  c0: number;
  c1: number;
  place: Place;
}

/** A run of characters on a page: points from the top left corner, `y` at the top of the run. */
export interface Token {
  text: string;
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}
