import type { App, BlockAction, MessageShortcut } from '@slack/bolt';
import { z } from 'zod';
import { changeRoster, undoRoster } from '../../casework/roster.ts';
import { settingsOf } from '../../casework/settings.ts';
import { actionIds } from '../../views/actions.ts';
import { momentText } from '../../views/report/decided.ts';
import { rosterBack, rosterKept } from '../../views/roster.ts';
import { say } from '../../views/words/say.ts';
import type { Desk } from '../desk.ts';
import { officeOf } from '../office.ts';
import { tellingOnFailure } from '../question.ts';
import { draftOf, givesRoster, proposeRoster } from '../roster.ts';
import { slackFileSchema } from '../upload.ts';
import { chosenIn, named, placeOf } from './buttons.ts';

const day = 24 * 3600 * 1000;

const messageSchema = z.object({
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().nullish(),
  user: z.string(),
  files: z.array(slackFileSchema).min(1),
});

/** The message that 用作应报名单 was chosen on. */
const shortcutSchema = messageSchema.pick({ ts: true, thread_ts: true, files: true });

/** 名单: a list of bureaus, dropped with that word to us, read back, and kept when somebody says so. */
export function registerRosters(app: App, desk: Desk): void {
  app.event('message', async ({ event }) => {
    if (!givesRoster(event, desk.self.botUser)) return;
    const message = messageSchema.safeParse(event);
    if (!message.success) return;
    const { channel, ts, thread_ts, user, files } = message.data;
    if (!(await desk.store.claim(`roster ${channel} ${ts}`, day))) return;
    const thread = thread_ts ?? ts;
    await tellingOnFailure(desk, { user, channel, thread }, undefined, async () => {
      const { locale } = await settingsOf(desk.store, channel);
      const proposal = await proposeRoster(desk, files[0]!, { user, channel, locale });
      await desk.courier.post({ channel, thread }, proposal, { mark: `roster ${channel} ${ts}` });
    });
  });

  app.shortcut<MessageShortcut>({ type: 'message_action', callback_id: 'take_roster' }, async (args) => {
    const { ack, shortcut, respond } = args;
    await ack();
    const [user, channel] = [shortcut.user.id, shortcut.channel.id];
    await tellingOnFailure(desk, { user, channel }, respond, async () => {
      const { locale } = await desk.people.get(user);
      const message = shortcutSchema.safeParse(shortcut.message);
      if (!message.success) {
        const text = say(locale, 'shortcut.noFile');
        await respond({ text, response_type: 'ephemeral', replace_original: false });
        return;
      }
      const { ts, thread_ts, files } = message.data;
      const language = (await settingsOf(desk.store, channel)).locale;
      const proposal = await proposeRoster(desk, files[0]!, { user, channel, locale: language });
      const mark = `roster ${channel} ${ts} ${shortcut.action_ts}`;
      await desk.courier.post({ channel, thread: thread_ts ?? ts }, proposal, { mark });
      const text = say(locale, 'roster.inThread');
      await respond({ text, response_type: 'ephemeral', replace_original: false });
    });
  });

  for (const [action, how] of [
    [actionIds.rosterReplace, 'replace'],
    [actionIds.rosterAdd, 'add'],
  ] as const)
    app.action<BlockAction>(named(action), async ({ ack, body, respond }) => {
      await ack();
      const place = placeOf(body);
      await tellingOnFailure(desk, place, respond, async () => {
        const { user: by, channel } = place;
        const draft = await draftOf(desk, chosenIn(body));
        const { roster, change } = await changeRoster(
          officeOf(desk),
          { by, channel, team: desk.self.team },
          draft,
          how,
        );
        const { name: who } = await desk.people.get(by);
        const { locale } = await settingsOf(desk.store, channel);
        const kept = rosterKept({ names: roster.names.length, who, when: momentText(roster.at), change }, locale);
        await desk.courier.respond(kept, (rung) => respond({ ...rung, replace_original: true }));
      });
    });

  app.action<BlockAction>(named(actionIds.rosterUndo), async ({ ack, body, respond }) => {
    await ack();
    const place = placeOf(body);
    await tellingOnFailure(desk, place, respond, async () => {
      const { user: by, channel } = place;
      await undoRoster(officeOf(desk), { by, channel, team: desk.self.team }, chosenIn(body));
      const { name: who } = await desk.people.get(by);
      const { locale } = await settingsOf(desk.store, channel);
      const back = rosterBack({ who, when: momentText(desk.now().toISOString()) }, locale);
      await desk.courier.respond(back, (rung) => respond({ ...rung, replace_original: true }));
    });
  });
}
