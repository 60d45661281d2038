import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type KnownBlock, WebAPIHTTPError, WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';
import type { Message, MessageFile } from '../views/message.ts';
import type { Clients } from './clients.ts';
import { Ladder, type Rung } from './ladder.ts';
import { LeaseLapsed } from './lease.ts';
import type { Log } from './log.ts';
import type { Queues } from './queues.ts';

/** A channel, or a thread in it. */
export interface Spot {
  channel: string;
  thread?: string;
}

/** One message by its place. */
export interface MessageAt {
  channel: string;
  ts: string;
}

/** A request that got no answer may still be carried out: so long we wait before we look whether it was. */
const settling = 2000;
/** And so long after saying it again we look whether the first arrived after all; milliseconds both. */
const lateArrival = 30_000;

/** Everything that leaves for Slack on our own account goes through here: in order, at Slack's pace, once. */
export class Courier {
  readonly #ladder = new Ladder();

  constructor(
    readonly clients: Clients,
    readonly queues: Queues,
    readonly log: Log,
    /** Waits until a post to this channel, an edit or a sign keeps to the pace of all instances together. */
    readonly turn: (deed: 'post' | 'edit' | 'react', channel: string) => Promise<void> = async () => undefined,
  ) {}

  /**
   * Posts a message and returns its timestamp. `mark` names it for ever: when it is not known whether an earlier try
   * arrived (`again`, or an answer that was lost), the thread is searched for the mark first, so nothing is said twice;
   * should the lost one turn up later still, the second is taken away again. Throws `LeaseLapsed`, and says nothing, where
   * `alive` tells when its turn comes that the work is somebody else's by now.
   */
  async post(
    to: Spot,
    message: Message,
    { mark, again = false, alive }: { mark: string; again?: boolean; alive?: (() => boolean) | undefined },
  ): Promise<string> {
    let look = again;
    for (let tries = 0; ; tries++) {
      if (tries) await pause(settling);
      const [earlier] = look ? await this.#find(to, mark) : [];
      if (earlier) return earlier;
      try {
        const ts = await this.#ladder.climb('message', message, (rung) => this.#send(to, rung, mark, alive));
        await this.attach(to, message.files ?? []);
        if (tries) setTimeout(() => this.#tidy(to, mark, ts), lateArrival).unref();
        return ts;
      } catch (error) {
        if (!mayHaveArrived(error) || tries >= 3) throw error;
        look = true;
      }
    }
  }

  #send(to: Spot, rung: Rung, mark: string, alive?: () => boolean): Promise<string> {
    return this.queues.post(to.channel, async () => {
      await this.turn('post', to.channel);
      LeaseLapsed.unless(alive);
      const { ts } = await this.clients.post.chat.postMessage({
        channel: to.channel,
        ...(to.thread && { thread_ts: to.thread }),
        ...marked(rung, mark),
        unfurl_links: false,
        unfurl_media: false,
      });
      return ts!;
    });
  }

  /** The timestamps of the messages in this thread that carry our mark, oldest first; none outside of threads. */
  async #find({ channel, thread }: Spot, mark: string): Promise<string[]> {
    const found: string[] = [];
    if (!thread) return found;
    let cursor: string | undefined;
    do {
      const page = await this.queues.read(() =>
        this.clients.bulk.conversations.replies({ channel, ts: thread, limit: 200, ...(cursor && { cursor }) }),
      );
      for (const { ts, blocks } of page.messages ?? [])
        if (ts && blocks?.some(({ block_id }) => block_id?.startsWith(tag(mark)))) found.push(ts);
      cursor = page.response_metadata?.next_cursor || undefined;
    } while (cursor);
    return found;
  }

  /** Takes away what was said a second time, but for the message that is known as ours. */
  async #tidy(to: Spot, mark: string, known: string): Promise<void> {
    try {
      for (const ts of await this.#find(to, mark))
        if (ts !== known) await this.clients.post.chat.delete({ channel: to.channel, ts });
    } catch (error) {
      this.log.warn({ err: error }, 'a message may stand there twice');
    }
  }

  /** Brings a message up to date. `render` is asked when its turn comes, so that only the newest state is sent. */
  edit(at: MessageAt, render: () => Promise<Message>, mark: string): Promise<void> {
    return this.queues.edit(`${at.channel}/${at.ts}`, async () => {
      await this.turn('edit', at.channel);
      await this.#ladder.climb('message', await render(), (rung) =>
        this.clients.post.chat.update({ channel: at.channel, ts: at.ts, ...marked(rung, mark) }),
      );
    });
  }

  /** Takes a message of ours away; one that is gone already is as good. */
  async remove({ channel, ts }: MessageAt): Promise<void> {
    await this.queues.post(channel, () =>
      tolerating(['message_not_found'], () => this.clients.post.chat.delete({ channel, ts })),
    );
  }

  /** Puts a sign under a message; one that is there already is as good. */
  async react(at: MessageAt, name: string): Promise<void> {
    await this.queues.react(async () => {
      await this.turn('react', at.channel);
      await tolerating(['already_reacted', 'message_not_found'], () =>
        this.clients.fast.reactions.add({ channel: at.channel, timestamp: at.ts, name }),
      );
    });
  }

  async unreact(at: MessageAt, name: string): Promise<void> {
    await this.queues.unreact(() =>
      tolerating(['no_reaction', 'message_not_found'], () =>
        this.clients.fast.reactions.remove({ channel: at.channel, timestamp: at.ts, name }),
      ),
    );
  }

  /** Tells one person something in a channel that nobody else sees. Not queued: somebody is waiting. */
  async whisper(to: Spot & { user: string }, message: Message): Promise<void> {
    await this.#ladder.climb('ephemeral', message, (rung) =>
      this.clients.fast.chat.postEphemeral({
        channel: to.channel,
        user: to.user,
        ...(to.thread && { thread_ts: to.thread }),
        ...rung,
      }),
    );
  }

  /** Answers through a response address, in the richest form that it takes. */
  respond(message: Message, send: (rung: Rung) => Promise<unknown>): Promise<unknown> {
    return this.#ladder.climb('response', message, send);
  }

  /** Uploads files into a channel or thread, together: one message holds them all. */
  async attach(to: Spot, files: readonly MessageFile[]): Promise<void> {
    if (!files.length) return;
    const words = files.flatMap(({ altText }) => altText ?? []).join('\n');
    await this.queues.files(() =>
      this.clients.bulk.filesUploadV2({
        channel_id: to.channel,
        ...(to.thread ? { thread_ts: to.thread } : {}),
        ...(words && { initial_comment: words }),
        file_uploads: files.map(({ name, bytes }) => ({ filename: name, file: Buffer.from(bytes) })),
      } as Parameters<typeof this.clients.bulk.filesUploadV2>[0]),
    );
  }
}

const tag = (mark: string): string => `g-${createHash('sha256').update(mark).digest('hex').slice(0, 20)}-`;

/** The mark stands in the first block's id, with something new behind it as Slack wants for every update. */
function marked({ text, blocks }: Rung, mark: string): { text: string; blocks?: KnownBlock[] } {
  if (!blocks) return { text };
  const [first, ...others] = blocks;
  return { text, blocks: [{ ...first!, block_id: tag(mark) + Date.now().toString(36) }, ...others] };
}

/** Whether Slack may have taken a request although no answer came back. */
const mayHaveArrived = (error: unknown): boolean =>
  error instanceof WebAPIRequestError || (error instanceof WebAPIHTTPError && error.statusCode >= 500);

async function tolerating(codes: string[], call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError) || !codes.includes(error.data.error)) throw error;
  }
}
