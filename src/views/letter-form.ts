import type { KnownBlock, ModalView, PlainTextOption } from '@slack/web-api';
import { section } from './blocks.ts';
import { clip } from './escape.ts';
import type { Locale } from './message.ts';
import { say } from './words/say.ts';

/** A field of a form takes so many characters. */
const fieldAtMost = 3000;

/** Where the files go: to the person who drafts, or to the report's thread as well. */
export const letterPlaces = ['direct', 'thread'] as const;

/**
 * The letter to edit before its files are made; `ref` names the report. A long one stands in several fields, one after
 * the other. `inThread`: it can be posted where the report is discussed.
 */
export function letterForm(ref: string, text: string, inThread: boolean, locale: Locale): ModalView {
  return {
    type: 'modal',
    callback_id: 'letter',
    private_metadata: ref,
    title: { type: 'plain_text', text: say(locale, 'letter.title') },
    submit: { type: 'plain_text', text: say(locale, 'letter.submit') },
    close: { type: 'plain_text', text: say(locale, 'form.close') },
    blocks: [
      section(say(locale, 'letter.hint')),
      ...inFields(text).map(
        (part, index): KnownBlock => ({
          type: 'input',
          block_id: `text ${index}`,
          optional: index > 0,
          label: {
            type: 'plain_text',
            text: index ? say(locale, 'letter.textOn', { part: index + 1 }) : say(locale, 'letter.text'),
          },
          element: {
            type: 'plain_text_input',
            action_id: 'text',
            multiline: true,
            initial_value: part,
            max_length: fieldAtMost,
          },
        }),
      ),
      ...(inThread ? [placeField(locale)] : []),
    ],
  };
}

/** The letter as it was edited. */
export const letterFrom = (fields: readonly (string | null | undefined)[]): string =>
  fields.flatMap((field) => field ?? []).join('\n');

function placeField(locale: Locale): KnownBlock {
  const options = letterPlaces.map(
    (place): PlainTextOption => ({
      value: place,
      text: { type: 'plain_text', text: say(locale, `letter.to.${place}`) },
    }),
  );
  return {
    type: 'input',
    block_id: 'to',
    label: { type: 'plain_text', text: say(locale, 'letter.to') },
    element: { type: 'radio_buttons', action_id: 'to', options, initial_option: options[0]! },
  };
}

/** Cut at line ends, with room to write in each field. */
function inFields(text: string): string[] {
  const fields: string[] = [];
  for (const line of text.split('\n').map((one) => clip(one, fieldAtMost))) {
    const last = fields.at(-1);
    if (last !== undefined && last.length + line.length < fieldAtMost - 500)
      fields[fields.length - 1] = `${last}\n${line}`;
    else fields.push(line);
  }
  return fields.slice(0, 50);
}
