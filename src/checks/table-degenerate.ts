import { partsOf } from '../report/address.ts';
import {
  applicantColumns,
  applicationCell,
  applicationRows,
  disputeRows,
  type TableId,
  tableIds,
} from '../report/forms/index.ts';
import { rowName } from '../report/names.ts';
import type { Address, Report } from '../report/report.ts';
import { cellsOf } from './cells/odd-cells.ts';
import { numberAt } from './cells/values.ts';
import { defineCheck } from './define-check.ts';
import { everyCell, example, row } from './example.ts';
import { applicationSums, disputeSums } from './sums/sum-findings.ts';

/**
 * Whether the sums of a table leave nothing to explain: they hold, or one cell is wrong and named. A few single cases in
 * such a table are alike by chance.
 */
function addsUp(report: Report, table: TableId): boolean {
  if (table === 'disclosures') return false;
  if (table === 'disputes') return disputeSums(report).failing.length < 2;
  const { failing, suspect } = applicationSums(report);
  return suspect !== undefined || !failing.length;
}

/** Cells above 0 of a table, where they are six or more and all alike. */
function alike(report: Report, table: TableId): Address[] {
  const form = report.forms[table];
  if (form === null || form === 'mixed') return [];
  const { aboveZero: filled } = cellsOf(report, table);
  const same = filled.every(({ cell }) => cell.value === filled[0]!.cell.value);
  return filled.length >= 6 && same && !addsUp(report, table) ? filled.map(({ address }) => address) : [];
}

/** Small counts of two rows meet by chance, in a table that adds up. */
const few = 10;

/** A row of table 三 that repeats the one above it, three numbers above 0 or more, and those numbers not all alike. */
function repeated(report: Report): string | undefined {
  const form = report.forms.applications;
  if (form === null) return undefined;
  const numberOf = (id: string, column: string) => numberAt(report, applicationCell(id, column));
  const { aboveZero } = cellsOf(report, 'applications');
  if (aboveZero.length < 6) return undefined;
  const counts = new Map<string, number>();
  for (const { address } of aboveZero) {
    const row = address.slice('applications.'.length, address.lastIndexOf('.'));
    counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return applicationRows(form).find((id, index, ids) => {
    const above = ids[index - 1];
    if ((counts.get(id) ?? 0) < 3 || above === undefined || id === 'concluded' || above === 'received') return false;
    if (applicantColumns.some((column) => numberOf(id, column) !== numberOf(above, column))) return false;
    const filled = applicantColumns.map((column) => numberOf(id, column) ?? 0).filter((value) => value > 0);
    if (new Set(filled).size < 2) return false;
    return (numberOf(id, 'total') ?? 0) >= few || !addsUp(report, 'applications');
  });
}

export default defineCheck({
  id: 'table-degenerate',
  title: { zh: '整表异常一致', en: 'Degenerate table' },
  severity: 'warning',
  tags: ['reading'],
  docs: {
    zh: '一张表里六格以上非零的数全都相同，或表三某一行与上一行完全一样。多半是填错行、复制未改，或读错了位置。请对照原文。全零的表、只用一栏申请人的表、合计相符而数目很小的表不提示。',
    en: 'Six or more numbers above 0 in a table are all the same, or a row of table 3 repeats the one above it. Mostly a copy left unchanged, or a misreading of the place. Look at the page. Tables of zeros, tables that use one applicant column, and small counts that add up are not mentioned.',
  },
  *run({ report }) {
    for (const table of tableIds) {
      const cells = alike(report, table);
      const columns = new Set(cells.map((cell) => partsOf(cell).column).filter((column) => column !== 'total'));
      if (!cells.length || (table === 'applications' && columns.size < 2)) continue;
      const value = numberAt(report, cells[0]!)!;
      yield {
        cells,
        slot: table,
        message: {
          zh: `表内 ${cells.length} 格非零的数都是 ${value}`,
          en: `All ${cells.length} numbers above 0 in the table are ${value}`,
        },
      };
    }
    const twin = repeated(report);
    if (twin === undefined) return;
    const { zh, en } = rowName('applications', twin);
    yield {
      cells: applicantColumns.map((column) => applicationCell(twin, column)),
      slot: `applications.${twin}`,
      message: { zh: `表三「${zh}」一行与上一行完全相同`, en: `Row ${en} of table 3 repeats the row above it` },
    };
  },
  valid: () => [
    example('2021'),
    example('2021', { cells: everyCell('2021', 'disputes', 0) }),
    // one dispute of each kind, all upheld
    example('2021', {
      cells: {
        ...everyCell('2021', 'disputes', 0),
        ...Object.fromEntries(
          disputeRows.flatMap((id) => [`disputes.${id}.upheld`, `disputes.${id}.total`].map((address) => [address, 1])),
        ),
      },
    }),
    // one request, and one cell beside it that the sums name already
    example('2021', {
      cells: {
        ...everyCell('2021', 'applications', 0),
        ...row('received', 1, 0, 0, 0, 0, 0, 1),
        ...row('granted', 1, 1, 0, 0, 0, 0, 1),
        ...row('concluded', 1, 0, 0, 0, 0, 0, 1),
      },
    }),
    // one request that runs through the rows of one applicant column
    example('2021', {
      cells: {
        ...everyCell('2021', 'applications', 0),
        ...row('received', 1, 0, 0, 0, 0, 0, 1),
        ...row('granted', 1, 0, 0, 0, 0, 0, 1),
        ...row('concluded', 1, 0, 0, 0, 0, 0, 1),
      },
    }),
  ],
  invalid: () => [
    { subject: example('2021', { cells: everyCell('2021', 'disputes', 7) }), says: ['表内 15 格非零的数都是 7'] },
    {
      subject: example('2021', {
        cells: {
          ...row('declined.repeated', 3, 2, 0, 0, 0, 0, 5),
          ...row('declined.publication', 3, 2, 0, 0, 0, 0, 5),
        },
      }),
      says: ['表三「不予处理·公开出版物」一行与上一行完全相同'],
    },
  ],
});
