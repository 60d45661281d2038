import { expect, test } from 'vitest';
import { readDocument } from '../../src/parsing/intake/read-document.ts';
import { sourceFile } from '../../src/parsing/intake/source-file.ts';
import { parseReport } from '../../src/parsing/parse-report.ts';
import type { Address } from '../../src/report/forms/index.ts';
import { type PdfPage, pdfFile } from '../documents/pdf.ts';
import { type Block, pagesOf } from '../documents/report-files.ts';
import { disputeTable, tablesOf } from './tables/printed-pages.ts';
import { distinctFigures, ending, partsOf, preamble, titles } from './tables/printed-report.ts';

const figures = distinctFigures('2021', 101);
const parts = partsOf('2021', figures);
const [disclosures, applications] = tablesOf(parts);
const tables = [disclosures, applications, disputeTable(parts)];
const blocks: Block[] = [...preamble, ...tables.flatMap((table, at) => [titles[at]!, table]), ...ending];

/** The report with what the page does to one of its numbers. */
async function read(address: Address, ruled: boolean, change: (text: Text) => Partial<Text>) {
  const pages: PdfPage[] = pagesOf(blocks, ruled ? 'ruled' : 'bare');
  const own = pages.flatMap(({ texts = [] }) => texts).filter(({ text }) => text === figures[address]);
  expect(own).toHaveLength(1);
  Object.assign(own[0]!, change(own[0]!));
  return parseReport(await readDocument(sourceFile('report', pdfFile(pages))));
}
type Text = NonNullable<PdfPage['texts']>[number];

/** A box over what a text shows. */
const over = ({ x, y, text }: Text, colour: string, width = text.length * 3.5) =>
  `${colour} ${x - 1} ${842 - y - 2} ${width + 2} 9 re f 0 g`;
const all = Object.keys(figures) as Address[];
/** One number of each table. */
const cells = ['disclosures', 'applications', 'disputes'].map(
  (table) => all.filter((one) => one.startsWith(table))[5]!,
);

/** Kinds of hiding, and what is said of the cell: in one word what is read, and how sure that is. */
const kinds: Record<string, [change: (text: Text) => Partial<Text>, said: RegExp]> = {
  'as it is': [() => ({}), /^number (?:high|medium)$/],
  white: [() => ({ before: '1 g', after: '0 g' }), /^blank/],
  'painted white': [(text) => ({ after: over(text, '1 g') }), /^blank/],
  'painted black': [(text) => ({ after: over(text, '0 g') }), /^unreadable|^blank low/],
  'half painted white': [(text) => ({ after: over(text, '1 g', 2) }), /^number low$/],
  pale: [() => ({ before: '0.85 g', after: '0 g' }), /^number low$/],
};

test.each(Object.entries(kinds))('a number of each table, %s', async (_, [change, said]) => {
  for (const ruled of [true, false])
    for (const address of cells) {
      const cell = (await read(address, ruled, change)).cells[address]!;
      expect(`${cell.state} ${cell.trust}`, `${address}, ${ruled ? 'with' : 'without'} borders`).toMatch(said);
    }
});

test('a number too many left or right of the page puts its row in doubt, and no other', async () => {
  const row = all.slice(0, 3);
  const next = all.slice(3, 6);
  for (const look of ['ruled', 'bare'] as const)
    for (const x of [-30, 620]) {
      const pages = pagesOf(blocks, look);
      const { texts } = pages[0]!;
      texts.push({ ...texts.find(({ text }) => text === figures[row[0]!])!, text: '36', x });
      const { cells } = parseReport(await readDocument(sourceFile('report', pdfFile(pages))));
      for (const own of row) expect(cells[own], own).toMatchObject({ value: Number(figures[own]), trust: 'low' });
      for (const other of next) expect(cells[other]!.trust, other).not.toBe('low');
    }
});

test('a digit that is drawn as a shape is unreadable, and its row is read all the same', async () => {
  const address = cells[1]!;
  const shape = ({ x, y }: Text) => `${x} ${842 - y} m ${x + 4} ${844 - y} ${x + 6} ${846 - y} ${x + 4} ${848 - y} c f`;
  const report = await read(address, true, (text) => ({ text: '', after: shape(text) }));
  expect(report.cells[address]).toMatchObject({ value: null, state: 'unreadable', raw: '〔图〕' });
  const total = address.replace(/\w+$/, 'total') as Address;
  expect(report.cells[total]!.value).toBe(Number(figures[total]));
});
