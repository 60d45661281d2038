import { expect, test } from 'vitest';
import { readDocument } from '../../../src/parsing/intake/read-document.ts';
import { sourceFile } from '../../../src/parsing/intake/source-file.ts';
import { parseReport } from '../../../src/parsing/parse-report.ts';
import {
  type Block,
  dashedFile,
  framedFile,
  htmlFile,
  markdownFile,
  pageFile,
  sheetFile,
  wordFile,
} from '../../documents/report-files.ts';
import { seeded } from '../tables/mishaps.ts';
import { disputeTable, tablesOf } from '../tables/printed-pages.ts';
import { ending, type Parts, preamble, titles } from '../tables/printed-report.ts';
import { said } from './flagged.ts';
import { figuresOf, kindAt, otherSeed, strikeAll, type Tally, times } from './strike-all.ts';

/** Every format as bytes. */
const formats: Record<string, (blocks: readonly Block[]) => Buffer | Promise<Buffer>> = {
  'web page file': (blocks) => htmlFile(blocks),
  'Markdown file': markdownFile,
  'Word file': wordFile,
  'sheet file': sheetFile,
  'PDF file with borders': (blocks) => pageFile(blocks, 'ruled'),
  'PDF file with borders around each cell': (blocks) => pageFile(blocks, 'boxed'),
  'PDF file without borders': (blocks) => pageFile(blocks, 'bare'),
  'PDF file without borders, printed from a sheet': (blocks) => pageFile(blocks, 'sheet'),
  'text file, columns set by blanks between rules': dashedFile,
  'text file, tables in a frame of signs': (blocks) => framedFile(blocks),
  'text file, tables in a frame of wide box characters': (blocks) => framedFile(blocks, true),
};

function blocksOf(parts: Parts): Block[] {
  const [disclosures, applications] = tablesOf(parts);
  const tables = [disclosures, applications, disputeTable(parts)];
  return [...preamble, ...tables.flatMap((table, at) => [titles[at]!, table]), ...ending];
}

test.each(Object.keys(formats))(
  '%s: a number deleted, split, glued or moved is doubted, absent, or named by what is found',
  async (name) => {
    const at = Object.keys(formats).indexOf(name);
    const read = async (parts: Parts) =>
      said(parseReport(await readDocument(sourceFile('report', await formats[name]!(blocksOf(parts))))));
    const random = seeded(53 + 100 * otherSeed);
    const tally: Tally = {};
    const silent: string[] = [];
    for (let time = 0; time < times; time++) {
      const form = (time + at) % 2 ? '2019' : '2021';
      silent.push(...(await strikeAll({ name, blanks: true, read }, form, kindAt(time * 3 + at), random, tally)));
    }
    if (process.env.GOVINFO_SLIPS) console.log(figuresOf(tally));
    expect(silent).toEqual([]);
  },
  3_600_000,
);
