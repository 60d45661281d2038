import { isDeepStrictEqual } from 'node:util';
import type { App, BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/web-api';
import { z } from 'zod';
import { mustEdit } from '../../casework/rights.ts';
import { changeSettings, settingsHistory, settingsOf } from '../../casework/settings.ts';
import { settingsSchema } from '../../report/channel-settings.ts';
import { actionIds, anyChannel } from '../../views/actions.ts';
import { clip } from '../../views/escape.ts';
import { limitsIn } from '../../views/limits-field.ts';
import { momentText } from '../../views/report/decided.ts';
import { channelChoice, settingsForm } from '../../views/settings-form.ts';
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
    await tellingOnFailure(desk, place, respond, async () => {
      const [user, channel] = [place.user, chosenIn(body)];
      if (channel !== anyChannel) return openSettings(desk, { user, channel, trigger: body.trigger_id });
      const { locale } = await desk.people.get(user);
      await desk.clients.fast.views.open({ trigger_id: body.trigger_id, view: channelChoice(locale) });
    });
  });

  app.action<BlockAction>(named(actionIds.settingsChannel), async ({ ack, body }) => {
    await ack();
    const place = placeOf(body);
    const channel = chosenIn(body);
    await tellingOnFailure(desk, place, undefined, async () => {
      if (!body.view || !channel) return;
      const view = await settingsFor(desk, { user: place.user, channel }).catch(async (error: unknown) => {
        const { locale } = await desk.people.get(place.user);
        return channelChoice(locale, sentenceFor(desk, error, place)[locale]);
      });
      await desk.clients.fast.views.update({ view_id: body.view.id, view });
    });
  });

  app.view('settings', async ({ ack, body, view }) => {
    const user = body.user.id;
    const { locale, replies, digest, digestSeverity, editors, limits, roster } = view.state.values;
    const channel = view.private_metadata;
    const lines = limitsIn(limits?.limits?.value ?? '');
    const chosen = (field: typeof locale, name: string) => field?.[name]?.selected_option?.value;
    if ('misread' in lines) {
      const person = await desk.people.get(user);
      const words = say(person.locale, 'settings.limitUnread', { line: clip(lines.misread, 60) });
      return ack({ response_action: 'errors', errors: { limits: words } });
    }
    const before = await settingsOf(desk.store, channel);
    try {
      const after = settingsSchema.parse({
        locale: chosen(locale, 'locale'),
        replies: chosen(replies, 'replies'),
        digest: chosen(digest, 'digest'),
        digestSeverity: chosen(digestSeverity, 'digestSeverity'),
        editors: editors?.editors?.selected_users ?? [],
        limits: lines.limits,
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
    await tellingOnFailure(desk, { user, channel }, undefined, async () => {
      const person = await desk.people.get(user);
      if (file)
        await desk.courier.whisper(
          { channel, user },
          await proposeRoster(desk, file, { user, channel, locale: person.locale }),
        );
      if (!isDeepStrictEqual(before.limits, lines.limits)) await desk.store.cases.recheckChannel(channel);
    });
  });
}

/** Opens the settings of a channel; who may not change them is told so instead, the workspace's keepers may always. */
export async function openSettings(
  desk: Desk,
  { user, channel, trigger }: { user: string; channel: string; trigger: string },
): Promise<void> {
  const view = await settingsFor(desk, { user, channel });
  await desk.clients.fast.views.open({ trigger_id: trigger, view });
}

async function settingsFor(desk: Desk, { user, channel }: { user: string; channel: string }): Promise<ModalView> {
  const person = await desk.people.get(user);
  if (!person.admin) await mustEdit(officeOf(desk), user, channel);
  const [settings, history] = await Promise.all([
    settingsOf(desk.store, channel),
    settingsHistory(desk.store, channel),
  ]);
  const names = await namesOf(
    desk,
    history.map(({ by }) => by),
    person.locale,
  );
  const lines = history.map(({ at, by }) =>
    say(person.locale, 'settings.change', { when: momentText(at), who: names(by) }),
  );
  return settingsForm(channel, settings, lines, person.locale);
}
