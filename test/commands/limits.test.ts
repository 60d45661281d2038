import type { KnownBlock } from '@slack/web-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../src/commands/answer.ts';
import type { Store } from '../../src/store/store.ts';
import { unescapeText } from '../../src/views/escape.ts';
import type { Locale, Message } from '../../src/views/message.ts';
import { boldDrawn, boldIn, drawn, faultsOf, textIn, textsOf } from '../views/oracle.ts';
import { country, everyQuestion, hostileNames } from './country.ts';
import { everybody, now } from './stored.ts';

let hostile: Store;
let tame: Store;
beforeAll(async () => {
  hostile = await country(60, hostileNames);
  tame = await country(12);
}, 240_000);

const asked = (store: Store, text: string, locale: Locale): Promise<Message> =>
  answer(text, { store, asker: { ...everybody, user: 'U1', locale }, now });

const richTypes: ReadonlySet<string> = new Set(['data_table', 'data_visualization', 'table', 'markdown']);

/** What is seen of a block before anybody opens a menu. */
const open = (block: KnownBlock): unknown =>
  block.type === 'actions'
    ? block.elements.filter(({ type }) => type === 'button')
    : { ...block, accessory: undefined };

describe.each(['zh', 'en'] as const)('in %s', (locale) => {
  test.each(everyQuestion)('“%s” is answered within what Slack takes', async (text) => {
    expect(faultsOf(await asked(hostile, text, locale))).toEqual([]);
  });

  test.each(everyQuestion)('“%s” is drawn in full by another renderer', async (text) => {
    const message = await asked(tame, text, locale);
    for (const blocks of [message.blocks, ...(message.plain ? [message.plain] : [])])
      for (const block of blocks) {
        // A chart is a drawing; its figures stand in the words.
        if (String(block.type) === 'data_visualization') continue;
        const html = drawn([block]);
        const shown = textIn(html);
        for (const { type, text: part } of textsOf(open(block))) {
          const words = type === 'mrkdwn' ? unescapeText(part.replaceAll('*', '')) : part;
          expect(shown).toContain(words.replace(/\s+/g, ''));
        }
        if (block.type === 'section' && block.text?.type === 'mrkdwn')
          expect(unescapeText(boldIn(block.text.text))).toBe(boldDrawn(html));
      }
  });

  test.each(everyQuestion)('“%s” says the same on every rung', async (text) => {
    const { blocks, plain, text: words } = await asked(tame, text, locale);
    const rich = blocks.filter(({ type }) => richTypes.has(String(type)));
    if (rich.length > 0) expect(plain).toBeDefined();
    expect((plain ?? []).filter(({ type }) => richTypes.has(String(type)))).toEqual([]);
    // The first rows of a table stand in the plain blocks and in the words as they stand in the table.
    const plainly = unescapeText(JSON.stringify(plain ?? []));
    for (const table of rich)
      if (table.type === 'data_table')
        for (const row of table.rows.slice(1, 4))
          for (const cell of row)
            if ('text' in cell && cell.text !== '—') {
              expect(plainly.replace(/\\"/g, '"')).toContain(cell.text);
              expect(unescapeText(words)).toContain(cell.text);
            }
  });

  test.each(everyQuestion)('“%s” mentions nobody', async (text) => {
    const { blocks, plain = [], text: words } = await asked(hostile, text, locale);
    const marked = textsOf([...blocks, ...plain]).filter(({ type }) => type === 'mrkdwn');
    for (const part of [words, ...marked.map((mrkdwn) => mrkdwn.text)]) expect(part).not.toMatch(/<[!@#]/);
  });
});
