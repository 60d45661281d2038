import { z } from 'zod';
import type { Desk } from './desk.ts';
import type { Intake } from './intake.ts';
import { type Upload, uploadOf } from './upload.ts';

/** How far a channel has been read: the timestamp of the newest upload taken in, and of the day we were invited. */
const readSchema = z.object({ ts: z.string(), from: z.string().optional() });
const read = ({ store }: Desk) => store.collection('channels-read', readSchema);

/** How far behind the newest upload an earlier one may have been lost. */
const overlap = 24 * 3600;

/** Remembers that a channel has uploads, and how far it has been read. */
export async function noteRead(desk: Desk, { channel, ts }: Pick<Upload, 'channel' | 'ts'>): Promise<void> {
  const known = await read(desk).get(channel);
  if (!known || Number(known.ts) < Number(ts)) await read(desk).set(channel, { ...known, ts });
}

/** Remembers a channel that we were invited to, so that its very first upload is missed no more than a later one. */
export async function noteJoined(desk: Desk, channel: string, ts: string): Promise<void> {
  await read(desk).set(channel, { ts, from: ts });
}

/**
 * Takes in what was dropped while nobody listened: the messages of every known channel since a day before the last
 * upload, but none from before we were invited. What is known already is let pass. A channel that cannot be read is
 * logged and left.
 */
export async function sweep(desk: Desk, intake: Intake): Promise<void> {
  for await (const [channel, { ts, from = '0' }] of read(desk).entries()) {
    try {
      await sweepChannel(desk, intake, channel, String(Math.max(Number(from), Number(ts) - overlap)));
    } catch (error) {
      desk.log.warn({ err: error, channel }, 'channel not swept');
    }
  }
}

async function sweepChannel(desk: Desk, intake: Intake, channel: string, oldest: string): Promise<void> {
  const { team, botUser, bot } = desk.self;
  let cursor: string | undefined;
  do {
    const page = await desk.queues.read(() =>
      desk.clients.bulk.conversations.history({ channel, oldest, limit: 200, ...(cursor && { cursor }) }),
    );
    for (const message of page.messages?.toReversed() ?? []) {
      if (message.user === botUser || (bot && message.bot_id === bot)) continue;
      const upload = uploadOf({ ...message, channel }, { team, botUser, receivedAt: desk.now().toISOString() });
      if (upload) await intake.take(upload);
    }
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
}
