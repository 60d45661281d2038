import { expect, test } from 'vitest';
import { parseReport } from '../../../src/parsing/parse-report.ts';
import { readText } from '../../../src/parsing/readers/text.ts';
import { seeded } from '../tables/mishaps.ts';
import { pages } from '../tables/printed-pages.ts';
import { ending, type Layout, type Parts, preamble, layouts as printed } from '../tables/printed-report.ts';
import { said } from './flagged.ts';
import { figuresOf, kindAt, otherSeed, strikeAll, type Tally, times } from './strike-all.ts';

const layouts = [...printed, ...pages];

const print = (parts: Parts, layout: Layout): string => {
  const frame = layout.frame ?? ((before, tables, after) => [...before, tables, ...after].join('\n'));
  return frame(preamble, layout.print(parts), ending);
};
const read = (text: string, layout: Layout) =>
  said(parseReport(layout.document?.(text) ?? readText(Buffer.from(text))));

const tally: Tally = {};

test.each(layouts)(
  '$name: a number deleted, split, glued or moved is doubted, absent, or named by what is found',
  async (layout) => {
    const at = layouts.indexOf(layout);
    const random = seeded(41 + at + 100 * otherSeed);
    const { name, blanks } = layout;
    const silent: string[] = [];
    for (const form of ['2021', '2019', 'mixed'] as const)
      for (let time = 0; time < times * (form === 'mixed' ? 1 : 2); time++) {
        const kind = kindAt(time + at * 2 + (form === '2019' ? 5 : 0));
        const own = { name, blanks, read: (parts: Parts) => read(print(parts, layout), layout) };
        silent.push(...(await strikeAll(own, form, kind, random, tally)));
      }
    expect(silent).toEqual([]);
  },
  3_600_000,
);

if (process.env.GOVINFO_SLIPS)
  test('figures', () => {
    console.log(figuresOf(tally));
  });
