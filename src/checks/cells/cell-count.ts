import { partsOf } from '../../report/address.ts';
import { addressesOf, type TableId } from '../../report/forms/index.ts';
import { rowName, tableName } from '../../report/names.ts';
import type { Address, Report } from '../../report/report.ts';
import type { Raised } from '../define-check.ts';
import { cut } from '../wording.ts';

/**
 * Cells of the form that were not found in a table that was. Printed blanks are cells; rows that are in no form, page
 * numbers and repeated heads are none. Silent where the whole table is missing or its form is not one.
 */
export function* missingCells(report: Report, table: TableId): Iterable<Raised> {
  const form = report.forms[table] ?? (table === 'disputes' ? '2021' : null);
  if (!report.tables[table] || form === null || form === 'mixed') return;
  const expected = addressesOf(form, table);
  const missing: Address[] = [];
  for (const address of expected) if (!report.cells[address]) missing.push(address);
  if (!missing.length) return;
  const printed = report.tables[table].rows.some(({ tokens }) => tokens.some((token) => /\d/.test(token)));
  if (missing.length === expected.length && !printed) return;

  const rows = [...new Set(missing.map((address) => partsOf(address).row))];
  const lines = rows.map((row) => {
    const name = rowName(table, row);
    const tokens = report.tables[table]?.rows.find(({ id }) => id === row)?.tokens ?? [];
    if (!tokens.length) return name;
    const [zh, en] = [tokens.join(' '), tokens.join(' ')];
    return {
      zh: `${name.zh}（印作“${zh}”，${tokens.length} 个数）`,
      en: `${name.en} (printed “${en}”, ${tokens.length} values)`,
    };
  });
  const all = cut(lines);
  const { zh, en } = tableName(table);
  const seen = expected.length - missing.length;
  yield {
    cells: missing,
    slot: table,
    lines,
    message: {
      zh: `${zh}应有 ${expected.length} 格，读到 ${seen} 格；不齐的行：${all.zh}；未读到的格记作未见，不作 0`,
      en: `${en} has ${expected.length} cells, ${seen} were read; incomplete rows: ${all.en}; what was not read is kept as not found, not as 0`,
    },
  };
}
