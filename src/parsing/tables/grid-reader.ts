import { tableIds } from '../../report/forms/index.ts';
import type { Document, Grid } from '../document.ts';
import type { SectionSpan } from '../text/section-span.ts';
import { gridRows } from './grid-rows.ts';
import { readApplications } from './read-applications.ts';
import { readDisclosures } from './read-disclosures.ts';
import { readDisputes } from './read-disputes.ts';
import { withShared } from './shared-numbers.ts';
import { withoutSpacers } from './spacer-columns.ts';
import type { ReadTable, TableReader } from './table-reader.ts';
import { upright } from './upright.ts';

const read = { disclosures: readDisclosures, applications: readApplications, disputes: readDisputes };

/** Reader B: tables whose cells are known as such, so that blanks and merged cells are seen. */
export const readGridTables: TableReader = (document, sections) =>
  tableIds.flatMap((table): ReadTable[] => {
    const span = sections.find(({ id }) => id === table);
    const grids = span ? gridsIn(document, span) : [];
    const own = upright(grids.length > 0 ? grids : document.grids, table).map(withoutSpacers);
    const rows = gridRows(own);
    const found = rows.length > 0 ? read[table](rows, 'grid', grids.length > 0 && span?.heading !== null) : null;
    return found ? [withShared(found, own)] : [];
  });

/** The tables with at least one line in the section. */
function gridsIn(document: Document, { start, end }: SectionSpan): Grid[] {
  const indexes = new Set(document.lines.slice(start, end).flatMap(({ grid }) => grid ?? []));
  return [...indexes].sort((a, b) => a - b).map((index) => document.grids[index]!);
}
