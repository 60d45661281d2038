import { randomUUID } from 'node:crypto';
import type { Shelf } from './shelf.ts';

/** How long a copy in memory is believed, should a writer have died between its row and its generation. */
const oldest = 60_000;

interface Copy<T> {
  generation: string | undefined;
  readAt: number;
  rows: readonly T[];
}

/**
 * Copies of whole namespaces in memory. A writer writes its row and then a new random generation; a reader reads the
 * generation first, so a copy can be newer than its mark but never older.
 */
export class Memory<T> {
  private readonly copies = new Map<string, Copy<T>>();

  constructor(
    private readonly generations: Shelf<string>,
    private readonly load: (name: string) => Promise<readonly T[]>,
  ) {}

  async rows(name: string): Promise<readonly T[]> {
    const generation = await this.generations.get(name);
    const known = this.copies.get(name);
    if (known && known.generation === generation && Date.now() - known.readAt < oldest) return known.rows;
    const copy = { generation, readAt: Date.now(), rows: await this.load(name) };
    this.copies.set(name, copy);
    return copy.rows;
  }

  /** Tells every process that the namespace was written. */
  async changed(name: string): Promise<void> {
    await this.generations.set(name, randomUUID());
  }
}
