import { WebAPIPlatformError } from '@slack/web-api';
import { z } from 'zod';
import type { Collection } from '../store/store.ts';
import type { Log } from './log.ts';
import type { Spoken } from './spoken.ts';
import type { Spot } from './spot.ts';

/** A message that was said while nobody knew whether an earlier try had arrived. */
export const doubtSchema = z.object({
  channel: z.string(),
  thread: z.string().optional(),
  mark: z.string(),
  /** When it was first tried, and when it was said again; milliseconds since 1970. */
  since: z.number(),
  at: z.number(),
  /** The one that we remember as ours: it stays. Unknown where the process died before it heard. */
  ts: z.string().optional(),
});
type Doubt = z.infer<typeof doubtSchema>;

/** Which message is in doubt. */
export interface Doubtful {
  to: Spot;
  mark: string;
  /** From when on it may have been said, in milliseconds since 1970. */
  since: number;
}

/** A doubt that nobody could settle is forgotten after a day. */
const kept = 24 * 3600 * 1000;

/**
 * Sees to it that of a message that was said twice one remains. A doubt stands in the store before the message is said
 * again, so that it is settled even where this process dies: some time later the place is looked through once more, and
 * what carries the same mark beside the message that we remember is taken back.
 */
export class Doubts {
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(
    readonly rows: Collection<Doubt>,
    readonly spoken: Spoken,
    readonly log: Log,
    /** How long after saying it again we look, in milliseconds, one look after the other. */
    readonly looks: readonly number[],
    readonly now: () => number,
  ) {}

  /** To be called before a message is said although an earlier try may have arrived, or may do so still. */
  async open({ to: { channel, thread }, mark, since }: Doubtful, ts?: string): Promise<void> {
    const doubt: Doubt = { channel, ...(thread && { thread }), mark, since, at: this.now(), ...(ts && { ts }) };
    await this.rows.set(keyOf(doubt), doubt, kept);
    this.#lookLater(doubt);
  }

  /** Tells which message is the one that we remember; does nothing where there was no doubt. */
  async know({ to, mark }: Doubtful, ts: string): Promise<void> {
    const key = keyOf({ ...to, mark });
    const doubt = await this.rows.get(key);
    if (doubt) await this.rows.set(key, { ...doubt, ts }, kept);
  }

  /** Takes up the doubts of processes that died; worth calling at the start and from time to time. */
  async takeUp(): Promise<void> {
    const last = Math.max(...this.looks);
    for await (const [key, { at }] of this.rows.entries()) if (at + last < this.now()) await this.#settle(key, at);
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #lookLater(doubt: Doubt): void {
    const last = Math.max(...this.looks);
    for (const wait of this.looks) {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        this.#settle(keyOf(doubt), wait === last ? doubt.at : undefined).catch((error: unknown) =>
          this.log.warn(
            { err: error, channel: doubt.channel },
            'a message may stand there twice: looked for again later',
          ),
        );
      }, wait).unref();
      this.#timers.add(timer);
    }
  }

  /** Looks once; `last` names the saying after which there will be no other look. */
  async #settle(key: string, last?: number): Promise<void> {
    const doubt = await this.rows.get(key);
    if (!doubt) return;
    const { channel, thread, mark, since } = doubt;
    const found = await this.spoken.find({ channel, ...(thread && { thread }) }, mark, since);
    const ours = doubt.ts && found.includes(doubt.ts) ? doubt.ts : found[0];
    for (const ts of found) if (ts !== ours) await this.#takeBack(channel, ts);
    if (doubt.at === last) await this.rows.delete(key);
  }

  async #takeBack(channel: string, ts: string): Promise<void> {
    try {
      await this.spoken.takeBack(channel, ts);
      this.log.info({ channel, ts }, 'a message that stood there twice was taken back');
    } catch (error) {
      if (!(error instanceof WebAPIPlatformError) || error.data.error !== 'message_not_found') throw error;
    }
  }
}

const keyOf = ({ channel, thread = '', mark }: Spot & { mark: string }): string => `${channel}/${thread}/${mark}`;
