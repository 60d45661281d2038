import { actionIds } from './actions.ts';
import { actions, button, section } from './blocks.ts';
import type { Locale, Message } from './message.ts';
import { say } from './words/say.ts';

/** What words alone cannot do: the forms of an issue, and what is read in a window. */
export type IssueWindow = 'ignore' | 'snooze' | 'assign' | 'correct' | 'history' | 'explain';

/**
 * A button that opens a window of an issue: a mention brings no right to open one. It says which window of which issue,
 * since several such offers may stand in a thread. `ref` is the issue: bureau, year and `#number`.
 */
export function openFormMessage(window: IssueWindow, ref: string, locale: Locale): Message {
  const number = ref.slice(ref.lastIndexOf('#') + 1);
  const text = say(locale, 'openForm.text', { number });
  const label = say(locale, 'openForm.button', { window: say(locale, `form.${window}.title`) });
  return {
    text: `${text}　${label}`,
    blocks: [
      section(text),
      actions([button(actionIds.openForm, `${window} ${ref}`, { label, spoken: `${label} #${number}` })]),
    ],
  };
}
