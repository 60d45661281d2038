import type { Clients } from './clients.ts';
import { carries, type Listed } from './mark.ts';
import type { Queues } from './queues.ts';
import type { Spot } from './spot.ts';

interface Page {
  messages?: (Listed & { ts?: string; user?: string; bot_id?: string })[];
  response_metadata?: { next_cursor?: string };
}

/** What we have said, as Slack itself tells it. */
export class Spoken {
  constructor(
    readonly clients: Clients,
    readonly queues: Queues,
    readonly self: { botUser: string; bot: string | undefined },
  ) {}

  /**
   * The timestamps of our messages that carry the mark, oldest first: in a thread of all of it, in a channel of what was
   * said since then (milliseconds since 1970).
   */
  async find({ channel, thread }: Spot, mark: string, since: number): Promise<string[]> {
    const { conversations } = this.clients.bulk;
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const where = { channel, limit: 200, include_all_metadata: true, ...(cursor && { cursor }) };
      const page: Page = await this.queues.read(() =>
        thread
          ? conversations.replies({ ...where, ts: thread })
          : conversations.history({ ...where, oldest: String(since / 1000) }),
      );
      for (const message of page.messages ?? [])
        if (message.ts && this.#isOurs(message) && carries(message, mark)) found.push(message.ts);
      cursor = page.response_metadata?.next_cursor || undefined;
    } while (cursor);
    return found.sort((a, b) => Number(a) - Number(b));
  }

  /** Takes a message back; one that is gone already is as good. */
  async takeBack(channel: string, ts: string): Promise<void> {
    await this.queues.post(channel, () => this.clients.post.chat.delete({ channel, ts }));
  }

  #isOurs({ user, bot_id }: { user?: string; bot_id?: string }): boolean {
    return user === this.self.botUser || (!!bot_id && bot_id === this.self.bot);
  }
}
