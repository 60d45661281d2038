import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { clip } from '../../views/escape.ts';
import type { Locale } from '../../views/message.ts';
import { bare, type Column, type Sheet, type Value } from './sheet.ts';

/** A cell as the library takes it, its type by name. */
type Cell = { value: string | number; type: 'String' | 'Number'; columnSpan?: number } & Record<string, unknown>;

const heading = {
  fontWeight: 'bold',
  align: 'center',
  alignVertical: 'center',
  wrap: true,
  borderStyle: 'thin',
} as const;
const colours = { doubtful: '#FFE699', corrected: '#BDD7EE' } as const;

/** Text that XML can hold; a cell takes 32,767 characters. Text is never a formula. */
const inXml = (text: string): string =>
  clip(text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ''), 32_000);

function cell(value: Value): Cell | null {
  const plain = bare(value);
  if (plain === null || plain === '') return null;
  if (typeof plain === 'string') return { value: inXml(plain), type: 'String' };
  const mark = typeof value === 'object' && value !== null ? { backgroundColor: colours[value.mark] } : {};
  return { value: plain, type: 'Number', ...mark };
}

/** A row of the groups, each over its columns, where there are groups; then the titles. */
function headRows(columns: readonly Column[], locale: Locale): (Cell | null)[][] {
  const titles = columns.map(({ title }): Cell => ({ value: title[locale], type: 'String', ...heading }));
  if (columns.every(({ group }) => !group)) return [titles];
  const groups = columns.map(({ group }, index): Cell | null => {
    const name = group?.[locale];
    if (name === undefined) return { value: '', type: 'String', ...heading };
    if (index > 0 && columns[index - 1]!.group?.[locale] === name) return null;
    let span = 1;
    while (columns[index + span]?.group?.[locale] === name) span++;
    return { value: name, type: 'String', columnSpan: span, ...heading };
  });
  return [groups, titles];
}

/**
 * Sheets as one workbook: figures in doubt on yellow, corrected ones on blue, the head always in view. It is packed in
 * a thread of its own, so that nobody else waits for a large one.
 */
export async function workbookOf(sheets: readonly Sheet[], locale: Locale): Promise<Uint8Array> {
  return packed(
    sheets.map(({ title, columns, rows, total }) => {
      const head = headRows(columns, locale);
      return {
        sheet: title[locale],
        data: [...head, ...rows.map((row) => row.map(cell)), ...(total ? [total.map(cell)] : [])],
        columns: columns.map(({ width = 12 }) => ({ width })),
        stickyRowsCount: head.length,
        stickyColumnsCount: 1,
      };
    }),
  );
}

const library = createRequire(import.meta.url).resolve('write-excel-file/node');
/** Types of cells are functions, which do not travel: they go by their names. */
const packing = `
  const { parentPort, workerData } = require('node:worker_threads');
  const write = require(workerData.library);
  const types = { String, Number };
  for (const { data } of workerData.sheets)
    for (const row of data) for (const cell of row) if (cell) cell.type = types[cell.type];
  (write.default ?? write)(workerData.sheets).toBuffer().then((bytes) => parentPort.postMessage(bytes));
`;

function packed(sheets: readonly unknown[]): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(packing, { eval: true, workerData: { library, sheets } });
    worker.once('message', (bytes: Uint8Array) => {
      resolve(bytes);
      void worker.terminate();
    });
    worker.once('error', reject);
  });
}
