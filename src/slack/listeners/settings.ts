import type { App, BlockAction } from '@slack/bolt';
import { z } from 'zod';
import { mustEdit } from '../../casework/rights.ts';
import { changeSettings, settingsHistory, settingsOf } from '../../casework/settings.ts';
import { settingsSchema } from '../../report/channel-settings.ts';
import { actionIds } from '../../views/actions.ts';
import { momentText } from '../../views/report/decided.ts';
import { settingsForm } from '../../views/settings-form.ts';
import { say } from '../../views/words/say.ts';
import { namesOf } from '../case-messages.ts';
import type { Desk } from '../desk.ts';
import { officeOf } from '../office.ts';
import { sentenceFor, tellingOnFailure } from '../question.ts';
import { proposeRoster } from '../roster.ts';
import { slackFileSchema } from '../upload.ts';
import { chosenIn, named, placeOf } from './buttons.ts';

/** 设置 of a channel: whoever may edit there sees and changes them. */
export function registerSettings(app: App, desk: Desk): void {
  app.action<BlockAction>(named(actionIds.settings), async ({ ack, body, respond }) => {
    await ack();
    const place = placeOf(body);
    await tellingOnFailure(desk, place, respond, () =>
      openSettings(desk, { user: place.user, channel: chosenIn(body), trigger: body.trigger_id }),
    );
  });

  app.view('settings', async ({ ack, body, view }) => {
    const user = body.user.id;
    const { locale, replies, digest, digestSeverity, editors, roster } = view.state.values;
    const channel = view.private_metadata;
    const chosen = (field: typeof locale, name: string) => field?.[name]?.selected_option?.value;
    try {
      const after = settingsSchema.parse({
        locale: chosen(locale, 'locale'),
        replies: chosen(replies, 'replies'),
        digest: chosen(digest, 'digest'),
        digestSeverity: chosen(digestSeverity, 'digestSeverity'),
        editors: editors?.editors?.selected_users ?? [],
        limits: (await settingsOf(desk.store, view.private_metadata)).limits,
      });
      await changeSettings(officeOf(desk), user, channel, after);
      await ack();
    } catch (error) {
      const words = sentenceFor(desk, error, { user, form: 'settings' });
      await ack({
        response_action: 'errors',
        errors: { editors: words[(await desk.people.get(user)).locale] },
      });
      return;
    }
    // Slack's types do not know what a field for files holds.
    const [file] = z
      .array(slackFileSchema)
      .catch([])
      .parse((roster?.roster as { files?: unknown } | undefined)?.files ?? []);
    if (!file) return;
    await tellingOnFailure(desk, { user, channel }, undefined, async () => {
      const person = await desk.people.get(user);
      const proposal = await proposeRoster(desk, file, { user, channel, locale: person.locale });
      await desk.courier.whisper({ channel, user }, proposal);
    });
  });
}

/** Opens the settings of a channel; who may not change them is told so instead, the workspace's keepers may always. */
export async function openSettings(
  desk: Desk,
  { user, channel, trigger }: { user: string; channel: string; trigger: string },
): Promise<void> {
  const person = await desk.people.get(user);
  if (!person.admin) await mustEdit(officeOf(desk), user, channel);
  const [settings, history] = await Promise.all([
    settingsOf(desk.store, channel),
    settingsHistory(desk.store, channel),
  ]);
  const names = await namesOf(
    desk,
    history.map(({ by }) => by),
  );
  const lines = history.map(({ at, by }) =>
    say(person.locale, 'settings.change', { when: momentText(at), who: names(by) }),
  );
  const view = settingsForm(channel, settings, lines, person.locale);
  await desk.clients.fast.views.open({ trigger_id: trigger, view });
}
