import { section } from './blocks.ts';
import { escapeText } from './escape.ts';
import type { Message } from './message.ts';

/** A message of one sentence. */
export const wordsMessage = (sentence: string): Message => ({
  text: escapeText(sentence),
  blocks: [section(sentence)],
});
