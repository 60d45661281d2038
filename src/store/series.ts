import type { Shelf } from './shelf.ts';

const step = 8;

/**
 * Things that only ever grow, numbered from 1 without gaps, each under a key of its own: `<key>/1`, `<key>/2` … Two
 * writers can never take the same number, and nothing is read, changed and written back.
 */
export class Series<T> {
  constructor(private readonly shelf: Shelf<T>) {}

  /** All of them in order; those after the first `from`. */
  async all(key: string, from = 0): Promise<T[]> {
    const found: T[] = [];
    for (;;) {
      const first = from + found.length + 1;
      const next = await this.shelf.getMany(Array.from({ length: step }, (_, i) => `${key}/${first + i}`));
      for (const value of next) {
        if (value === undefined) return found;
        found.push(value);
      }
    }
  }

  async at(key: string, number: number): Promise<T | undefined> {
    return this.shelf.get(`${key}/${number}`);
  }

  /** Writes number `number`; `false` where somebody else wrote it first. The one before it must be there. */
  async addAt(key: string, number: number, value: T): Promise<boolean> {
    return this.shelf.add(`${key}/${number}`, value);
  }

  /**
   * Adds at the end what `next` makes of those that are there. `next` is asked again when somebody else was quicker;
   * where it makes nothing, nothing is added.
   */
  async append(key: string, next: (soFar: readonly T[]) => T | undefined): Promise<{ added: boolean; all: T[] }> {
    const all = await this.all(key);
    for (;;) {
      const value = next(all);
      if (value === undefined) return { added: false, all };
      if (await this.addAt(key, all.length + 1, value)) return { added: true, all: [...all, value] };
      all.push(...(await this.all(key, all.length)));
    }
  }
}
