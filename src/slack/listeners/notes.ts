import type { App } from '@slack/bolt';
import { z } from 'zod';
import { forgetNote, keepNote, numberSpokenOf } from '../../casework/notes.ts';
import type { Desk } from '../desk.ts';
import { officeOf } from '../office.ts';
import { tellingOnFailure } from '../question.ts';

const replySchema = z.object({
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string(),
  user: z.string(),
  text: z.string(),
  subtype: z.undefined().optional(),
  bot_id: z.undefined().optional(),
});
const changedSchema = z.object({
  subtype: z.literal('message_changed'),
  channel: z.string(),
  message: replySchema.omit({ channel: true }),
});
const deletedSchema = z.object({ subtype: z.literal('message_deleted'), channel: z.string(), deleted_ts: z.string() });

/** Replies that begin with `#2` are kept with that issue and marked 📝; nothing else that people write is looked at. */
export function registerNotes(app: App, desk: Desk): void {
  const office = officeOf(desk);
  app.event('message', async ({ event }) => {
    const reply = replySchema.safeParse(event);
    if (reply.success && numberSpokenOf(reply.data.text) !== undefined) await keep(reply.data);
    const changed = changedSchema.safeParse(event);
    if (changed.success) await keep({ ...changed.data.message, channel: changed.data.channel });
    const deleted = deletedSchema.safeParse(event);
    if (deleted.success) await forgetNote(office, { channel: deleted.data.channel, ts: deleted.data.deleted_ts });
  });

  async function keep({ channel, ts, thread_ts: thread, user, text }: z.infer<typeof replySchema>): Promise<void> {
    await tellingOnFailure(desk, { user, channel, thread }, undefined, async () => {
      if (await keepNote(office, { channel, ts, thread, by: user, text }))
        await desk.courier.react({ channel, ts }, 'memo');
    });
  }
}
