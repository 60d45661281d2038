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
  read: Promise<T>;
}

/**
 * Copies of whole namespaces in memory. A writer marks the namespace as unsettled, writes, and leaves a new random
 * mark; a reader reads the mark first, so a copy can be newer than its mark but never older, and a copy whose mark
 * still stands needs no second look. While one writer of a process is at work, none of its others calls it settled.
 */
export class Memory<T> {
  private readonly copies = new Map<string, Copy<T>>();
  private readonly writers = new Map<string, number>();

  constructor(
    private readonly generations: Shelf<string>,
    private readonly load: (name: string, mark: string | undefined) => Promise<T>,
  ) {}

  async of(name: string): Promise<T> {
    return (await this.copy(name)).read;
  }

  /** A copy and the mark it was read under; `undefined` while somebody writes. */
  async settled(name: string): Promise<{ mark: string; copy: T } | undefined> {
    const { generation, read } = await this.copy(name);
    return generation === undefined || generation.startsWith(unsettled)
      ? undefined
      : { mark: generation, copy: await read };
  }

  /** Names of the namespaces that were read. */
  names(): string[] {
    return [...this.copies.keys()];
  }

  /** Writes to the namespace, and tells every process before and after. */
  async changed<R>(name: string, write: () => Promise<R>): Promise<R> {
    const others = () => this.writers.get(name) ?? 0;
    this.writers.set(name, others() + 1);
    try {
      await this.generations.set(name, unsettled + randomUUID());
      const written = await write();
      await this.generations.set(name, (others() > 1 ? unsettled : '') + randomUUID());
      return written;
    } finally {
      this.writers.set(name, others() - 1);
    }
  }

  private async copy(name: string): Promise<Copy<T>> {
    const generation = await this.generations.get(name);
    const known = this.copies.get(name);
    const limit = generation?.startsWith(unsettled) ? oldestUnsettled : oldest;
    if (known && known.generation === generation && Date.now() - known.readAt < limit) return known;
    const copy = { generation, readAt: Date.now(), read: this.load(name, generation) };
    this.copies.set(name, copy);
    copy.read.catch(() => this.copies.get(name) === copy && this.copies.delete(name));
    return copy;
  }
}
