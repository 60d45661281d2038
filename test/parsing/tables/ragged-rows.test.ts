import { expect, test } from 'vitest';
import { readDocument } from '../../../src/parsing/intake/read-document.ts';
import { sourceFile } from '../../../src/parsing/intake/source-file.ts';
import { parseReport } from '../../../src/parsing/parse-report.ts';
import { readHtml } from '../../../src/parsing/readers/html.ts';
import type { Address, Report } from '../../../src/report/report.ts';
import { htmlFile, pageFile } from '../../documents/report-files.ts';
import { type Cell, disputeTable, tablesOf } from './printed-pages.ts';
import { distinctFigures, ending, type Figures, partsOf, preamble, titles } from './printed-report.ts';

const row = 'applications.denied.security';
const columns = ['person', 'business', 'research', 'welfare', 'legal', 'other', 'total'];
const cellsOf = (id: string): Address[] => columns.map((column) => `${id}.${column}` as Address);

/** A report whose row of table 三 has these values. */
const withRow = (...values: string[]): Figures => ({
  ...distinctFigures('2021', 101),
  ...Object.fromEntries(cellsOf(row).map((address, at) => [address, values[at]!])),
});

/** The report as a web page, the cells of table 三 changed by `change`; row 7 is the one above. */
function read(figures: Figures, change: (rows: Cell[][], disclosures: Cell[][]) => void): Report {
  const parts = partsOf('2021', figures);
  const [disclosures, applications] = tablesOf(parts);
  change(applications, disclosures);
  const table = (rows: readonly Cell[][]): string =>
    `<table>${rows.map((cells) => `<tr>${cells.map(({ text, rows = 1, columns = 1 }) => `<td rowspan="${rows}" colspan="${columns}">${text}</td>`).join('')}</tr>`).join('')}</table>`;
  const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join('');
  const tables = [disclosures, applications, disputeTable(parts)].map(
    (rows, at) => paragraphs([titles[at]!]) + table(rows),
  );
  return parseReport(
    readHtml(Buffer.from(`<html><body>${paragraphs(preamble)}${tables.join('')}${paragraphs(ending)}</body></html>`)),
  );
}

const securityRow = (rows: Cell[][]): Cell[] => rows.find((cells) => cells.some(({ text }) => text.includes('危及')))!;
const marked = ({ cells }: Report, id: string): string[] =>
  cellsOf(id).filter((address) => cells[address]?.trust === 'low');

test('a row that reaches out of its table, a blank in it merged with the cell before, is marked though it adds up', () => {
  // 0 0 3 0 (blank) 0 3 are printed, and a 0 before them that belongs elsewhere
  const report = read(withRow('0', '0', '3', '0', '', '0', '3'), (rows) => {
    const cells = securityRow(rows);
    cells.splice(-3, 1);
    cells.at(-3)!.columns = 2;
    cells.splice(-6, 0, { text: '0' });
  });
  expect(cellsOf(row).map((address) => report.cells[address]?.value)).toEqual([0, 0, 0, 3, 0, 0, 3]);
  expect(marked(report, row)).toEqual(cellsOf(row));
});

test('a blank merged with the cell before leaves its row without values, and no other row in doubt', () => {
  const report = read(withRow('1', '0', '3', '0', '', '2', '6'), (rows) => {
    const cells = securityRow(rows);
    cells.splice(-3, 1);
    cells.at(-3)!.columns = 2;
  });
  expect(cellsOf(row).filter((address) => report.cells[address])).toEqual([]);
  expect(Object.values(report.cells).filter(({ trust }) => trust === 'low')).toEqual([]);
});

test('a number in one cell over two rows is marked in both', () => {
  const below = 'applications.denied.thirdParty';
  const report = read(withRow('1', '0', '3', '0', '5', '2', '11'), (rows) => {
    const cells = securityRow(rows);
    const next = rows[rows.indexOf(cells) + 1]!;
    cells.at(-3)!.rows = 2;
    next.splice(-3, 1);
  });
  const [own, other] = [row, below].map((id) => report.cells[`${id}.legal` as Address]!);
  expect([own?.value, own?.trust]).toEqual([5, 'low']);
  expect([other?.value, other?.trust]).toEqual([5, 'low']);
});

test('a table drawn by eye, its cells of many widths and its edges uneven, is read without a mark', () => {
  const report = read(withRow('1', '0', '3', '0', '5', '2', '11'), (rows) => {
    for (const [at, cell] of securityRow(rows).slice(-7).entries()) cell.columns = 1 + (at % 3);
  });
  expect(cellsOf(row).map((address) => report.cells[address]?.value)).toEqual([1, 0, 3, 0, 5, 2, 11]);
  expect(marked(report, row)).toEqual([]);
});

test('a row that begins a cell later than the others, in a table with a spare column behind, is marked', () => {
  const report = read(withRow('', '-', '4', '0', '0', '/', '4'), (rows) => {
    for (const cells of rows) cells.push({ text: '' });
    const cells = securityRow(rows);
    cells.splice(-2, 2, { text: '0' }, { text: '4' });
  });
  expect(report.cells[`${row}.total` as Address]?.value).toBe(4);
  expect(marked(report, row)).toEqual(cellsOf(row));
});

test('two numbers in one cell and a blank merged into another make no row that the sum alone proves', () => {
  // printed 1 0 | 3 | (4 5) over one column | 6 over two | 9 ...: seven numbers, of which the sum holds
  const report = read(withRow('1', '2', '3', '4', '5', '6', '21'), (rows) => {
    const cells = securityRow(rows);
    const [first] = cells.splice(-7, 2);
    cells.splice(-5, 0, { text: first!.text, columns: 2 });
    cells.at(-5)!.text += ' 2';
  });
  const own = cellsOf(row).map((address) => report.cells[address]);
  expect(own.filter((cell) => cell && cell.trust !== 'low')).toEqual([]);
});

test('table 2: the number below a row that lacks a cell is marked, the one missing above may have run into it', () => {
  const report = read(withRow('1', '2', '3', '4', '5', '6', '21'), (_, disclosures) => {
    disclosures.find(([label]) => label!.text.startsWith('规章'))!.splice(2, 1);
  });
  expect(report.cells['disclosures.regulations.made']).toBeUndefined();
  expect(report.cells['disclosures.normativeDocuments.repealed']).toMatchObject({ value: 105, trust: 'low' });
  expect(report.cells['disclosures.licences.decisions']).toMatchObject({ value: 107, trust: 'high' });
});

test('a PDF whose blanks are all merged with the number behind them: none of its row is read without a mark', async () => {
  const parts = partsOf('2021', withRow('', '', '', '', '', '', '6'));
  const [disclosures, applications] = tablesOf(parts);
  securityRow(applications).splice(-7, 7, { text: '6', columns: 7 });
  const disputes = [...disputeTable(parts).slice(0, -1), [{ text: '13', columns: 15 }]];
  const tables = [disclosures, applications, disputes].flatMap((rows, at) => [titles[at]!, rows]);
  const report = parseReport(
    await readDocument(sourceFile('report', pageFile([...preamble, ...tables, ...ending], 'ruled'))),
  );
  const unmarked = Object.entries(report.cells).filter(
    ([address, { trust }]) => trust !== 'low' && (address.startsWith(`${row}.`) || address.startsWith('disputes.')),
  );
  expect(unmarked).toEqual([]);
});

test('table 四: a 0 put into a row that reaches a column further leaves sums that hold, and none of its values sure', () => {
  const parts = partsOf('2021', distinctFigures('2021', 101));
  const [disclosures, applications] = tablesOf(parts);
  const printed = ['0', '0', '1', '0', '1', ...Array<string>(5).fill('0'), '8', '0', '0', '7', '15'];
  const heads = disputeTable(parts).slice(0, -1);
  const sure = (columns: number): number => {
    const values = printed.map((text, at) => ({ text, columns: at === 1 ? columns : 1 }));
    const blocks = [disclosures, applications, [...heads, values]].flatMap((rows, at) => [titles[at]!, rows]);
    const { cells } = parseReport(readHtml(htmlFile([...preamble, ...blocks, ...ending])));
    return Object.entries(cells).filter(([address, { trust }]) => address.startsWith('disputes.') && trust !== 'low')
      .length;
  };
  expect(sure(1)).toBe(15);
  expect(sure(2)).toBe(0);
});
