import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDocument } from '../../src/parsing/intake/read-document.ts';
import { sourceFile } from '../../src/parsing/intake/source-file.ts';
import { parseReport } from '../../src/parsing/parse-report.ts';
import type { Address, Report } from '../../src/report/report.ts';
import { launch, noBrowser } from '../browser/chromium.ts';
import {
  type Block,
  htmlFile,
  markdownFile,
  pageFile,
  printedFile,
  sheetFile,
  wordFile,
} from '../documents/report-files.ts';
import { seeded } from './tables/mishaps.ts';
import { type Cell, disputeTable, tablesOf } from './tables/printed-pages.ts';
import {
  addingFigures,
  distinctFigures,
  ending,
  type Figures,
  partsOf,
  preamble,
  titles,
} from './tables/printed-report.ts';

type Form = '2019' | '2021';

let browser: Browser | undefined;
beforeAll(async () => {
  if (!noBrowser) browser = await launch();
}, 60_000);
afterAll(() => browser?.close());

/** Every format as bytes, and how many numbers are struck in each: some cost more time than others. */
const formats: Record<string, { make(blocks: readonly Block[]): Buffer | Promise<Buffer>; times: number }> = {
  'web page': { make: (blocks) => htmlFile(blocks), times: 12 },
  Markdown: { make: markdownFile, times: 12 },
  Word: { make: wordFile, times: 6 },
  sheet: { make: sheetFile, times: 8 },
  'PDF with borders': { make: (blocks) => pageFile(blocks, 'ruled'), times: 8 },
  'PDF without borders': { make: (blocks) => pageFile(blocks, 'bare'), times: 8 },
  'PDF of a browser': { make: (blocks) => printedFile(blocks, browser!), times: 4 },
};

/** A whole report as paragraphs and tables; table 四 under its three rows of heads. */
function report(form: Form, figures: Figures): { blocks: Block[]; tables: Cell[][][] } {
  const parts = partsOf(form, figures);
  const [disclosures, applications] = tablesOf(parts);
  const disputes = disputeTable(parts);
  const tables = [disclosures, applications, disputes];
  const blocks: Block[] = [...preamble];
  tables.forEach((table, at) => {
    blocks.push(titles[at]!, table);
  });
  return { blocks: [...blocks, ...ending], tables };
}

async function read(blocks: readonly Block[], make: (blocks: readonly Block[]) => Buffer | Promise<Buffer>) {
  return parseReport(await readDocument(sourceFile('report', await make(blocks))));
}

const kinds = ['deleted', 'split by a blank', 'split into two cells', 'glued to the next', 'moved'] as const;

/** Does one thing to the number at a place of a table; `false` where it cannot be done there. */
function strike(
  tables: readonly Cell[][][],
  value: string,
  kind: (typeof kinds)[number],
  random: () => number,
): boolean {
  const row = tables.flat().find((cells) => cells.some(({ text }) => text === value))!;
  const at = row.findIndex(({ text }) => text === value);
  const own = row[at]!;
  const next = row[at + 1];
  if (kind === 'deleted') own.text = '';
  else if (kind === 'split by a blank') own.text = `${value.slice(0, 1)} ${value.slice(1)}`;
  else if (kind === 'split into two cells') {
    own.text = value.slice(0, 1);
    row.splice(at + 1, 0, { text: value.slice(1) });
  } else if (kind === 'glued to the next') {
    if (!next) return false;
    own.text += next.text;
    row.splice(at + 1, 1);
  } else {
    const others = tables
      .flat()
      .flatMap((cells) => (cells === row ? [] : cells.filter(({ text }) => /^\d+$/u.test(text))));
    const other = others[Math.floor(random() * others.length)]!;
    other.text = `${other.text} ${value}`;
    own.text = '';
  }
  return true;
}

/** Numbers that differ from what the report printed before the mishap and that nothing warns of. */
const silent = (read: Report, figures: Figures): string[] =>
  Object.entries(read.cells).flatMap(([address, { value, state, trust, raw }]) =>
    state === 'number' && trust !== 'low' && value !== Number(figures[address as Address])
      ? [`${address}: ${raw}, printed ${figures[address as Address]}`]
      : [],
  );

describe.each(
  Object.entries(formats).filter(([name]) => browser !== undefined || !noBrowser || !/browser/u.test(name)),
)('%s', (_, { make, times }) => {
  test.each(['2021', '2019'] as const)('every number of the form of %s is read', async (form) => {
    const figures = distinctFigures(form, 101);
    const found = await read(report(form, figures).blocks, make);
    const raw = Object.entries(found.cells).map(([address, cell]) => [address, cell.raw.trim()]);
    expect(Object.fromEntries(raw)).toEqual(figures);
  });

  test.each(kinds)('a number %s is absent or doubted, and no other is shifted', async (kind) => {
    const random = seeded(31);
    for (let time = 0; time < times; time++) {
      const form = time % 3 === 2 ? '2019' : '2021';
      const figures = (time % 2 === 0 ? distinctFigures : addingFigures)(form, 101);
      const addresses = Object.keys(figures) as Address[];
      const struck = addresses[Math.floor(random() * addresses.length)]!;
      const { blocks, tables } = report(form, figures);
      if (!strike(tables, figures[struck]!, kind, random)) continue;
      const found = await read(blocks, make);
      expect(silent(found, figures), struck).toEqual([]);
      const cell = found.cells[struck];
      expect(cell?.state === 'number' && cell.trust !== 'low', struck).toBe(false);
    }
  });
});
