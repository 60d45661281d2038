import { WebAPIPlatformError } from '@slack/web-api';
import type { Origin } from '../store/store.ts';
import type { Clients } from './clients.ts';
import type { Queues } from './queues.ts';

export interface Channel {
  kind: 'public' | 'private' | 'person';
  /** Shared with another organisation. */
  shared: boolean;
}

const fiveMinutes = 5 * 60_000;

/** What the channels are, who is in them, and where their messages are; asked at most every five minutes each. */
export class Channels {
  readonly #kinds = new Map<string, { value: Promise<Channel>; until: number }>();
  readonly #links = new Map<string, { value: Promise<string | undefined>; until: number }>();
  readonly #members = new Map<string, { value: Promise<ReadonlySet<string>>; until: number }>();

  constructor(
    readonly clients: Clients,
    readonly queues: Queues,
    readonly now: () => number,
  ) {}

  get(channel: string): Promise<Channel> {
    return this.#cached(this.#kinds, channel, async () => {
      const { channel: found } = await this.queues.read(() => this.clients.bulk.conversations.info({ channel }));
      const kind = found?.is_im ? 'person' : found?.is_private || found?.is_mpim ? 'private' : 'public';
      return { kind, shared: !!(found?.is_ext_shared || found?.is_pending_ext_shared) };
    });
  }

  /** Everybody in a channel; nobody, where we may not look. */
  members(channel: string): Promise<ReadonlySet<string>> {
    return this.#cached(this.#members, channel, async () => {
      const members = new Set<string>();
      let cursor: string | undefined;
      do {
        const page = await this.queues
          .read(() => this.clients.bulk.conversations.members({ channel, limit: 999, ...(cursor && { cursor }) }))
          .catch((error: unknown) => {
            if (error instanceof WebAPIPlatformError) return undefined;
            throw error;
          });
        for (const member of page?.members ?? []) members.add(member);
        cursor = page?.response_metadata?.next_cursor || undefined;
      } while (cursor);
      return members;
    });
  }

  /** Where a report from this message belongs: public channels to all, private ones to their members, a DM to one. */
  async scopeOf(channel: string): Promise<Origin['scope']> {
    const { kind } = await this.get(channel);
    return kind === 'public' ? 'workspace' : kind === 'private' ? 'channel' : 'person';
  }

  /** Where a message can be looked at; nothing where Slack does not tell. */
  linkTo(channel: string, ts: string): Promise<string | undefined> {
    return this.#cached(this.#links, `${channel}/${ts}`, async () => {
      const link = await this.queues.read(() => this.clients.bulk.chat.getPermalink({ channel, message_ts: ts }));
      return link.permalink;
    }).catch(() => undefined);
  }

  /** Forgets who is in a channel, for when somebody came or went. */
  forget(channel: string): void {
    this.#members.delete(channel);
    this.#kinds.delete(channel);
  }

  #cached<T>(cache: Map<string, { value: Promise<T>; until: number }>, key: string, ask: () => Promise<T>): Promise<T> {
    const known = cache.get(key);
    if (known && known.until > this.now()) return known.value;
    if (cache.size >= 2000) cache.clear();
    const value = ask();
    cache.set(key, { value, until: this.now() + fiveMinutes });
    value.catch(() => cache.delete(key));
    return value;
  }
}
