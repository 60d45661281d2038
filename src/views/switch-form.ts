import type { ModalView, PlainTextElement } from '@slack/web-api';
import type { Words } from '../errors.ts';
import { section } from './blocks.ts';
import { clip, oneLine } from './escape.ts';
import type { Locale } from './message.ts';
import { say } from './words/say.ts';

/** A check to turn off or down, and where the form was opened; goes with it as its private data. */
export interface SwitchSubject {
  check: string;
  to: 'off' | 'lower';
  channel: string;
}

/** What the form offers. */
export interface SwitchChoice {
  title: Words;
  /** Bureaus in which the check finds something now, or the one that was asked about. */
  bureaus: readonly { key: string; name: string }[];
  /** Whether the person may switch it everywhere. */
  everywhere: boolean;
  /** `YYYY-MM-DD`, offered as the end. */
  until: string;
}

const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text: clip(oneLine(text), 75) });

/** Turning a check off or down: for whom, why, until when. */
export function switchForm(
  subject: SwitchSubject,
  { title, bureaus, everywhere, until }: SwitchChoice,
  locale: Locale,
): ModalView {
  const reaches = [
    ...(bureaus.length ? (['bureau'] as const) : []),
    'channel' as const,
    ...(everywhere ? (['everywhere'] as const) : []),
  ].map((reach) => ({ value: reach, text: plain(say(locale, `switch.reach.${reach}`)) }));
  const options = bureaus
    .filter(({ key }) => key.length <= 75)
    .slice(0, 100)
    .map(({ key, name }) => ({ value: key, text: plain(name) }));
  return {
    type: 'modal',
    callback_id: 'switch',
    private_metadata: JSON.stringify(subject),
    title: plain(say(locale, `switch.title.${subject.to}`)),
    submit: plain(say(locale, 'switch.submit')),
    close: plain(say(locale, 'form.close')),
    blocks: [
      section(`${title[locale]}（${subject.check}）`, say(locale, `switch.about.${subject.to}`)),
      {
        type: 'input',
        block_id: 'reach',
        label: plain(say(locale, 'switch.reach')),
        element: { type: 'radio_buttons', action_id: 'reach', options: reaches, initial_option: reaches[0]! },
      },
      ...(options.length
        ? [
            {
              type: 'input' as const,
              block_id: 'bureau',
              optional: true,
              label: plain(say(locale, 'switch.bureau')),
              element: {
                type: 'static_select' as const,
                action_id: 'bureau',
                options,
                ...(options.length === 1 && { initial_option: options[0]! }),
              },
            },
          ]
        : []),
      {
        type: 'input',
        block_id: 'note',
        label: plain(say(locale, 'switch.reason')),
        element: { type: 'plain_text_input', action_id: 'note', multiline: true, max_length: 500 },
      },
      {
        type: 'input',
        block_id: 'until',
        label: plain(say(locale, 'switch.until')),
        element: { type: 'datepicker', action_id: 'until', initial_date: until },
      },
    ],
  };
}
