import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/parsing/intake/read-document.ts';
import { sourceFile } from '../../../src/parsing/intake/source-file.ts';
import { parseReport } from '../../../src/parsing/parse-report.ts';
import { upright } from '../../../src/parsing/tables/upright.ts';
import { type Block, htmlFile, markdownFile, sheetFile, wordFile } from '../../documents/report-files.ts';
import { type Cell, disputeTable, tablesOf } from './printed-pages.ts';
import { distinctFigures, ending, type Figures, partsOf, preamble, titles } from './printed-report.ts';

/** A table with its columns printed as rows; merged cells stay merged. */
function onItsSide(table: readonly Cell[][]): Cell[][] {
  const taken = new Set<string>();
  const columns: { row: number; cell: Cell }[][] = [];
  table.forEach((cells, row) => {
    let column = 0;
    for (const { text, rows = 1, columns: wide = 1 } of cells) {
      while (taken.has(`${row} ${column}`)) column++;
      for (let y = 0; y < rows; y++) for (let x = 0; x < wide; x++) taken.add(`${row + y} ${column + x}`);
      columns[column] ??= [];
      columns[column]!.push({ row, cell: { text, rows: wide, columns: rows } });
      column += wide;
    }
  });
  return columns.filter(Boolean).map((own) => own.sort((a, b) => a.row - b.row).map(({ cell }) => cell));
}

const tables = (form: '2019' | '2021', figures: Figures) => {
  const parts = partsOf(form, figures);
  const [disclosures, applications] = tablesOf(parts);
  return [disclosures, applications, disputeTable(parts)];
};
const formats = {
  'web page': (blocks: readonly Block[]) => htmlFile(blocks),
  Markdown: markdownFile,
  Word: wordFile,
  sheet: sheetFile,
};
const read = async (printed: readonly Cell[][][], make: (blocks: readonly Block[]) => Buffer | Promise<Buffer>) => {
  const blocks = [...preamble, ...printed.flatMap((table, at): Block[] => [titles[at]!, table]), ...ending];
  return parseReport(await readDocument(sourceFile('report', await make(blocks))));
};

describe.each(Object.entries(formats))('%s with a table on its side', (_, make) => {
  test.each([
    ['表二', 0],
    ['表三', 1],
    ['表四', 2],
  ] as const)('%s', async (_, turned) => {
    for (const form of ['2021', '2019'] as const) {
      const figures = distinctFigures(form, 11);
      const { cells } = await read(
        tables(form, figures).map((table, at) => (at === turned ? onItsSide(table) : table)),
        make,
      );
      expect(Object.fromEntries(Object.entries(cells).map(([address, { raw }]) => [address, raw]))).toEqual(figures);
      expect(Object.values(cells).filter(({ trust }) => trust === 'low')).toEqual([]);
    }
  });
});

test('the same with every other number left blank', async () => {
  const figures = Object.fromEntries(
    Object.entries(distinctFigures('2021', 11)).map(([address, value], at) => [address, at % 2 ? value : '']),
  );
  const { cells } = await read(
    tables('2021', figures).map((table, at) => (at === 1 ? onItsSide(table) : table)),
    htmlFile,
  );
  expect(Object.fromEntries(Object.entries(cells).map(([address, { raw }]) => [address, raw]))).toEqual(figures);
});

test('what goes on below on the next page is turned with it; what stands as printed stays', async () => {
  const figures = distinctFigures('2021', 11);
  const lying = onItsSide(tables('2021', figures)[1]!);
  const grids = await Promise.all([lying.slice(0, -2), lying.slice(-2)].map(gridOf));
  const [whole, ...others] = upright(grids, 'applications');
  expect(others).toEqual([]);
  expect(whole).toMatchObject({ rows: 26, columns: lying.length });
  const standing = await Promise.all(tables('2021', figures).map(gridOf));
  for (const table of ['disclosures', 'applications', 'disputes'] as const)
    expect(upright(standing, table)).toEqual(standing);
});

const gridOf = async (table: Cell[][]) => (await readDocument(sourceFile('a.html', htmlFile([table])))).grids[0]!;
