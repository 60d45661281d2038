import type { KnownBlock } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actionIds } from '../../src/views/actions.ts';
import { drop, type LocalApp, sample, soon, startLocalApp } from './local-app.ts';

let local: LocalApp;
let channel: string;
let issues: { channel: string; ts: string };
beforeAll(async () => {
  local = await startLocalApp();
  const dropped = await drop(local, [{ name: 'a.pdf', bytes: sample('示例区卫生健康局2023.pdf') }]);
  channel = dropped.channel;
  issues = { channel, ts: dropped.answers[1]!.ts };
}, 60_000);
afterAll(() => local?.stop());

/** What a person sees of the app's answers: words for them alone, windows, their own conversation, the channel. */
const seen = (as: string): string =>
  JSON.stringify([
    local.hands.whispers(as).map(({ text, ts }) => [text, ts]),
    local.hands.modals(as).map(({ id, hash }) => [id, hash]),
    local.hands.messages('@govinfo').map(({ ts, text }) => [ts, text]),
    local.hands.messages(channel).map(({ ts, text }) => [ts, text]),
    local.hands.home(as)?.hash,
  ]);

/** Menus choose among what stands in them, and only stand where a form or the Home tab draws them. */
const menus: readonly string[] = [actionIds.correctCell, actionIds.homeYear, actionIds.settingsChannel];
const buttons = Object.values(actionIds).filter((id) => !menus.includes(id));
const button = (action_id: string, value: string): KnownBlock => ({
  type: 'actions',
  elements: [{ type: 'button', action_id, value, text: { type: 'plain_text', text: action_id } }],
});

/** Presses, waits until something is said, and closes what opened; an error number would mean that nobody foresaw it. */
async function answered(as: string, press: () => Promise<unknown>): Promise<string> {
  const before = seen(as);
  await press();
  await soon(() => expect(seen(as)).not.toBe(before));
  const words = local.hands.whispers(as).at(-1)?.text ?? '';
  while (local.hands.modals(as).length) await local.hands.closeView({ as });
  return words;
}

describe.each([
  ['of a report that is gone', '640106:没有这个局/2019'],
  ['of an issue that is gone', '640106:没有这个局/2019#7'],
  ['of a version that is gone', '640106:没有这个局/2019/v3'],
  ['as an older program wrote it', 'v0|report|123'],
  ['with words in it that no program wrote', 'constructor 640106:没有/2019#1'],
])('a button %s', (_, value) => {
  test.each(buttons)('%s answers the one who presses it', async (action_id) => {
    const { ts } = await local.desk.clients.post.chat.postMessage({
      channel,
      text: 'old',
      blocks: [button(action_id, value)],
    });
    const words = await answered('王敏', () => local.hands.click({ as: '王敏', channel, ts: ts!, action_id }));
    expect(words).not.toMatch(/处理出错/);
  });
});

test.each(buttons)('%s on the Home tab answers too, though there is no channel', async (action_id) => {
  const view = { type: 'home' as const, blocks: [button(action_id, '640106:没有这个局/2019')] };
  await local.desk.clients.fast.views.publish({ user_id: 'U0WANGMIN', view });
  const home = await local.hands.waitForHome('王敏', ({ blocks }) => JSON.stringify(blocks).includes(action_id));
  await answered('王敏', () => local.hands.click({ as: '王敏', view: home.id, action_id }));
});

describe('what is filled in wrongly is told beside its field, and the form stays open', () => {
  test.each([
    ['issue.correct', { 'value applications.concluded.total': { value: { value: '十二' } } }, '请填一个数'],
    ['issue.correct', { 'value applications.concluded.total': { value: { value: '-3' } } }, '不小于 0 的整数'],
    ['issue.ignore', { note: { note: { value: '长'.repeat(3000) } } }, '说明最多 500 字'],
  ])('%s', async (action_id, choices, words) => {
    await local.hands.click({ as: '王敏', ...issues, action_id });
    await local.hands.waitForModal('王敏', ({ callback_id }) => callback_id === action_id);
    const filled = { reason: { reason: { value: 'explained' } }, basis: { basis: { value: 'misread' } }, ...choices };
    const refused = await local.hands.submit({ as: '王敏', choices: filled });
    expect(JSON.stringify(refused)).toContain(words);
    expect(local.hands.modals('王敏').length).toBe(1);
    await local.hands.closeView({ as: '王敏' });
  });

  test('a form that was open while the program was replaced says so', async () => {
    const view_id = await local.desk.clients.fast.views
      .open({
        trigger_id: local.hands.trigger('王敏'),
        view: {
          type: 'modal',
          callback_id: 'issue.snooze',
          private_metadata: '{"v":0}',
          title: { type: 'plain_text', text: '暂缓' },
          submit: { type: 'plain_text', text: '暂缓' },
          blocks: [
            {
              type: 'input',
              block_id: 'span',
              label: { type: 'plain_text', text: '多久' },
              element: { type: 'plain_text_input', action_id: 'span' },
            },
          ],
        },
      })
      .then(({ view }) => view!.id!);
    expect(view_id).toBeTruthy();
    const refused = await local.hands.submit({ as: '王敏', choices: { span: { span: { value: '7' } } } });
    expect(JSON.stringify(refused)).toContain('来自旧版本');
    await local.hands.closeView({ as: '王敏' });
  });
});
