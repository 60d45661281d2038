import type { Document } from '../document.ts';
import { normalise } from './normalise.ts';
import { tidied } from './passage.ts';
import { type TableMark, tableMarks } from './table-marks.ts';

/** The lines of a document as the rules compare them, folded once for all who read them. */
export interface FoldedLines {
  /** As by `normalise`. */
  normal: readonly string[];
  /** As by `tidy`. */
  tidy: readonly string[];
  /** Where the tables stand among them. */
  tables: readonly TableMark[];
}

const known = new WeakMap<Document['lines'], FoldedLines>();

export function foldedLines({ lines }: Document): FoldedLines {
  const before = known.get(lines);
  if (before) return before;
  const normal = lines.map(({ text }) => normalise(text));
  const folded = { normal, tidy: normal.map(tidied), tables: tableMarks(normal) };
  known.set(lines, folded);
  return folded;
}
