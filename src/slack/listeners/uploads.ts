import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Desk } from '../desk.ts';
import type { Intake } from '../intake.ts';
import { givesRoster } from '../roster.ts';
import { uploadOf } from '../upload.ts';

const eventSchema = z.object({
  team_id: z.string().nullish(),
  event: z.looseObject({ type: z.literal('message'), user: z.string().nullish(), bot_id: z.string().nullish() }),
});

/**
 * A message with files is an upload, and stands in the store before its event is acknowledged: Bolt acknowledges events
 * before any listener runs, and what is lost after that Slack does not send again. Where the store fails nothing is
 * acknowledged. `file_shared`, which Slack sends too, is left alone: it comes for our own files as well.
 */
export function registerUploads(app: App, desk: Desk, intake: Intake): void {
  const processEvent = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    const upload = uploadIn(event.body, desk);
    if (upload) await intake.take(upload);
    await processEvent(event);
  };
}

function uploadIn(body: unknown, { self, now }: Desk) {
  const parsed = eventSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { event, team_id } = parsed.data;
  if (event.user === self.botUser || (self.bot && event.bot_id === self.bot)) return undefined;
  if (givesRoster(event, self.botUser)) return undefined;
  const receivedAt = now().toISOString();
  return uploadOf(event, { team: team_id ?? self.team, botUser: self.botUser, receivedAt });
}
