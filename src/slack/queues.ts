import { WebAPIRateLimitedError } from '@slack/web-api';
import Bottleneck from 'bottleneck';
import { Lanes } from './lanes.ts';

/** How fast we may speak; the defaults keep to Slack's published limits with room to spare. */
export interface Pace {
  /** Milliseconds between posts to one channel. */
  post: number;
  /** Milliseconds between edits of one message. */
  edit: number;
}

export interface Queues {
  /** One post at a time in a channel, in order. */
  post<T>(channel: string, send: () => Promise<T>): Promise<T>;
  /** Only the newest state of a message is sent; earlier ones that still wait are forgotten. */
  edit(message: string, send: () => Promise<void>): Promise<void>;
  react<T>(send: () => Promise<T>): Promise<T>;
  unreact<T>(send: () => Promise<T>): Promise<T>;
  files<T>(send: () => Promise<T>): Promise<T>;
  read<T>(send: () => Promise<T>): Promise<T>;
  /** Posts and edits that wait or run. */
  depth(): number;
  /** Takes no edits and no signs any more; those that wait are put at the next start. */
  leave(): void;
  /** Takes nothing new, and lets what waits be said. */
  drain(): Promise<void>;
}

/** A bucket that starts full and regains one token every `every` milliseconds. */
const bucket = (size: number, every: number, maxConcurrent: number | null = null): Bottleneck.ConstructorOptions => ({
  maxConcurrent,
  reservoir: size,
  reservoirIncreaseAmount: 1,
  reservoirIncreaseInterval: every,
  reservoirIncreaseMaximum: size,
});

export const usualPace: Pace = { post: 1100, edit: 3000 };

export function createQueues(pace: Pace = usualPace): Queues {
  const team = obeying(new Bottleneck(bucket(60, 1000, 4)));
  const edits = obeying(new Bottleneck(bucket(45, 1334, 2)));
  const reactions = obeying(new Bottleneck(bucket(40, 1500)));
  const removals = obeying(new Bottleneck(bucket(15, 4000)));
  const files = obeying(new Bottleneck(bucket(80, 750, 3)));
  const reads = obeying(new Bottleneck(bucket(40, 1500)));
  const lanes = (minTime: number, next: Bottleneck) =>
    new Lanes(() => obeying(new Bottleneck({ maxConcurrent: 1, minTime })).chain(next));
  const posts = lanes(pace.post, team);
  const editsByMessage = lanes(pace.edit, edits);
  const newest = new Map<string, { send: () => Promise<void>; done: Promise<void> }>();

  return {
    post: (channel, send) => posts.schedule(channel, send),
    edit(message, send) {
      const waiting = newest.get(message);
      if (waiting) {
        waiting.send = send;
        return waiting.done;
      }
      const done = editsByMessage.schedule(message, async () => {
        const latest = newest.get(message);
        newest.delete(message);
        await latest?.send();
      });
      newest.set(message, { send, done });
      return done;
    },
    react: (send) => reactions.schedule(send),
    unreact: (send) => removals.schedule(send),
    files: (send) => files.schedule(send),
    read: (send) => reads.schedule(send),
    depth: () => posts.depth() + editsByMessage.depth(),
    leave() {
      for (const limiter of [edits, reactions, removals, ...editsByMessage.all()])
        limiter.stop({ dropWaitingJobs: true }).catch(() => undefined);
    },
    async drain() {
      await Promise.all([...posts.all(), files, reads].map((limiter) => limiter.stop({ dropWaitingJobs: false })));
      await team.stop({ dropWaitingJobs: false });
    },
  };
}

/** A limiter that waits as long as Slack's 429 says and tries again, five times. */
function obeying(limiter: Bottleneck): Bottleneck {
  limiter.on('failed', (error, { retryCount }) =>
    error instanceof WebAPIRateLimitedError && retryCount < 5 ? error.retryAfter * 1000 + 50 : undefined,
  );
  return limiter;
}
