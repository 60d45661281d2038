import type { App } from '@slack/bolt';
import { z } from 'zod';
import { hasSettings, settingsOf } from '../../casework/settings.ts';
import { welcomeMessage } from '../../views/welcome.ts';
import { noteJoined } from '../channels-read.ts';
import type { Desk } from '../desk.ts';

const greetedSchema = z.object({ at: z.string() });

/** Says once in a channel what we are there for; and notices who came, for what a private channel's members may see. */
export function registerMembership(app: App, desk: Desk): void {
  app.event('member_joined_channel', async ({ event: { user, channel, event_ts, inviter } }) => {
    desk.channels.forget(channel);
    if (user !== desk.self.botUser) return;
    await noteJoined(desk, channel, event_ts);
    const greeted = desk.store.collection('greeted', greetedSchema);
    if (!(await greeted.add(`${desk.self.team}/${channel}`, { at: desk.now().toISOString() }))) return;
    const { locale } = (await hasSettings(desk.store, channel))
      ? await settingsOf(desk.store, channel)
      : inviter
        ? await desk.people.get(inviter)
        : { locale: 'zh' as const };
    await desk.courier.post({ channel }, welcomeMessage(locale), { mark: `welcome ${channel}` });
  });
}
