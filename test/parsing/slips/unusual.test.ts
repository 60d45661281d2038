import { expect, test } from 'vitest';
import type { FormId } from '../../../src/report/forms/index.ts';
import { seeded } from '../tables/mishaps.ts';
import { figuresOf, kindAt, otherSeed, strikeAll, type Tally, times } from './strike-all.ts';
import { unusual } from './unusual.ts';
import { unusualFiles } from './unusual-files.ts';

const layouts = [...unusual, ...unusualFiles];

test.each(layouts)(
  '$name: a number deleted, split, glued or moved is doubted, absent, or named by what is found',
  async (layout) => {
    const at = layouts.indexOf(layout);
    const random = seeded(67 + at + 100 * otherSeed);
    const tally: Tally = {};
    const silent: string[] = [];
    for (const form of ['2021', '2019'] as FormId[])
      for (let time = 0; time < times; time++)
        silent.push(
          ...(await strikeAll(layout, form, kindAt(time + at * 2 + (form === '2019' ? 5 : 0)), random, tally)),
        );
    if (process.env.GOVINFO_SLIPS) console.log(figuresOf(tally));
    expect(silent).toEqual([]);
  },
  3_600_000,
);
