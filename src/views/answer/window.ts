import type { KnownBlock, ModalView } from '@slack/web-api';
import { actionIds } from '../actions.ts';
import { section } from '../blocks.ts';
import type { Locale, Message } from '../message.ts';
import { say } from '../words/say.ts';

export const answerWindowId = 'answer';

const windowOf = (blocks: KnownBlock[], locale: Locale): ModalView => ({
  type: 'modal',
  callback_id: answerWindowId,
  title: { type: 'plain_text', text: say(locale, 'query.title') },
  close: { type: 'plain_text', text: say(locale, 'query.close') },
  blocks,
});

/** Stands there until the answer comes. */
export const waitingWindow = (locale: Locale): ModalView => windowOf([section(say(locale, 'query.working'))], locale);

/** An answer in a window: without tables and charts, which windows do not take, and without what needs a channel. */
export function answerWindow({ blocks, plain, files }: Message, locale: Locale): ModalView {
  const kept = (plain ?? blocks).flatMap((block): KnownBlock[] => {
    if (block.type !== 'actions') return [block];
    const elements = block.elements.filter((element) => !isPublishing(element));
    return elements.length ? [{ ...block, elements }] : [];
  });
  const note = files?.length ? [section(say(locale, 'query.filesSent'))] : [];
  return windowOf([...kept.slice(0, 98), ...note], locale);
}

const isPublishing = (element: object): boolean =>
  'action_id' in element && new RegExp(`^${actionIds.publish}(:|$)`).test(String(element.action_id));
