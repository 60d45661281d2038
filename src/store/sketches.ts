import { z } from 'zod';
import { sketchOf } from '../report/likeness.ts';
import type { Report } from '../report/report.ts';
import type { Backend } from './backend.ts';
import type { CaseRef } from './case-store.ts';
import { keyPart } from './keys.ts';
import { Memory } from './memory.ts';
import { Shelf } from './shelf.ts';

/** Sketches of sections one and five of a bureau's report: `k` its key, `s` their least hashes. */
const sketchSchema = z.object({ k: z.string(), s: z.array(z.number().int()) });
type Sketch = z.infer<typeof sketchSchema>;

/** A twin shares some twenty of its hashes, an unrelated report one or two by its stock sentences. */
const fewest = 3;
const candidatesAtMost = 5;

/** What the texts of a year are like, so that a twin is found without opening every report. */
export class Sketches {
  private readonly shelves = new Map<number, Shelf<Sketch>>();
  private readonly years: Memory<readonly Sketch[]>;

  constructor(
    private readonly backend: Backend,
    generations: Shelf<string>,
  ) {
    this.years = new Memory(generations, async (name) => {
      const sketches: Sketch[] = [];
      for await (const [, sketch] of this.of(Number(name.slice('sketches-'.length))).entries()) sketches.push(sketch);
      return sketches;
    });
  }

  /** Notes what a report's text is like. */
  async keep({ bureauKey, year }: CaseRef, report: Report): Promise<void> {
    const s = hashesOf(report);
    const shelf = this.of(year);
    const known = await shelf.get(keyPart(bureauKey));
    if (known ? known.s.join() === s.join() : !s.length) return;
    await this.years.changed(`sketches-${year}`, () => shelf.set(keyPart(bureauKey), { k: bureauKey, s }));
  }

  /** Bureaus whose text of that year shares most with a report's, the likeliest first. */
  async like({ bureauKey, year }: CaseRef, report: Report): Promise<string[]> {
    const own = new Set(hashesOf(report));
    if (!own.size) return [];
    return (await this.years.of(`sketches-${year}`))
      .filter(({ k }) => k !== bureauKey)
      .map(({ k, s }) => ({ k, shared: s.filter((hash) => own.has(hash)).length }))
      .filter(({ shared }) => shared >= fewest)
      .sort((a, b) => b.shared - a.shared)
      .slice(0, candidatesAtMost)
      .map(({ k }) => k);
  }

  private of(year: number): Shelf<Sketch> {
    const known = this.shelves.get(year);
    if (known) return known;
    const name = `sketches-${year}`;
    const shelf = new Shelf(name, this.backend.namespace(name), sketchSchema);
    this.shelves.set(year, shelf);
    return shelf;
  }
}

const hashesOf = (report: Report): number[] => [...sketchOf(report, 'overview'), ...sketchOf(report, 'problems')];
