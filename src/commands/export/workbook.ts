import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { clip } from '../../views/escape.ts';
import type { Locale } from '../../views/message.ts';
import type { Column, Sheet, Value } from './sheet.ts';

/** A cell as the library takes it, its type by name. */
type Cell = {
  value: string | number;
  type: 'String' | 'Number';
  columnSpan?: number;
  rowSpan?: number;
} & Record<string, unknown>;

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

/** A row of the groups, each over its columns, where there are groups; then the titles. One without a group fills both. */
function headRows(columns: readonly Column[], locale: Locale): (Cell | null)[][] {
  const titles = columns.map(({ title }): Cell => ({ value: title[locale], type: 'String', ...heading }));
  const high = heightOf(columns.map(({ title, width }) => linesOf(title[locale], width)));
  if (columns.every(({ group }) => !group)) return [titles.map((title) => ({ ...title, height: high }))];
  const groups = columns.map(({ group }, index): Cell | null => {
    const name = group?.[locale];
    if (name === undefined) return { ...titles[index]!, rowSpan: 2 };
    if (index > 0 && columns[index - 1]!.group?.[locale] === name) return null;
    let span = 1;
    while (columns[index + span]?.group?.[locale] === name) span++;
    return { value: name, type: 'String', columnSpan: span, ...heading };
  });
  const over = heightOf(
    groups.map((group, index) => {
      const below = columns.slice(index, index + (group?.columnSpan ?? 1));
      return group?.columnSpan
        ? linesOf(
            `${group.value}`,
            below.reduce((sum, { width = usual }) => sum + width, 0),
          )
        : 1;
    }),
  );
  return [
    groups.map((group) => group && { ...group, height: over }),
    titles.map((title, index) => (columns[index]!.group ? { ...title, height: high } : null)),
  ];
}

/** Characters that a column holds where nothing else is said. */
const usual = 12;

/** Lines that a heading takes in a column so wide; a Chinese character is as wide as two Latin ones. */
const linesOf = (text: string, width = usual): number =>
  Math.ceil([...text].reduce((sum, sign) => sum + (/[\x00-\xff]/.test(sign) ? 1.1 : 2.2), 0) / width);

/** Points of a row of so many lines: programs do not see the text of merged cells when they choose it. */
const heightOf = (lines: readonly number[]): number => Math.max(...lines) * 15 + 6;

/** So many rows travel to the thread at a time: sending them holds everybody up for some milliseconds. */
const atATime = 500;
/** What the thread may take, in MB; above it the workbook is refused. */
const memoryAtMost = 1536;

/**
 * Sheets as one workbook: figures in doubt on yellow, corrected ones on blue, the head always in view. It is packed in
 * a thread of its own, to which the rows travel in slices, so that nobody else waits for a large one. `null` where it is
 * too large for the thread's memory.
 */
export async function workbookOf(
  sheets: readonly Sheet[],
  locale: Locale,
  memory = memoryAtMost,
): Promise<Uint8Array | null> {
  const worker = new Worker(packing, {
    eval: true,
    workerData: { library, colours },
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const packed = new Promise<Uint8Array | null>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(null) : reject(error),
    );
  });
  try {
    for (const { title, columns, rows, total } of sheets) {
      const head = headRows(columns, locale);
      worker.postMessage({
        head,
        options: {
          sheet: title[locale],
          columns: columns.map(({ width = usual }) => ({ width })),
          stickyRowsCount: head.length,
          stickyColumnsCount: 1,
          orientation: 'landscape',
        },
      });
      const all = total ? [...rows, total] : rows;
      for (let from = 0; from < all.length; from += atATime) {
        worker.postMessage({ rows: all.slice(from, from + atATime).map((row) => row.map(light)) });
        await new Promise(setImmediate);
      }
    }
    worker.postMessage({ end: true });
    return await packed;
  } finally {
    void worker.terminate();
  }
}

/** A value as it travels: text that XML can hold, a number, or a number and its mark. */
function light(value: Value): string | number | null | [number, keyof typeof colours] {
  if (typeof value === 'string') return value === '' ? null : inXml(value);
  return typeof value === 'object' && value !== null ? [value.value, value.mark] : value;
}

const library = createRequire(import.meta.url).resolve('write-excel-file/node');
/** Types of cells are functions, which do not travel: they go by their names. Each sheet prints one page wide, its head on every page. */
const packing = `
  const { parentPort, workerData: { library, colours } } = require('node:worker_threads');
  const write = require(library);
  const types = { String, Number };
  const quoted = (name) => "'" + name.replace(/'/g, "''") + "'!";
  const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const titles = ({ sheet, stickyRowsCount }, index) =>
    '<definedName name="_xlnm.Print_Titles" localSheetId="' + index + '">' +
    escaped(quoted(sheet) + '$A:$A,' + quoted(sheet) + '$1:$' + stickyRowsCount) + '</definedName>';
  const print = { files: { transform: {
    'xl/worksheets/sheet{id}.xml': {
      transformElementAttributes: (tag, attributes) =>
        tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
      transform: (xml) => xml.replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
    },
    'xl/workbook.xml': {
      transform: (xml, sheets) =>
        xml.replace('<definedNames/>', '').replace('<calcPr', '<definedNames>' + sheets.map(titles).join('') + '</definedNames><calcPr'),
    },
  } } };
  const sheets = [];
  const cell = (value) =>
    value === null ? null
    : typeof value === 'string' ? { value, type: String }
    : typeof value === 'number' ? { value, type: Number }
    : { value: value[0], type: Number, backgroundColor: colours[value[1]] };
  parentPort.on('message', ({ head, options, rows, end }) => {
    if (head) {
      for (const row of head) for (const title of row) if (title) title.type = types[title.type];
      sheets.push({ ...options, data: head });
    }
    if (rows) for (const row of rows) sheets.at(-1).data.push(row.map(cell));
    if (end) (write.default ?? write)(sheets, { features: [print] }).toBuffer().then((bytes) => parentPort.postMessage(bytes));
  });
`;
