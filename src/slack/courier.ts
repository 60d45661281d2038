import { setTimeout as pause } from 'node:timers/promises';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Message, MessageFile } from '../views/message.ts';
import type { Clients } from './clients.ts';
import type { Doubtful, Doubts } from './doubts.ts';
import { fateOf } from './fate.ts';
import { Ladder, type Rung } from './ladder.ts';
import { LeaseLapsed } from './lease.ts';
import { marked } from './mark.ts';
import type { Queues } from './queues.ts';
import type { Spoken } from './spoken.ts';
import type { MessageAt, Spot } from './spot.ts';

/** How a message is looked for whose answer was lost; tests shorten the waits. */
export interface Patience {
  /**
   * The waits between looks, in milliseconds, before it is said again: so long together as a late request may still be
   * carried out. Where Slack answered that something broke, the first is enough.
   */
  looks: readonly number[];
  /** How long after saying it again we look whether the first arrived after all. */
  twins: readonly number[];
}

export const usualPatience: Patience = { looks: [2000, 3000, 5000], twins: [30_000, 180_000] };

/** How far Slack's clock may be behind ours, and how far back what an earlier process said in a channel is looked for; ms. */
const clocks = 300_000;
const day = 24 * 3600 * 1000;

const unchangeable = ['message_not_found', 'cant_update_message', 'channel_not_found', 'is_archived'];

interface Post {
  /** Names the message for ever. */
  mark: string;
  /** Whether an earlier try may have arrived. */
  again?: boolean;
  /** Whether the work is still ours. */
  alive?: (() => boolean) | undefined;
}

/** Everything that leaves for Slack on our own account goes through here: in order, at Slack's pace, once. */
export class Courier {
  readonly #ladder = new Ladder();

  constructor(
    readonly clients: Clients,
    readonly queues: Queues,
    readonly spoken: Spoken,
    readonly doubts: Doubts,
    readonly looks: readonly number[],
    /** Waits until a post to this channel, an edit or a sign keeps to the pace of all instances together. */
    readonly turn: (deed: 'post' | 'edit' | 'react', channel: string) => Promise<void> = async () => undefined,
  ) {}

  /**
   * Posts a message and returns its timestamp. Where it is not known whether an earlier try arrived (`again`, or an
   * answer that was lost), its mark is looked for before it is said again; should a lost one turn up later still, one of
   * the two is taken away. Throws `LeaseLapsed`, and says nothing, where `alive` tells when its turn comes that the work
   * is somebody else's by now.
   */
  async post(to: Spot, message: Message, options: Post): Promise<string> {
    const ts = await this.#say(to, message, options);
    await this.attach(to, message.files ?? []);
    return ts;
  }

  async #say(to: Spot, message: Message, { mark, again = false, alive }: Post): Promise<string> {
    const doubt: Doubtful = { to, mark, since: Date.now() - (again ? day : clocks) };
    let unsure = again;
    for (let tries = 0; ; tries++) {
      try {
        return await this.#ladder.climb('message', message, (rung) => this.#send(rung, doubt, { unsure, alive }));
      } catch (error) {
        const fate = fateOf(error);
        if (fate === 'refused' || tries >= 3) throw error;
        unsure ||= fate !== 'unsent';
        const looks = fate === 'lost' ? this.looks : this.looks.slice(0, 1);
        const earlier = await this.#await(doubt, looks);
        if (earlier) return earlier;
      }
    }
  }

  /** Looks for a message from time to time. What a failed look did not tell, the one before saying it again will. */
  async #await(doubt: Doubtful, looks: readonly number[]): Promise<string | undefined> {
    for (const wait of looks) {
      await pause(wait);
      const earlier = await this.#earlier(doubt).catch(() => undefined);
      if (earlier) return earlier;
    }
    return undefined;
  }

  /** The message that an earlier try has left; should there be two, one will go. */
  async #earlier(doubt: Doubtful): Promise<string | undefined> {
    const [earlier, ...twins] = await this.spoken.find(doubt.to, doubt.mark, doubt.since);
    if (earlier) await (twins.length ? this.doubts.open(doubt, earlier) : this.doubts.know(doubt, earlier));
    return earlier;
  }

  #send(rung: Rung, doubt: Doubtful, { unsure, alive }: { unsure: boolean; alive: Post['alive'] }): Promise<string> {
    const { to, mark } = doubt;
    return this.queues.post(to.channel, async () => {
      await this.turn('post', to.channel);
      LeaseLapsed.unless(alive);
      if (unsure) {
        // Looked for only now, as what waited in the queue before us may have said it.
        const earlier = await this.#earlier(doubt);
        if (earlier) return earlier;
        await this.doubts.open(doubt);
        LeaseLapsed.unless(alive);
      }
      const { ts } = await this.clients.post.chat.postMessage({
        channel: to.channel,
        ...(to.thread && { thread_ts: to.thread }),
        ...marked(rung, mark),
        unfurl_links: false,
        unfurl_media: false,
      });
      if (unsure) await this.doubts.know(doubt, ts!);
      return ts!;
    });
  }

  /**
   * Brings a message up to date. `render` is asked when its turn comes, so that only the newest state is sent; a message
   * that is gone, or may be changed no more, is as good as up to date.
   */
  edit(at: MessageAt, render: () => Promise<Message>, mark: string): Promise<void> {
    return this.queues.edit(`${at.channel}/${at.ts}`, async () => {
      await this.turn('edit', at.channel);
      const message = await render();
      await tolerating(unchangeable, () =>
        this.#ladder.climb('message', message, (rung) =>
          this.clients.post.chat.update({ channel: at.channel, ts: at.ts, ...marked(rung, mark) }),
        ),
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

async function tolerating(codes: readonly string[], call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError) || !codes.includes(error.data.error)) throw error;
  }
}
