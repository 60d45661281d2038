import { expect, test } from 'vitest';
import { readDocument } from '../../../src/parsing/intake/read-document.ts';
import { sourceFile } from '../../../src/parsing/intake/source-file.ts';
import { parseReport } from '../../../src/parsing/parse-report.ts';
import { type Block, htmlFile, markdownFile, pageFile, sheetFile, wordFile } from '../../documents/report-files.ts';
import { seeded } from '../tables/mishaps.ts';
import { disputeTable, tablesOf } from '../tables/printed-pages.ts';
import { ending, type Parts, partsOf, preamble, titles } from '../tables/printed-report.ts';
import { said } from './flagged.ts';
import { pick, slips, slotsOf } from './slips.ts';
import { truths } from './truths.ts';
import { silentIn } from './unseen.ts';

/** Every format as bytes. */
const formats: Record<string, (blocks: readonly Block[]) => Buffer | Promise<Buffer>> = {
  'web page file': (blocks) => htmlFile(blocks),
  'Markdown file': markdownFile,
  'Word file': wordFile,
  'sheet file': sheetFile,
  'PDF file with borders': (blocks) => pageFile(blocks, true),
  'PDF file without borders': (blocks) => pageFile(blocks, false),
};

function blocksOf(parts: Parts): Block[] {
  const [disclosures, applications] = tablesOf(parts);
  const tables = [disclosures, applications, disputeTable(parts)];
  return [...preamble, ...tables.flatMap((table, at) => [titles[at]!, table]), ...ending];
}

const times = Number(process.env.GOVINFO_SLIPS ?? 1);
const kinds = Object.entries(truths);

test.each(Object.keys(formats))(
  '%s: a number deleted, split, glued or moved is doubted, absent, or named by what is found',
  async (name) => {
    const read = async (parts: Parts) =>
      said(parseReport(await readDocument(sourceFile('report', await formats[name]!(blocksOf(parts))))));
    const random = seeded(53);
    const silent: string[] = [];
    let cases = 0;
    for (let time = 0; time < times; time++) {
      const form = (time + Object.keys(formats).indexOf(name)) % 2 ? '2019' : '2021';
      const [kind, make] = kinds[(time * 3 + Object.keys(formats).indexOf(name)) % kinds.length]!;
      const figures = make(form, random);
      const before = await read(partsOf(form, figures));
      for (const [slip, strike] of Object.entries(slips)) {
        const parts = partsOf(form, figures);
        const slots = slotsOf(form, parts);
        const own = pick(slots, random);
        if (!own || !strike(own, slots, random)) continue;
        cases++;
        const after = await read(parts);
        for (const { address, as } of silentIn({ figures, slots, layout: { name, blanks: true }, before, after }))
          if (as === undefined) {
            const row = slots.filter(({ list }) => list === slots.find((slot) => slot.address === address)!.list);
            silent.push(
              `${form}, ${kind}, ${own.address} ${slip}: ${address} meant '${figures[address]}', read '${after.report.cells[address]?.raw}' in ${row[0]!.list.join('|')} of ${row.map((slot) => figures[slot.address]).join('|')}`,
            );
          }
      }
    }
    if (process.env.GOVINFO_SLIPS) console.log(name, cases, silent.length);
    expect(silent).toEqual([]);
  },
  600_000,
);
