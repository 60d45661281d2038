import { section } from '../blocks.ts';
import { escapeText } from '../escape.ts';
import type { Locale, Message } from '../message.ts';
import { say } from '../words/say.ts';
import type { Standing } from './versions.ts';

/** What stands in place of the issues of a file that no longer answers: they are discussed with the one that does. */
export function supersededIssues({ version, adopted, other }: Standing, locale: Locale): Message {
  const text = say(locale, 'version.issuesMoved', { version, adopted });
  const block = section(text);
  if (other.version === adopted && other.permalink && /^https?:\/\/[^\s|<>]+$/.test(other.permalink))
    block.text!.text += ` <${other.permalink}|${escapeText(say(locale, 'version.thread', { version: adopted }))}>`;
  return { text: escapeText(text), blocks: [block] };
}
