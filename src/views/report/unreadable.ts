import type { GovinfoError } from '../../errors.ts';
import { actionIds } from '../actions.ts';
import { actions, button, context, section } from '../blocks.ts';
import { clip, escapeText, oneLine } from '../escape.ts';
import type { Locale, Message } from '../message.ts';
import { say } from '../words/say.ts';

/** One plain sentence with a code for a file that cannot be read; `source`, the file in its message, gives it buttons. */
export function unreadableMessage(name: string, error: GovinfoError, locale: Locale, source?: string): Message {
  const words = { name: clip(oneLine(name), 120), why: clip(oneLine(error.words[locale]), 600) };
  const sentence = say(locale, 'unreadable', words);
  const buttons = source
    ? [
        actions([
          button(actionIds.retryFile, source, { label: say(locale, 'button.retry') }),
          button(actionIds.notAReport, source, { label: say(locale, 'button.notAReport') }),
        ]),
      ]
    : [];
  return {
    text: escapeText(`${sentence}　${error.code}`),
    blocks: [section(sentence), context(error.code), ...buttons],
  };
}

/** The same bytes came in before: where they are discussed. */
export function sameFileMessage(known: { bureau: string; year: number; permalink?: string }, locale: Locale): Message {
  const name = say(locale, 'report.name', { bureau: oneLine(known.bureau), year: known.year });
  const sentence = say(locale, 'sameFile', { name });
  // The address is Slack's own; a bar or an angle bracket in it would end the link.
  const link = known.permalink && /^https?:\/\/[^\s|<>]+$/.test(known.permalink) ? known.permalink : undefined;
  const block = section(sentence);
  if (link) block.text!.text += ` <${link}|${say(locale, 'sameFile.link')}>`;
  return { text: escapeText(sentence) + (link ? ` ${link}` : ''), blocks: [block] };
}
