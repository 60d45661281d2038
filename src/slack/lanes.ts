import type Bottleneck from 'bottleneck';

/** How long a lane without work is kept, in milliseconds: longer than the pause that any of them keeps between two. */
const kept = 60_000;

/**
 * Lanes side by side, one limiter a key: a channel, a message, a thread. A lane is forgotten some time after its last
 * work is done; a group of Bottleneck's own would forget it by the clock alone, and later work would overtake what
 * still waits there.
 */
export class Lanes {
  readonly #lanes = new Map<string, Bottleneck>();

  constructor(private readonly open: () => Bottleneck) {}

  schedule<T>(key: string, work: () => Promise<T>): Promise<T> {
    return this.#lane(key).schedule(work);
  }

  all(): Bottleneck[] {
    return [...this.#lanes.values()];
  }

  /** What waits or is in work, in all lanes. */
  depth(): number {
    return this.all().reduce((sum, lane) => sum + busy(lane), 0);
  }

  #lane(key: string): Bottleneck {
    const known = this.#lanes.get(key);
    if (known) return known;
    const lane = this.open();
    this.#lanes.set(key, lane);
    let leaving: NodeJS.Timeout | undefined;
    lane.on('idle', () => {
      clearTimeout(leaving);
      leaving = setTimeout(() => !busy(lane) && this.#lanes.delete(key), kept).unref();
    });
    return lane;
  }
}

function busy(lane: Bottleneck): number {
  const { RECEIVED, QUEUED, RUNNING, EXECUTING } = lane.counts();
  return RECEIVED + QUEUED + RUNNING + EXECUTING;
}
