import { randomUUID } from 'node:crypto';
import { Refusal } from './nouns.ts';

/** Where an interaction came from: what its trigger and its response address stand for. */
export interface Source {
  user: string;
  channel?: string;
  thread?: string;
  /** The message clicked in, and whether only `user` sees it. */
  original?: { ts: string; ephemeral: boolean };
  /** The modal clicked in. */
  view?: string;
}

/** Triggers open one modal within 3 s; response addresses take 5 answers within 30 min. Both are per start, in memory. */
export class Tickets {
  readonly #triggers = new Map<string, { source: Source; until: number; used: boolean }>();
  readonly #responses = new Map<string, { source: Source; until: number; left: number }>();

  trigger(source: Source): string {
    const id = `${Date.now()}.${randomUUID()}`;
    this.#triggers.set(id, { source, until: Date.now() + 3_000, used: false });
    forgetOldest(this.#triggers);
    return id;
  }

  useTrigger(id: string): Source {
    const known = this.#triggers.get(id);
    if (!known) throw new Refusal('invalid_trigger_id');
    if (known.used) throw new Refusal('exchanged_trigger_id');
    if (Date.now() > known.until) throw new Refusal('expired_trigger_id');
    known.used = true;
    return known.source;
  }

  /** The last part of a new response address. */
  response(source: Source): string {
    const id = randomUUID();
    this.#responses.set(id, { source, until: Date.now() + 30 * 60_000, left: 5 });
    forgetOldest(this.#responses);
    return id;
  }

  useResponse(id: string): Source | undefined {
    const known = this.#responses.get(id);
    if (!known || known.left === 0 || Date.now() > known.until) return;
    known.left--;
    return known.source;
  }
}

function forgetOldest(map: Map<string, unknown>): void {
  const [oldest] = map.keys();
  if (map.size > 2_000 && oldest !== undefined) map.delete(oldest);
}
