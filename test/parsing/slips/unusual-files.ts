import { readDocument } from '../../../src/parsing/intake/read-document.ts';
import { sourceFile } from '../../../src/parsing/intake/source-file.ts';
import { parseReport } from '../../../src/parsing/parse-report.ts';
import { pageFile } from '../../documents/report-files.ts';
import { docxFile, xlsxFile } from '../../documents/zip.ts';
import { type Cell, disputeTable, tablesOf } from '../tables/printed-pages.ts';
import { ending, type Parts, preamble, titles } from '../tables/printed-report.ts';
import { said } from './flagged.ts';
import { merges } from './merged-blanks.ts';
import type { Printed } from './strike-all.ts';

const threeTables = (parts: Parts): Cell[][][] => [...tablesOf(parts).slice(0, 2), disputeTable(parts)];

const file = (name: string, write: (parts: Parts) => Promise<Buffer>): Printed => ({
  name,
  blanks: true,
  read: async (parts) => said(parseReport(await readDocument(sourceFile('report', await write(parts))))),
});

const run = (text: string): string => (text === '' ? '' : `<w:r><w:t>${text}</w:t></w:r>`);
const paragraph = (text: string): string => `<w:p>${run(text)}</w:p>`;
const inControl = (content: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const wordTable = (rows: readonly string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;

/** A Word table in which cells reach over columns and rows, by what stands in a cell. */
function merged(table: readonly Cell[][], inner: (text: string) => string, around = (cell: string) => cell): string {
  const open = new Map<number, { left: number; columns: number }>();
  return wordTable(
    table.map((row) => {
      const cells: string[] = [];
      let column = 0;
      const goOn = (): void => {
        for (let above = open.get(column); above && above.left > 0; above = open.get(column)) {
          above.left--;
          cells.push(tc(above.columns, '<w:vMerge/>', paragraph('')));
          column += above.columns;
        }
      };
      for (const { text, rows = 1, columns = 1 } of row) {
        goOn();
        if (rows > 1) open.set(column, { left: rows - 1, columns });
        cells.push(around(tc(columns, rows > 1 ? '<w:vMerge w:val="restart"/>' : '', inner(text))));
        column += columns;
      }
      goOn();
      return `<w:tr>${cells.join('')}</w:tr>`;
    }),
  );
}

const tc = (columns: number, more: string, content: string): string =>
  `<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/>${more}</w:tcPr>${content}</w:tc>`;

const word = (name: string, table: (rows: readonly Cell[][]) => string): Printed =>
  file(name, (parts) =>
    docxFile(
      [
        ...preamble.map(paragraph),
        ...threeTables(parts).flatMap((rows, at) => [paragraph(titles[at]!), table(rows)]),
        ...ending.map(paragraph),
      ].join(''),
    ),
  );

const letters = (at: number): string => String.fromCharCode(65 + at);

const asDrawn = (rows: readonly Cell[][]): readonly Cell[][] => rows;

/** One sheet; `from` is the column in which tables begin, `cellOf` writes one cell. */
const sheet = (
  name: string,
  from: number,
  cellOf: (at: string, text: string) => string,
  change: (rows: readonly Cell[][]) => readonly Cell[][] = asDrawn,
): Printed =>
  file(name, (parts) => {
    const rows: string[] = [];
    const spans: string[] = [];
    const add = (row: readonly Cell[], taken: Set<string>): void => {
      const r = rows.length + 1;
      let c = from;
      const cells = row.map(({ text, rows: deep = 1, columns = 1 }) => {
        while (taken.has(`${r} ${c}`)) c++;
        for (let y = 0; y < deep; y++) for (let x = 0; x < columns; x++) taken.add(`${r + y} ${c + x}`);
        const at = `${letters(c)}${r}`;
        if (deep * columns > 1) spans.push(`<mergeCell ref="${at}:${letters(c + columns - 1)}${r + deep - 1}"/>`);
        c += columns;
        return cellOf(at, text);
      });
      rows.push(`<row r="${r}">${cells.join('')}</row>`);
    };
    for (const line of preamble) add([{ text: line }], new Set());
    for (const [at, table] of threeTables(parts).entries()) {
      add([{ text: titles[at]! }], new Set());
      const taken = new Set<string>();
      for (const row of change(table)) add(row, taken);
      add([], new Set());
    }
    for (const line of ending) add([{ text: line }], new Set());
    return xlsxFile(`<sheetData>${rows.join('')}</sheetData><mergeCells>${spans.join('')}</mergeCells>`);
  });

const words = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const number = (at: string, text: string): string => `<c r="${at}"><v>${text}</v></c>`;
const isNumber = (text: string): boolean => /^\d+$/u.test(text);

/** Files as programs and careless hands leave them. */
export const unusualFiles: readonly Printed[] = [
  word('Word file, merged cells', (rows) => merged(rows, paragraph)),
  word('Word file, content controls in cells', (rows) => merged(rows, (text) => inControl(paragraph(text)))),
  word('Word file, content controls around cells', (rows) => merged(rows, paragraph, inControl)),
  word('Word file, digits in runs of their own', (rows) =>
    merged(rows, (text) => `<w:p>${isNumber(text) ? [...text].map(run).join('') : run(text)}</w:p>`),
  ),
  word('Word file, a table in each cell', (rows) =>
    merged(rows, (text) => `${wordTable([`<w:tr>${tc(1, '', paragraph(text))}</w:tr>`])}${paragraph('')}`),
  ),
  word('Word file, tables inside a table', (rows) =>
    wordTable([`<w:tr>${tc(1, '', merged(rows, paragraph) + paragraph(''))}</w:tr>`]),
  ),
  sheet('sheet file, numbers as text', 0, words),
  sheet('sheet file, every blank written', 1, (at, text) =>
    text === '' ? `<c r="${at}" s="1"/>` : isNumber(text) ? number(at, text) : words(at, text),
  ),
  sheet('sheet file, formulas with their values', 0, (at, text) =>
    text === '' ? '' : isNumber(text) ? `<c r="${at}"><f>A1+0</f><v>${text}</v></c>` : words(at, text),
  ),
  ...Object.entries(merges).flatMap(([cell, merge]) => [
    word(`Word file, blanks merged into the cell ${cell}`, (rows) => merged(merge(rows), paragraph)),
    sheet(`sheet file, blanks merged into the cell ${cell}`, 0, words, merge),
    file(`PDF file with borders, blanks merged into the cell ${cell}`, async (parts) =>
      pageFile(
        [...preamble, ...threeTables(parts).flatMap((rows, at) => [titles[at]!, merge(rows)]), ...ending],
        'ruled',
      ),
    ),
  ]),
];
