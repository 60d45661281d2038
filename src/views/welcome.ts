import { actionIds } from './actions.ts';
import { actions, button, section } from './blocks.ts';
import { escapeText } from './escape.ts';
import type { Locale, Message } from './message.ts';
import { say } from './words/say.ts';

/** Said once where we are invited. */
export function welcomeMessage(locale: Locale): Message {
  const sentence = say(locale, 'welcome.channel');
  const usage = button(actionIds.ask, locale === 'zh' ? '帮助' : 'help en', { label: say(locale, 'welcome.usage') });
  return { text: escapeText(sentence), blocks: [section(sentence), actions([usage])] };
}
