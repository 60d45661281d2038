import { z } from 'zod';
import type { Desk } from './desk.ts';
import type { Upload } from './upload.ts';

/**
 * How far a channel has been read, in timestamps: of the newest upload taken in, of the day we were invited, and of the
 * time up to which its threads were looked through.
 */
const readSchema = z.object({ ts: z.string(), from: z.string().optional(), threads: z.string().optional() });
export type HowFar = z.infer<typeof readSchema>;

export const read = ({ store }: Desk) => store.collection('channels-read', readSchema);

/** Remembers that a channel has uploads, and how far it has been read. */
export async function noteRead(desk: Desk, { channel, ts }: Pick<Upload, 'channel' | 'ts'>): Promise<void> {
  const known = await read(desk).get(channel);
  if (!known || Number(known.ts) < Number(ts)) await read(desk).set(channel, { ...known, ts });
}

/** Remembers a channel that we were invited to, so that its very first upload is missed no more than a later one. */
export async function noteJoined(desk: Desk, channel: string, ts: string): Promise<void> {
  await read(desk).set(channel, { ts, from: ts });
}
