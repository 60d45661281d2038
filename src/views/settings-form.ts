import type { KnownBlock, ModalView, PlainTextElement } from '@slack/web-api';
import type { ChannelSettings } from '../report/channel-settings.ts';
import { actionIds } from './actions.ts';
import { actions, button, context, section } from './blocks.ts';
import { limitNames, limitsText } from './limits-field.ts';
import type { Locale, Message } from './message.ts';
import { listText, say } from './words/say.ts';

const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text });

/** A button to the settings, where a window cannot open by itself. */
export function settingsOffer(channel: string, locale: Locale): Message {
  const label = say(locale, 'settings.open');
  return { text: label, blocks: [actions([button(actionIds.settings, channel, { label })])] };
}

/** Which channel's settings, asked where there is no channel at hand; with a sentence where one cannot be opened. */
export const channelChoice = (locale: Locale, refused?: string): ModalView => ({
  type: 'modal',
  callback_id: 'settings.choice',
  title: plain(say(locale, 'settings.title')),
  close: plain(say(locale, 'form.close')),
  blocks: [
    section(say(locale, 'settings.which')),
    actions([
      {
        type: 'conversations_select',
        action_id: actionIds.settingsChannel,
        filter: { include: ['public', 'private'], exclude_bot_users: true },
      },
    ]),
    ...(refused ? [section(refused)] : []),
  ],
});

/** What a channel has chosen, to be changed; `history` says who changed it last. */
export function settingsForm(
  channel: string,
  settings: ChannelSettings,
  history: readonly string[],
  locale: Locale,
): ModalView {
  const choice = <Name extends 'locale' | 'replies' | 'digest' | 'digestSeverity'>(
    name: Name,
    values: readonly ChannelSettings[Name][],
  ): KnownBlock => {
    const options = values.map((value) => ({
      value,
      text: plain(say(locale, `settings.${name}.${value}` as 'settings.title')),
    }));
    const initial = options.find(({ value }) => value === settings[name]);
    return {
      type: 'input',
      block_id: name,
      label: plain(say(locale, `settings.${name}` as 'settings.title')),
      element: { type: 'radio_buttons', action_id: name, options, ...(initial && { initial_option: initial }) },
    };
  };
  return {
    type: 'modal',
    callback_id: 'settings',
    private_metadata: channel,
    title: plain(say(locale, 'settings.title')),
    submit: plain(say(locale, 'settings.submit')),
    close: plain(say(locale, 'form.close')),
    blocks: [
      section(say(locale, 'settings.about')),
      choice('locale', ['zh', 'en']),
      choice('replies', ['full', 'issues', 'signs']),
      choice('digest', ['off', 'weekdays', 'weekly']),
      choice('digestSeverity', ['all', 'error']),
      {
        type: 'input',
        block_id: 'editors',
        optional: true,
        label: plain(say(locale, 'settings.editors')),
        element: {
          type: 'multi_users_select',
          action_id: 'editors',
          ...(settings.editors.length && { initial_users: [...settings.editors] }),
        },
      },
      {
        type: 'input',
        block_id: 'roster',
        optional: true,
        label: plain(say(locale, 'settings.roster')),
        hint: plain(say(locale, 'settings.rosterHint')),
        element: { type: 'file_input', action_id: 'roster', filetypes: ['csv', 'xlsx', 'txt', 'docx'], max_files: 1 },
      },
      {
        type: 'input',
        block_id: 'limits',
        optional: true,
        label: plain(say(locale, 'settings.limits')),
        hint: {
          type: 'plain_text',
          text: say(locale, 'settings.limitsHint', { names: listText(limitNames(locale), locale) }),
        },
        element: {
          type: 'plain_text_input',
          action_id: 'limits',
          multiline: true,
          max_length: 1000,
          ...(Object.keys(settings.limits).length && { initial_value: limitsText(settings.limits, locale) }),
        },
      },
      context(...(history.length ? history.slice(-5) : [say(locale, 'settings.never')])),
    ],
  };
}
