import { type KnownBlock, WebAPIPlatformError } from '@slack/web-api';
import { expect, test } from 'vitest';
import { Ladder, type Rung } from '../../src/slack/ladder.ts';
import type { Message } from '../../src/views/message.ts';

const section = (text: string): KnownBlock => ({ type: 'section', text: { type: 'mrkdwn', text } });
const table: KnownBlock = { type: 'table', rows: [[{ type: 'raw_text', text: '44' }]] };
const answer: Message = { text: '处罚 44', blocks: [section('处罚'), table], plain: [section('处罚 44')] };
const refusal = (error: string) => new WebAPIPlatformError({ ok: false, error });

/** A surface that takes only messages without these block types. */
function surface(refused: string[]) {
  const offered: string[][] = [];
  const send = async (rung: Rung) => {
    offered.push(rung.blocks?.map(({ type }) => type) ?? ['words']);
    if (rung.blocks?.some(({ type }) => refused.includes(type))) throw refusal('invalid_blocks');
    return rung;
  };
  return { offered, send };
}

test('the richest form is sent where it is taken', async () => {
  const { offered, send } = surface([]);
  await new Ladder().climb('message', answer, send);
  expect(offered).toEqual([['section', 'table']]);
});

test('a refused table makes room for plain blocks, and is not offered there again', async () => {
  const { offered, send } = surface(['table']);
  const ladder = new Ladder();
  expect((await ladder.climb('response', answer, send)).blocks).toEqual(answer.plain);
  await ladder.climb('response', answer, send);
  expect(offered).toEqual([['section', 'table'], ['section'], ['section']]);
  await ladder.climb('message', answer, surface([]).send);
});

test('what no block can carry is said in words', async () => {
  const { send } = surface(['section']);
  expect(await new Ladder().climb('message', answer, send)).toEqual({ text: '处罚 44' });
});

test('another refusal is passed on at once', async () => {
  let tries = 0;
  const sending = new Ladder().climb('message', answer, async () => {
    tries++;
    throw refusal('not_in_channel');
  });
  await expect(sending).rejects.toThrow('not_in_channel');
  expect(tries).toBe(1);
});
