import { csvOf } from '../commands/export/csv.ts';
import type { Value } from '../commands/export/sheet.ts';
import { summarySheet } from '../commands/export/summary-sheet.ts';
import type { YearRow } from '../store/store.ts';
import { resultText } from '../views/batch.ts';
import type { Locale, MessageFile } from '../views/message.ts';
import { rowOf } from './batch-state.ts';
import type { Desk } from './desk.ts';
import type { Present } from './present-outcome.ts';

const own = [
  { id: 'dropped', title: { zh: '上传的文件', en: 'File dropped' } },
  { id: 'result', title: { zh: '结果', en: 'Result' } },
];

/**
 * The files of a batch as CSV, one a row: what became of each, then what the summary of an export holds of the report
 * it was filed as. A file whose report another version answers for has no figures of its own there.
 */
export async function batchCsv(desk: Desk, files: readonly Present[], locale: Locale): Promise<MessageFile> {
  const rows = await Promise.all(files.map((present) => yearRowOf(desk, present)));
  const { columns, rows: figures } = await summarySheet({
    rows: rows.filter((row) => row !== undefined),
    measures: [],
    locale,
  });
  const next = figures.values();
  const none = columns.map(() => null);
  const body = files.map((present, index): Value[] => {
    const row = rowOf(present);
    const known: Value[] = columns.map(({ id }) =>
      id === 'bureau' ? (row.bureau ?? null) : id === 'year' ? (row.year ?? null) : null,
    );
    return [row.name, resultText(row, locale), ...(rows[index] ? (next.next().value ?? none) : known)];
  });
  const day = desk.now().toISOString().slice(0, 10).replaceAll('-', '');
  const sheet = { id: 'batch', title: { zh: '一批', en: 'Batch' }, columns: [...own, ...columns], rows: body };
  return { name: `govinfo_batch_${day}.csv`, bytes: await csvOf(sheet, locale) };
}

async function yearRowOf(desk: Desk, { file, stored }: Present): Promise<YearRow | undefined> {
  if (!file || (stored && stored.version !== file.stored.version)) return undefined;
  return (await desk.store.reports.year(file.year)).find(({ bureauKey }) => bureauKey === file.bureauKey);
}
