import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/parsing/intake/read-document.ts';
import { sourceFile } from '../../../src/parsing/intake/source-file.ts';
import { parseReport } from '../../../src/parsing/parse-report.ts';
import { readText } from '../../../src/parsing/readers/text.ts';
import type { Report } from '../../../src/report/report.ts';
import { type Block, htmlFile, markdownFile, sheetFile, wordFile } from '../../documents/report-files.ts';
import { type Cell, disputeTable, tablesOf } from './printed-pages.ts';
import {
  distinctFigures,
  ending,
  type Figures,
  layouts,
  partsOf,
  preamble,
  printReport,
  titles,
} from './printed-report.ts';

/** Numbers of which no sum holds, some rows blank. */
const figuresWithout = (rows: readonly string[]): Figures =>
  Object.fromEntries(
    Object.entries(distinctFigures('2021', 101)).map(([address, value]) => [
      address,
      rows.some((row) => address.startsWith(`applications.${row}.`)) ? '' : value,
    ]),
  );

/** Table 三 with a row of cells for each label and another one for its values. */
function tableOfTwoRows(figures: Figures, order: 'values first' | 'labels first'): Cell[][] {
  const { head, rows } = partsOf('2021', figures);
  const cell = (text: string): Cell => ({ text });
  return [
    ['申请人情况', ...head.slice(-7)].map(cell),
    ...rows.flatMap(({ groups, label, values }): Cell[][] => {
      const own = [[{ text: label, columns: 8 }], ['', ...values].map(cell)];
      return [...groups.map((text) => [{ text, columns: 8 }]), ...(order === 'values first' ? own.reverse() : own)];
    }),
  ];
}

async function read(
  figures: Figures,
  order: 'values first' | 'labels first',
  make: (blocks: readonly Block[]) => Buffer | Promise<Buffer>,
): Promise<Report> {
  const parts = partsOf('2021', figures);
  const tables = [tablesOf(parts)[0], tableOfTwoRows(figures, order), disputeTable(parts)];
  const blocks = [...preamble, ...tables.flatMap((table, at): Block[] => [titles[at]!, table]), ...ending];
  return parseReport(await readDocument(sourceFile('report', await make(blocks))));
}

/** Cells of table 三 that are not as printed; those in doubt apart. */
function faults({ cells }: Report, figures: Figures) {
  const own = Object.entries(cells).filter(([address]) => address.startsWith('applications.'));
  const wrong = own.filter(([address, { raw }]) => raw.trim() !== figures[address as keyof Figures]);
  return {
    silent: wrong.filter(([, { trust }]) => trust !== 'low').map(([address]) => address),
    doubted: own.filter(([, { trust }]) => trust === 'low').length,
  };
}

const blanks = [
  ['received'],
  ['carriedIn'],
  ['granted'],
  ['denied.security'],
  ['carriedOut'],
  ['granted', 'carriedOut'],
];
const formats = {
  'web page': (blocks: readonly Block[]) => htmlFile(blocks),
  Markdown: markdownFile,
  Word: wordFile,
  sheet: sheetFile,
};

describe.each(['values first', 'labels first'] as const)('rows of labels and rows of values, %s', (order) => {
  test.each(Object.entries(formats))('%s: no row of blanks moves another', async (_, make) => {
    for (const rows of blanks) {
      const figures = figuresWithout(rows);
      const { silent, doubted } = faults(await read(figures, order, make), figures);
      expect(silent, rows.join()).toEqual([]);
      // A sheet keeps no blank row, so that a first or last one leaves it open which label is whose.
      if (make !== sheetFile) expect(doubted, rows.join()).toBeLessThanOrEqual(7 * rows.length);
    }
  });
});

test('values above their labels, right behind the head or below headings of groups: blank rows leave no doubt', () => {
  const layout = layouts.find(({ name }) => name === 'values above the label')!;
  for (const rows of blanks) {
    const figures = figuresWithout(rows);
    const report = parseReport(
      // as lines of text, where a blank row cannot be seen
      readText(Buffer.from(printReport('2021', figures, layout))),
    );
    expect(faults(report, figures), rows.join()).toEqual({ silent: [], doubted: 0 });
  }
});

test('values above their labels: a number behind another label is no value of the row below it, though they add up', () => {
  const layout = layouts.find(({ name }) => name === 'values above the label')!;
  const columns = ['person', 'business', 'research', 'welfare', 'legal', 'other', 'total'];
  const own = columns.map((column, at) => [`applications.denied.deliberative.${column}`, '0001023'[at]!]);
  const figures = { ...distinctFigures('2021', 101), ...Object.fromEntries(own) };
  const text = printReport('2021', figures, layout).replace(/([^\n]+)\n0 0 0 1 0 2 3\n/u, '$1 1\n0 0 0 0 2 3\n');
  expect(text).toContain(' 1\n0 0 0 0 2 3');
  expect(faults(parseReport(readText(Buffer.from(text))), figures).silent).toEqual([]);
});
