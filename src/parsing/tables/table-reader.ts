import type { Address, FormId, TableId } from '../../report/forms/index.ts';
import type { Place, PrintedRow, Reading } from '../../report/report.ts';
import type { Document } from '../document.ts';
import type { SectionSpan } from '../text/section-span.ts';

/** What one reader made of one table of a document. Readers work apart from each other; `reconcile` compares them. */
export interface ReadTable {
  reader: 'text' | 'grid' | 'tokens' | 'ocr';
  table: TableId;
  form: FormId | 'mixed' | null;
  decidedBy: string[];
  /** Table 二: the form each row was taken to be of by the headers over it, also where its values could not be placed. */
  rowForms?: Record<string, FormId>;
  /** Cells that were read without doubt about where they belong. A row of the wrong count has none. */
  cells: Partial<Record<Address, Reading>>;
  /** What a second way of telling the rows apart puts into cells, where it differs from the first. */
  otherwise?: Partial<Record<Address, Reading>>;
  /** Of these cells, the ones that a person should confirm: placed by order alone, or beside something unexplained. */
  doubtful: Address[];
  /** Cells in doubt whichever reader saw them: real cells show there what words and places do not. */
  unsure?: Address[];
  /** Rows of table 三 without values here, that are ragged: nor do their numbers prove where they stand. */
  ragged?: string[];
  /** Whether labels stand elsewhere on the page than beside their values: the order of words tells no rows then. */
  apart?: boolean;
  /** All rows seen, also those whose values could not be placed, and rows that are in no form (`id` null). */
  rows: PrintedRow[];
  labels: { found: number; expected: number };
  place: Place;
  /** Plain words for `trace`: what was dropped, left out or not placed, and why. */
  remarks: string[];
}

/** Finds the form's tables in one view of the document. Pure; returns nothing for a table it cannot see. */
export type TableReader = (document: Document, sections: readonly SectionSpan[]) => ReadTable[];
