import type { KnownBlock, ModalView } from '@slack/web-api';
import { section } from '../blocks.ts';
import type { Locale } from '../message.ts';
import { say } from '../words/say.ts';
import { postButton } from './posted.ts';

const windowOf = (blocks: KnownBlock[], locale: Locale): ModalView => ({
  type: 'modal',
  callback_id: 'reading',
  title: { type: 'plain_text', text: say(locale, 'original.title') },
  close: { type: 'plain_text', text: say(locale, 'form.done') },
  blocks,
});

/** Stands there until the pages are drawn. */
export const preparingWindow = (locale: Locale): ModalView =>
  windowOf([section(say(locale, 'evidence.preparing'))], locale);

/** The evidence in a window; `thread`, `<channel>/<thread>`, is where its button posts it. */
export const evidenceWindow = (
  blocks: readonly KnownBlock[],
  ref: string,
  thread: string | undefined,
  locale: Locale,
): ModalView => windowOf([...blocks, ...(thread ? postButton('source', thread, ref, locale) : [])], locale);
