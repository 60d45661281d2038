import type { FormId } from '../../../src/report/forms/index.ts';
import { type Figures, type Layout, type Parts, partsOf } from '../tables/printed-report.ts';
import type { Said } from './flagged.ts';
import { pick, type Slot, slips, slotsOf } from './slips.ts';
import { truths } from './truths.ts';
import { silentIn } from './unseen.ts';

/** How many reports are struck in each layout: more for a long look, and other ones by another seed. */
export const times = Number(process.env.GOVINFO_SLIPS ?? 1);
export const otherSeed = Number(process.env.GOVINFO_SLIPS_SEED ?? 0);

/** A way of printing the three tables, with what is said of the file. */
export interface Printed extends Pick<Layout, 'name' | 'blanks'> {
  read(parts: Parts): Said | Promise<Said>;
}

/** How many numbers were struck, by slip, and how many cells read otherwise where nobody can see it, by why. */
export type Tally = Record<string, number>;

/**
 * Strikes one number of a report in every way. Gives each cell that then reads otherwise without a word of it, in words
 * for people.
 */
export async function strikeAll(
  layout: Printed,
  form: FormId | 'mixed',
  kind: keyof typeof truths,
  random: () => number,
  tally: Tally = {},
): Promise<string[]> {
  const figures = figuresIn(form, kind, random);
  const before = await layout.read(partsIn(form, figures));
  const silent: string[] = [];
  const count = (words: string): void => {
    tally[words] = (tally[words] ?? 0) + 1;
  };
  for (const [slip, strike] of Object.entries(slips)) {
    const parts = partsIn(form, figures);
    const slots = slotsIn(form, parts);
    const own = pick(slots, random);
    if (!own || !strike(own, slots, random)) continue;
    const after = await layout.read(parts);
    count(`${layout.name} × ${slip}`);
    for (const { address, as } of silentIn({ figures, slots, layout, before, after })) {
      if (as !== undefined) {
        count(as);
        continue;
      }
      const { list } = slots.find((slot) => slot.address === address)!;
      const row = slots.filter((slot) => slot.list === list).map((slot) => figures[slot.address]);
      silent.push(
        `${form}, ${kind}, ${own.address} ${slip}: ${address} meant '${figures[address]}', read '${after.report.cells[address]?.raw}' in ${list.join('|')} of ${row.join('|')}`,
      );
    }
  }
  return silent;
}

/** The kind of report that is struck at one time: all kinds in turn, beginning with another one in each layout. */
export const kindAt = (turn: number): string => Object.keys(truths)[turn % Object.keys(truths).length]!;

/** A tally for people: how many numbers were struck, and the cells that nobody can see, by why. */
export function figuresOf(tally: Tally): string {
  const struck = Object.entries(tally).filter(([words]) => words.includes(' × '));
  const cases = struck.reduce((sum, [, count]) => sum + count, 0);
  const unseen = Object.entries(tally).filter(([words]) => !words.includes(' × '));
  return [`${cases} cases`, ...unseen.map(([words, count]) => `${count} × ${words}`)].join('\n');
}

const ofTable2 = (address: string): boolean => address.startsWith('disclosures.');

/** Of a report that mixes forms, table 二 is in that of 2019 and the others are in that of 2021. */
function figuresIn(form: FormId | 'mixed', kind: string, random: () => number): Figures {
  if (form !== 'mixed') return truths[kind]!(form, random);
  const [old, now] = [truths[kind]!('2019', random), truths[kind]!('2021', random)];
  return Object.fromEntries([
    ...Object.entries(old).filter(([address]) => ofTable2(address)),
    ...Object.entries(now).filter(([address]) => !ofTable2(address)),
  ]);
}

const partsIn = (form: FormId | 'mixed', figures: Figures): Parts =>
  form === 'mixed' ? { ...partsOf('2021', figures), blocks: partsOf('2019', figures).blocks } : partsOf(form, figures);

function slotsIn(form: FormId | 'mixed', parts: Parts): Slot[] {
  if (form !== 'mixed') return slotsOf(form, parts);
  const own = { ...partsOf('2021', {}), rows: parts.rows, disputes: parts.disputes };
  const old = { ...partsOf('2019', {}), blocks: parts.blocks };
  return [
    ...slotsOf('2019', old).filter(({ address }) => ofTable2(address)),
    ...slotsOf('2021', own).filter(({ address }) => !ofTable2(address)),
  ];
}
