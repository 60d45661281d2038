import type { KnownBlock } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { unescapeText } from '../../src/views/escape.ts';
import { homeView } from '../../src/views/home.ts';
import { everyMessage } from './every-message.ts';
import { boldDrawn, boldIn, drawn, faultsOf, textIn, textsOf } from './oracle.ts';

/** What the other renderer draws: a closed menu shows no options, and an accessory may be left out. */
const open = (block: KnownBlock): unknown =>
  block.type === 'actions'
    ? block.elements.filter(({ type }) => type === 'button')
    : { ...block, accessory: undefined };

/** A link shows its label, and no address. */
const shownWords = (mrkdwn: string): string =>
  unescapeText(
    mrkdwn
      .replace(/<[^|>]+\|([^>]*)>/g, '$1')
      .replace(/<@(\w+)>/g, '@$1')
      .replaceAll('*', ''),
  );

function drawnInFull(blocks: readonly KnownBlock[]): void {
  for (const block of blocks) {
    const html = drawn([block]);
    const shown = textIn(html);
    for (const { type, text } of textsOf(open(block))) {
      const words = type === 'mrkdwn' ? shownWords(text) : text;
      expect(shown).toContain(words.replace(/<![^>]*>/g, '').replace(/\s+/g, ''));
    }
    if (block.type === 'section' && block.text?.type === 'mrkdwn')
      expect(unescapeText(boldIn(block.text.text))).toBe(boldDrawn(html));
  }
}

describe.each(['zh', 'en'] as const)('in %s', (locale) => {
  test.each(Object.entries(everyMessage(locale)))(
    '%s is taken by Slack and drawn in full by another renderer',
    (_, message) => {
      expect(faultsOf(message)).toEqual([]);
      drawnInFull(message.blocks);
      if (message.plain) drawnInFull(message.plain);
    },
  );

  test.each(Object.entries(everyMessage(locale)))('%s speaks one language', (_, { text, blocks }) => {
    if (locale === 'zh') expect(text).not.toMatch(/\b(?:to check|not found|file|undo|open thread)\b/i);
    expect(JSON.stringify([text, blocks])).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
  });

  test('the Home tab is drawn in full by another renderer', () => {
    const shown = {
      ...{ year: 2021, reports: 125, expected: 128, open: 7, off: 1, mine: 2, corrected: 11, sums: 94.4 },
      missing: ['演示县教育局'],
    };
    const report = { bureau: '示例区卫生健康局', year: 2021, permalink: 'https://example.org/p1' };
    const issue = { ...report, bureauKey: '640106:卫生健康', number: 1, severity: 'error' as const };
    const { blocks } = homeView(
      {
        ...{ years: [2021, 2020], shown, edits: true },
        mine: [{ ...issue, message: { zh: '表三差 1', en: 'table 3 differs by 1' } }],
        recent: [{ ...report, at: '2026-11-22T08:00:00Z' }],
      },
      new Date('2026-11-22T08:00:00Z'),
      locale,
    );
    drawnInFull(blocks.slice(2) as KnownBlock[]);
  });
});
