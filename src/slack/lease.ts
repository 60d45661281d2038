import type { Store } from '../store/store.ts';

/** The work was done, or somebody else is at it. */
export type Leased = 'done' | 'taken';

/** The process stood still for so long that its lease ran out: somebody else may be at the work, so it ends here. */
export class LeaseLapsed extends Error {
  override name = 'LeaseLapsed';

  /** Throws where a lease that was held is held no more. */
  static unless(alive: (() => boolean) | undefined): void {
    if (alive && !alive()) throw new LeaseLapsed('the lease of this work ran out');
  }
}

/**
 * Does a piece of work that no other process is doing. Time is cut into slots; whoever works holds the present slot and
 * the one after it, so a process that dies blocks the work for two slots at most. The work asks `alive` before whatever
 * cannot be undone: once a slot was missed the lease is lost for good.
 */
export async function underLease(
  store: Pick<Store, 'claim' | 'release'>,
  name: string,
  work: (alive: () => boolean) => Promise<void>,
  { slot = 10_000, now = Date.now }: { slot?: number; now?: () => number } = {},
): Promise<Leased> {
  const key = (ahead: number) => `lease ${name} ${Math.floor(now() / slot) + ahead}`;
  const held = new Set<string>();
  const hold = async (ahead: number) => {
    const name = key(ahead);
    if (held.has(name)) return true;
    if (!(await store.claim(name, slot * 3))) return false;
    held.add(name);
    return true;
  };
  if (!(await hold(0))) return 'taken';
  await hold(1);
  let lapsed = false;
  const alive = () => {
    lapsed ||= !held.has(key(0));
    return !lapsed;
  };
  const heart = setInterval(() => alive() && void hold(1).catch(() => undefined), slot / 3);
  try {
    await work(alive);
    return 'done';
  } finally {
    clearInterval(heart);
    await Promise.all([...held].map((name) => store.release(name)));
  }
}
