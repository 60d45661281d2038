import type { TableId } from '../../report/forms/index.ts';
import type { Line } from '../document.ts';
import { scoreAtEnd } from './align.ts';
import { formByWords } from './form-by-words.ts';
import { applicationLabels, disclosureBlocks, disputeLabels, hanOf, type RowLabel } from './labels.ts';
import type { ReadTable } from './table-reader.ts';

const labelsOf: Record<TableId, readonly RowLabel[]> = {
  disclosures: disclosureBlocks.filter(({ form }) => form === '2021').flatMap(({ rows }) => rows),
  applications: applicationLabels('2021'),
  disputes: disputeLabels,
};

/** A table whose labels are printed without any value: no cells, only how many labels there are; `null` without labels. */
export function labelsAlone(table: TableId, lines: readonly Line[]): ReadTable | null {
  const words = hanOf(lines.map(({ text }) => text).join(''));
  const labels = labelsOf[table];
  const found = labels.filter(({ wordings }) => wordings.some((wording) => scoreAtEnd(wording, words, 0) >= 0.8));
  if (found.length < 3) return null;
  const said = table === 'applications' ? formByWords(words) : null;
  return {
    reader: 'text',
    table,
    form: said?.form ?? null,
    decidedBy: said ? [said.said] : [],
    cells: {},
    doubtful: [],
    rows: [],
    labels: { found: found.length, expected: labels.length },
    place: lines[0]!.place,
    remarks: ['labels without values'],
  };
}
