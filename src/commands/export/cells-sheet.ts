import { nameOf, partsOf } from '../../report/address.ts';
import { measureById } from '../../report/measures/catalogue.ts';
import type { Address, Cell } from '../../report/report.ts';
import type { CaseFile } from '../../store/case-store.ts';
import type { YearRow } from '../../store/store.ts';
import { noNumberText } from '../../views/figure.ts';
import type { Locale } from '../../views/message.ts';
import { say } from '../../views/words/say.ts';
import type { Sheet, Value } from './sheet.ts';

const text = (id: string, zh: string, en: string, width = 12) => ({ id, title: { zh, en }, width });

const columns = [
  text('bureau', '机关', 'Bureau', 28),
  text('year', '年度', 'Year', 8),
  text('table', '表', 'Table', 8),
  text('row', '行（原表）', 'Row as printed', 36),
  text('column', '列（原表）', 'Column as printed', 18),
  text('value', '数值', 'Value', 12),
  text('unit', '单位', 'Unit', 8),
  text('state', '状态', 'State', 12),
  text('raw', '原文', 'Printed', 14),
  text('mark', '标记', 'Mark', 12),
  text('correction', '更正', 'Correction', 24),
  text('trust', '把握', 'Trust', 8),
  text('form', '表式', 'Form', 8),
  text('file', '来源文件', 'File', 32),
  text('page', '页', 'Page', 6),
  text('line', '行号', 'Line', 8),
  text('version', '版本', 'Version', 8),
  text('address', '单元格', 'Cell', 36),
];

/** Every cell of these reports with where it stands, how sure it is, and what people changed. */
export async function cellsSheet(
  files: readonly { file: CaseFile; row: YearRow }[],
  { only, locale }: { only: ReadonlySet<Address> | null; locale: Locale },
): Promise<Sheet> {
  const rows: Value[][] = [];
  for (const { file, row } of files) {
    for (const [address, cell] of Object.entries(file.report.cells) as [Address, Cell][])
      if (only === null || only.has(address)) rows.push(cellRow(address, cell, { file, row, locale }));
    // A large export lets others have their turn.
    await new Promise(setImmediate);
  }
  return {
    id: 'cells',
    title: { zh: '逐格', en: 'Cells' },
    columns,
    rows,
  };
}

interface Of {
  file: CaseFile;
  row: YearRow;
  locale: Locale;
}

function cellRow(address: Address, cell: Cell, { file, row, locale }: Of): Value[] {
  const { stored, corrections, report } = file;
  const { table } = partsOf(address);
  const name = nameOf(address);
  const correction = corrections.find((one) => one.address === address);
  const printed = stored.entry.report.cells[address];
  const doubtful = row.doubtful(address);
  const value: Value =
    cell.value === null || cell.state !== 'number'
      ? null
      : correction
        ? { value: cell.value, mark: 'corrected' }
        : doubtful
          ? { value: cell.value, mark: 'doubtful' }
          : cell.value;
  const { page, line } = (printed ?? cell).place;
  const unit = measureById(address)?.unit ?? 'count';
  return [
    ...[stored.bureau, file.year, name.table, name.row, name.column],
    value,
    say(locale, `export.unit.${unit === 'tenThousandYuan' || unit === 'yuan' ? unit : 'count'}`),
    cell.state === 'number' ? say(locale, 'export.number') : noNumberText(cell.state, locale),
    printed?.raw ?? '',
    doubtful ? say(locale, 'export.doubtful') : '',
    correction
      ? say(locale, 'export.correction', {
          printed: correction.printed?.raw || noNumberText(correction.printed ? 'blank' : 'absent', locale),
          value: correction.value,
          basis: say(locale, `basis.${correction.basis}`),
        })
      : '',
    say(locale, `export.trust.${cell.trust}`),
    ...[report.forms[table] ?? '', stored.file.name, page ?? null, line ?? null, `v${stored.version}`, address],
  ];
}
