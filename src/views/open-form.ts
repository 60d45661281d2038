import { actionIds } from './actions.ts';
import { actions, button, section } from './blocks.ts';
import type { Locale, Message } from './message.ts';
import { say } from './words/say.ts';

/** A button that opens what words alone cannot: a mention brings no right to open a window. */
export function openFormMessage(what: string, ref: string, locale: Locale): Message {
  const text = say(locale, 'openForm.text');
  const label = say(locale, 'openForm.button');
  const element =
    what === 'source'
      ? button(actionIds.issueSource, ref, { label })
      : button(actionIds.openForm, `${what} ${ref}`, { label });
  return { text: `${text}　${label}`, blocks: [section(text), actions([element])] };
}
