import { expect, test } from 'vitest';
import { parseReport } from '../../../src/parsing/parse-report.ts';
import { readText } from '../../../src/parsing/readers/text.ts';
import type { FormId } from '../../../src/report/forms/index.ts';
import { seeded } from '../tables/mishaps.ts';
import { pages } from '../tables/printed-pages.ts';
import { ending, type Layout, type Parts, partsOf, preamble, layouts as printed } from '../tables/printed-report.ts';
import { said } from './flagged.ts';
import { pick, slips, slotsOf } from './slips.ts';
import { truths } from './truths.ts';
import { silentIn } from './unseen.ts';

/** How many numbers are struck in each way, layout and form: more for a long look, with figures of each kind of report. */
const times = Number(process.env.GOVINFO_SLIPS ?? 1);
const layouts = [...printed, ...pages];

const print = (parts: Parts, layout: Layout): string => {
  const frame = layout.frame ?? ((before, tables, after) => [...before, tables, ...after].join('\n'));
  return frame(preamble, layout.print(parts), ending);
};
const read = (text: string, layout: Layout) =>
  said(parseReport(layout.document?.(text) ?? readText(Buffer.from(text))));

const kinds = Object.entries(truths);
const tally: Record<string, number> = {};

test.each(layouts)(
  '$name: a number deleted, split, glued or moved is doubted, absent, or named by what is found',
  (layout) => {
    const random = seeded(41 + layouts.indexOf(layout));
    const silent: string[] = [];
    for (const form of ['2021', '2019'] as FormId[])
      for (let time = 0; time < times * 2; time++) {
        const [kind, make] = kinds[(time + layouts.indexOf(layout) * 2 + (form === '2019' ? 5 : 0)) % kinds.length]!;
        const figures = make(form, random);
        const before = read(print(partsOf(form, figures), layout), layout);
        for (const [slip, strike] of Object.entries(slips)) {
          const parts = partsOf(form, figures);
          const slots = slotsOf(form, parts);
          const own = pick(slots, random);
          if (!own || !strike(own, slots, random)) continue;
          const after = read(print(parts, layout), layout);
          tally[`${layout.name} × ${slip}`] = (tally[`${layout.name} × ${slip}`] ?? 0) + 1;
          for (const { address, as } of silentIn({ figures, slots, layout, before, after })) {
            if (as !== undefined) tally[as] = (tally[as] ?? 0) + 1;
            else
              silent.push(
                `${form}, ${kind}, ${own.address} ${slip}: ${address} meant '${figures[address]}', read '${after.report.cells[address]?.raw}'`,
              );
          }
        }
      }
    expect(silent).toEqual([]);
  },
  600_000,
);

if (process.env.GOVINFO_SLIPS)
  test('figures', () => {
    console.log(JSON.stringify(tally, null, 1));
  });
