import type { App } from '@slack/bolt';
import { z } from 'zod';
import { settingsOffer } from '../../views/settings-form.ts';
import type { Desk } from '../desk.ts';
import { answerPrivately, answerPublicly, type Question, tellingOnFailure } from '../question.ts';
import { switchAsSaid } from '../switch-check.ts';
import { doAsSaid } from '../thread-deed.ts';
import { openLetter } from './letters.ts';
import { openSettings } from './settings.ts';

const mentionSchema = z.object({
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().nullish(),
  user: z.string(),
  text: z.string().default(''),
  files: z.array(z.unknown()).nullish(),
});

/** A message to us alone, typed by a person and not changed since. */
const directSchema = mentionSchema.extend({
  channel_type: z.literal('im'),
  subtype: z.undefined().optional(),
  bot_id: z.undefined().optional(),
});

const asksForSettings = (text: string): boolean => /^\s*(设置|settings)\s*$/i.test(text.normalize('NFKC'));

const day = 24 * 3600 * 1000;

/** Questions in words: the slash command, a mention (the only way inside a thread), and a message to us alone. */
export function registerQuestions(app: App, desk: Desk): void {
  app.command('/govinfo', async ({ ack, command, respond }) => {
    await ack();
    const question: Question = { text: command.text, user: command.user_id, channel: command.channel_id };
    if (asksForSettings(command.text))
      return tellingOnFailure(desk, question, respond, () =>
        openSettings(desk, { user: command.user_id, channel: command.channel_id, trigger: command.trigger_id }),
      );
    const openDraft = (ref: string) => openLetter(desk, { user: command.user_id, ref, trigger: command.trigger_id });
    await tellingOnFailure(desk, question, respond, async () => {
      const done = await switchAsSaid(desk, question);
      if (typeof done === 'string')
        await answerPrivately(desk, { ...question, text: done }, respond, { openLetter: openDraft });
      else await desk.courier.respond(done, (rung) => respond({ ...rung, response_type: 'ephemeral' }));
    });
  });

  app.event('app_mention', async ({ event }) => {
    const mention = mentionSchema.safeParse(event);
    if (mention.success) await answer(mention.data, mention.data.thread_ts ?? mention.data.ts);
  });

  app.event('message', async ({ event }) => {
    const direct = directSchema.safeParse(event);
    if (direct.success) await answer(direct.data, direct.data.thread_ts ?? undefined);
  });

  async function offerSettings({ user, channel, thread }: Question): Promise<void> {
    const { locale } = await desk.people.get(user);
    await desk.courier.whisper({ user, channel, ...(thread && { thread }) }, settingsOffer(channel, locale));
  }

  /** Answers once; a message with files is an upload, whoever it speaks to. */
  async function answer({ channel, ts, user, text, files }: z.infer<typeof mentionSchema>, thread: string | undefined) {
    if (files?.length || !(await desk.store.claim(`question ${channel} ${ts}`, day))) return;
    const words = text.replaceAll(`<@${desk.self.botUser}>`, ' ').trim();
    const question: Question = { text: words, user, channel, ...(thread && { thread }) };
    await tellingOnFailure(desk, question, undefined, async () => {
      if (thread && (await doAsSaid(desk, { text: words, user, channel, thread, ts }))) return;
      const switched = await switchAsSaid(desk, question);
      if (typeof switched !== 'string') await desk.courier.whisper(question, switched);
      else if (asksForSettings(words)) await offerSettings(question);
      else await answerPublicly(desk, { ...question, text: switched });
    });
  }
}
