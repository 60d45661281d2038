import { applicantColumns, disputeColumns, disputeRows, type TableId, tableIds } from '../../report/forms/index.ts';
import { labelsAlone } from './labels-alone.ts';
import { lineRows } from './line-rows.ts';
import { withPadding } from './padded-grids.ts';
import { readApplications } from './read-applications.ts';
import { readDisclosures } from './read-disclosures.ts';
import { readDisputes } from './read-disputes.ts';
import type { ReadTable, TableReader } from './table-reader.ts';

const valuesInRow: Record<TableId, number | undefined> = {
  disclosures: undefined,
  applications: applicantColumns.length,
  disputes: disputeColumns.length * disputeRows.length,
};
const read = { disclosures: readDisclosures, applications: readApplications, disputes: readDisputes };

/** Reader A: the lines of each table's section, values by the words around them. Serves every format that has text. */
export const readTextTables: TableReader = (document, sections) =>
  tableIds.flatMap((table): ReadTable[] => {
    const span = sections.find(({ id }) => id === table);
    const lines = span ? document.lines.slice(span.body, span.end) : [];
    const rows = withPadding(lineRows(lines, valuesInRow[table], document.format !== 'pdf'), document);
    const found = rows.length > 0 ? read[table](rows, 'text', span?.heading !== null) : labelsAlone(table, lines);
    return found ? [found] : [];
  });
