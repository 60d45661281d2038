import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Collection } from '../store/store.ts';
import { remembered } from './progress.ts';

/** What may not say yet what stands in the store: the replies to a report, a batch's message, the sign under an upload. */
const subjectSchema = z.union([
  z.object({ bureauKey: z.string(), year: z.number().int() }),
  z.object({ batch: z.string() }),
  z.object({ upload: z.string() }),
]);
export type Subject = z.infer<typeof subjectSchema>;

export const outdatedSchema = z.object({ subject: subjectSchema, since: z.number(), call: z.string() });
type Row = z.infer<typeof outdatedSchema>;

const keyOf = (subject: Subject) =>
  'bureauKey' in subject ? `report ${subject.bureauKey}/${subject.year}` : Object.entries(subject).flat().join(' ');

/** Work on one subject; whoever calls for it meanwhile has it done once more. */
interface InHand {
  call: string;
  again: boolean;
  done: Promise<void>;
}

/**
 * Sees to what is outdated. It is written down first: an edit may wait for minutes, and whoever takes it up after this
 * process finds it.
 */
export class Outdated {
  readonly #inHand = new Map<string, InHand>();

  constructor(
    private readonly rows: Collection<Row>,
    private readonly now: () => number,
  ) {}

  /** It stands in the store when this resolves, and is crossed off before `done` does. */
  async bringUpToDate(subject: Subject, edit: () => Promise<void>): Promise<{ done: Promise<void> }> {
    const key = keyOf(subject);
    const call = randomUUID();
    await this.rows.set(key, { subject, since: this.now(), call }, remembered);
    const known = this.#inHand.get(key);
    if (known) {
      Object.assign(known, { call, again: true });
      return known;
    }
    const inHand: InHand = { call, again: true, done: Promise.resolve() };
    this.#inHand.set(key, inHand);
    inHand.done = this.#work(key, inHand, edit);
    return inHand;
  }

  /** What earlier runs and other processes left behind longer than `age` milliseconds ago, and what failed here. */
  async *left(age: number): AsyncGenerator<Subject> {
    const before = this.now() - age;
    for await (const [key, { subject, since }] of this.rows.entries())
      if (since <= before && !this.#inHand.has(key)) yield subject;
  }

  async #work(key: string, inHand: InHand, edit: () => Promise<void>): Promise<void> {
    try {
      while (inHand.again) {
        inHand.again = false;
        await edit();
      }
    } finally {
      this.#inHand.delete(key);
    }
    if ((await this.rows.get(key))?.call === inHand.call) await this.rows.delete(key);
  }
}
