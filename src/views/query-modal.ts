import type { ModalView } from '@slack/web-api';
import type { Locale } from './message.ts';
import { say } from './words/say.ts';

const block = 'question';
const field = 'words';

/** A form with one line for a question. */
export const queryModal = (locale: Locale): ModalView => ({
  type: 'modal',
  callback_id: 'query',
  title: { type: 'plain_text', text: say(locale, 'query.title') },
  submit: { type: 'plain_text', text: say(locale, 'query.submit') },
  close: { type: 'plain_text', text: say(locale, 'query.close') },
  blocks: [
    {
      type: 'input',
      block_id: block,
      label: { type: 'plain_text', text: say(locale, 'query.label') },
      hint: { type: 'plain_text', text: say(locale, 'query.hint') },
      element: { type: 'plain_text_input', action_id: field, max_length: 500, focus_on_load: true },
    },
  ],
});

/** What a person wrote into the form. */
export const queryText = (view: {
  state: { values: Record<string, Record<string, { value?: string | null }>> };
}): string => view.state.values[block]?.[field]?.value ?? '';
