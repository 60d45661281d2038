import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../store/store.ts';

/** Nobody waits longer than this for a turn, in milliseconds: Slack's own 429 is obeyed in any case. */
const patience = 30_000;

/**
 * Waits for a turn to post in a channel. Time is cut into slots of `every` milliseconds, and one post goes into each,
 * whichever process it comes from: instances that share a store speak no faster together than one would.
 */
export async function takeTurn(store: Pick<Store, 'claim'>, channel: string, every: number): Promise<void> {
  const until = Date.now() + patience;
  while (every > 0 && Date.now() < until) {
    const slot = Math.floor(Date.now() / every);
    const free = await store.claim(`turn ${channel} ${slot}`, every * 3).catch(() => true);
    if (free) return;
    await pause((slot + 1) * every - Date.now());
  }
}
