import { type HowFar, noteJoined, read } from './channels-read.ts';
import type { Desk } from './desk.ts';
import type { Intake } from './intake.ts';
import { uploadOf } from './upload.ts';

/** How far behind the newest upload an earlier one may have been lost; seconds, as all times here. */
const day = 24 * 3600;
/** How old a thread may be in which a file is looked for, and how far we look back behind the last time we did. */
const week = 7 * day;
const quarter = 900;

/**
 * Takes in what was dropped while nobody listened: the messages of every channel we are in since a day before its last
 * upload, but none from before we were invited, and the replies of its threads of the last week. What is known already is
 * let pass. A channel that cannot be read is logged and left.
 */
export async function sweep(desk: Desk, intake: Intake): Promise<void> {
  await noteUnknown(desk).catch((error: unknown) => desk.log.warn({ err: error }, 'channels not listed'));
  for await (const [channel, known] of read(desk).entries()) {
    const began = String(desk.now().getTime() / 1000);
    try {
      await sweepChannel(desk, intake, channel, known);
      const now = await read(desk).get(channel);
      if (now) await read(desk).set(channel, { ...now, threads: began });
    } catch (error) {
      desk.log.warn({ err: error, channel }, 'channel not swept');
    }
  }
}

/** Channels that we are in and know nothing of: the invitation came while nobody listened. Its message says when. */
async function noteUnknown(desk: Desk): Promise<void> {
  const { clients, queues, self } = desk;
  for (const channel of await ours(desk)) {
    if (await read(desk).get(channel)) continue;
    const { messages = [] } = await queues.read(() => clients.bulk.conversations.history({ channel, limit: 200 }));
    const invited = messages.find(({ subtype, user }) => subtype === 'channel_join' && user === self.botUser);
    await noteJoined(desk, channel, invited?.ts ?? String(desk.now().getTime() / 1000));
  }
}

/** Ids of the channels that we are in. */
async function ours({ clients, queues }: Desk): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await queues.read(() =>
      clients.bulk.users.conversations({
        types: 'public_channel,private_channel',
        exclude_archived: true,
        limit: 200,
        ...(cursor && { cursor }),
      }),
    );
    ids.push(...(page.channels ?? []).flatMap(({ id }) => id ?? []));
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return ids;
}

async function sweepChannel(
  desk: Desk,
  intake: Intake,
  channel: string,
  { ts, from = '0', threads }: HowFar,
): Promise<void> {
  const { bulk } = desk.clients;
  const since = Math.max(Number(from), Number(ts) - day);
  const repliesSince = Math.max(Number(from), threads ? Number(threads) - quarter : since);
  const roots = await all(desk, (cursor) =>
    bulk.conversations.history({
      channel,
      oldest: String(Math.max(Number(from), since - week)),
      limit: 200,
      ...cursor,
    }),
  );
  for (const root of roots.toReversed()) {
    if (Number(root.ts) > since) await takeIn(desk, intake, channel, root);
    if (!root.latest_reply || Number(root.latest_reply) <= repliesSince) continue;
    const replies = await all(desk, (cursor) =>
      bulk.conversations.replies({ channel, ts: root.ts!, oldest: String(repliesSince), limit: 200, ...cursor }),
    );
    for (const reply of replies) if (reply.ts !== root.ts) await takeIn(desk, intake, channel, reply);
  }
}

/** What we look at in a listed message; its files are looked at by `uploadOf`. */
interface Listed {
  ts?: string;
  user?: string;
  bot_id?: string;
  subtype?: string;
  latest_reply?: string;
}

interface Page {
  messages?: Listed[];
  response_metadata?: { next_cursor?: string };
}

/** The messages of all pages. */
async function all({ queues }: Desk, ask: (cursor: { cursor?: string }) => Promise<Page>): Promise<Listed[]> {
  const messages: Listed[] = [];
  let cursor: string | undefined;
  do {
    const page = await queues.read(() => ask(cursor ? { cursor } : {}));
    messages.push(...(page.messages ?? []));
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return messages;
}

async function takeIn(desk: Desk, intake: Intake, channel: string, message: Listed): Promise<void> {
  const { team, botUser, bot } = desk.self;
  if (message.user === botUser || (bot && message.bot_id === bot)) return;
  const upload = uploadOf({ ...message, channel }, { team, botUser, receivedAt: desk.now().toISOString() });
  if (upload) await intake.take(upload);
}
