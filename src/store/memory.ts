import { randomUUID } from 'node:crypto';
import type { Shelf } from './shelf.ts';

/** How long a copy is believed while the mark is settled; milliseconds. Only two faults at once could make it wrong. */
const oldest = 3_600_000;
/** And while a writer is at work, or died at it. */
const oldestUnsettled = 5_000;
/** Begins the mark of a namespace that is being written. */
const unsettled = '~';

interface Copy<T> {
  generation: string | undefined;
  readAt: number;
  rows: Promise<readonly T[]>;
}

/**
 * Copies of whole namespaces in memory. A writer marks the namespace as unsettled, writes, and leaves a new random
 * mark; a reader reads the mark first, so a copy can be newer than its mark but never older, and a copy whose mark
 * still stands needs no second look.
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
    const limit = generation?.startsWith(unsettled) ? oldestUnsettled : oldest;
    if (known && known.generation === generation && Date.now() - known.readAt < limit) return known.rows;
    const copy = { generation, readAt: Date.now(), rows: this.load(name) };
    this.copies.set(name, copy);
    copy.rows.catch(() => this.copies.get(name) === copy && this.copies.delete(name));
    return copy.rows;
  }

  /** Writes to the namespace, and tells every process before and after. */
  async changed<R>(name: string, write: () => Promise<R>): Promise<R> {
    await this.generations.set(name, unsettled + randomUUID());
    const written = await write();
    await this.generations.set(name, randomUUID());
    return written;
  }
}
