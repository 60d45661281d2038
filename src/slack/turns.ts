import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../store/store.ts';

/** Nobody waits longer than this for a turn, in milliseconds: Slack's own 429 is obeyed in any case. */
const patience = 30_000;

/** How often something may be done by all instances together: `places` times in every window of `every` milliseconds. */
export interface Rate {
  every: number;
  places?: number;
}

/** What the instances together may do in the whole workspace, below Slack's limits per method. */
export const shared = {
  post: { every: 60_000, places: 240 },
  edit: { every: 60_000, places: 45 },
  react: { every: 60_000, places: 45 },
} as const satisfies Record<string, Rate>;

/**
 * Turns that processes take through the store they share, so that together they speak no faster than one would. Time is
 * cut into windows, each with so many places; who finds them all taken waits for the next window.
 */
export class Turns {
  /** By name: the window we are in, and the first place there that we have not seen taken. */
  readonly #seen = new Map<string, { window: number; place: number }>();

  constructor(readonly store: Pick<Store, 'claim'>) {}

  async take(name: string, { every, places = 1 }: Rate): Promise<void> {
    const until = Date.now() + patience;
    while (every > 0 && Date.now() < until) {
      const window = Math.floor(Date.now() / every);
      if (await this.#claim(name, window, every, places)) return;
      await pause(Math.min((window + 1) * every, until) - Date.now());
    }
  }

  async #claim(name: string, window: number, every: number, places: number): Promise<boolean> {
    const known = this.#seen.get(name);
    const seen = known?.window === window ? known : { window, place: 0 };
    this.#seen.set(name, seen);
    while (seen.place < places) {
      const place = seen.place++;
      // Where the store is away a message goes out all the same.
      const free = await this.store.claim(`turn ${name} ${window} ${place}`, every * 3).catch(() => true);
      if (free) return true;
    }
    return false;
  }
}
