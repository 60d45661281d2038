import type { ModalView } from '@slack/web-api';
import { section } from './blocks.ts';
import { clip } from './escape.ts';
import type { Locale } from './message.ts';
import { say } from './words/say.ts';

/** The letter to edit before its files are made; `ref` names the report. */
export function letterForm(ref: string, text: string, locale: Locale): ModalView {
  return {
    type: 'modal',
    callback_id: 'letter',
    private_metadata: ref,
    title: { type: 'plain_text', text: say(locale, 'letter.title') },
    submit: { type: 'plain_text', text: say(locale, 'letter.submit') },
    close: { type: 'plain_text', text: say(locale, 'form.close') },
    blocks: [
      section(say(locale, 'letter.hint')),
      {
        type: 'input',
        block_id: 'text',
        label: { type: 'plain_text', text: say(locale, 'letter.text') },
        element: {
          type: 'plain_text_input',
          action_id: 'text',
          multiline: true,
          initial_value: clip(text, 3000),
          max_length: 3000,
        },
      },
    ],
  };
}
