import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import { answer } from '../../src/commands/answer.ts';
import type { Desk } from '../../src/slack/desk.ts';
import { boltLog, createLog } from '../../src/slack/log.ts';
import { openDesk } from '../../src/slack/open-desk.ts';
import { Spoken } from '../../src/slack/spoken.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { Message } from '../../src/views/message.ts';
import { type RunningWorkspace, startWorkspace } from '../../src/workspace/start-workspace.ts';
import { soon } from './local-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'govinfo-'));
let workspace: RunningWorkspace;
let store: Store;
let desk: Desk;
/** Another process on the same store. */
let other: Desk;
/** The message in whose thread the app speaks, a new one for every test. */
let at: { channel: string; thread: string };
let n = 0;

/** Gives up on Slack's answers sooner than the app does, so that no test waits for ten seconds. */
async function impatient({ looks = [20, 20], timeout = 700, twins = [] as number[] } = {}): Promise<Desk> {
  const made = await openDesk({
    token: workspace.botToken,
    config: { slackApiUrl: workspace.slackApiUrl, sharedChannels: [] },
    store,
    answer,
    log: createLog('silent'),
    pace: { post: 0, edit: 0 },
    patience: { looks, twins },
  });
  const { slackApiUrl, botToken } = workspace;
  const options = { slackApiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, logger: quiet };
  made.clients.post = new WebClient(botToken, { ...options, timeout });
  made.clients.bulk = new WebClient(botToken, options);
  return made;
}
const quiet = boltLog(createLog('silent'));

beforeAll(async () => {
  workspace = await startWorkspace({ port: 0, dataFolder: folder });
  store = await openStore('memory:', { recheck: runChecks });
});
afterAll(async () => {
  await workspace.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  desk = await impatient();
  other = await impatient();
  const { channel, ts } = workspace.handles.say({ as: '王敏', channel: '#年报', text: '看看' });
  at = { channel, thread: ts };
});

const fault: RunningWorkspace['handles']['setFault'] = (method, order) => workspace.handles.setFault(method, order);
const words = (text: string): Message => ({ text, blocks: [{ type: 'section', text: { type: 'plain_text', text } }] });
const reply = (text: string, by: Desk = desk, again = false) => by.courier.post(at, words(text), { mark: text, again });
const standing = () => workspace.handles.replies({ channel: at.channel, ts: at.thread }).map(({ ts }) => ts);

test.each<[string, Parameters<typeof fault>[1]]>([
  ['breaks off after it was carried out', { lost: 'after' }],
  ['breaks off halfway through its answer', { lost: 'halfway' }],
  ['is carried out and answered with 500', { status: 500, done: true }],
  ['is carried out and answered with 504 by a gateway', { status: 504, done: true }],
])('a post that %s stands there once', async (_, order) => {
  fault('chat.postMessage', order);
  const ts = await reply(`回复 ${n++}`);
  expect(standing()).toEqual([ts]);
});

test('a post that is carried out soon after we gave up waiting is not said again', async () => {
  const text = `回复 ${n++}`;
  fault('chat.postMessage', { delay: 1000 });
  const ts = await reply(text, await impatient({ looks: [20, 3000] }));
  expect(standing()).toEqual([ts]);
  const posts = workspace.handles.calls.filter(
    ({ method, args }) => method === 'chat.postMessage' && args.text === text,
  );
  expect(posts).toHaveLength(1);
});

test.each<[string, Parameters<typeof fault>[1]]>([
  ['breaks off before it was carried out', { lost: 'before' }],
  ['is refused with 500', { status: 500 }],
])('a post that %s is said again', async (_, order) => {
  fault('chat.postMessage', order);
  const ts = await reply(`回复 ${n++}`);
  expect(standing()).toEqual([ts]);
});

test('while the thread cannot be searched nothing is said again', async () => {
  fault('chat.postMessage', { lost: 'after' });
  fault('conversations.replies', { status: 500, times: 5 });
  const ts = await reply(`回复 ${n++}`);
  expect(standing()).toEqual([ts]);
});

test('a post whose thread never could be searched is said once, and the next try finds it', async () => {
  const text = `回复 ${n++}`;
  fault('chat.postMessage', { lost: 'after' });
  fault('conversations.replies', { lost: 'before', times: 9 });
  await expect(reply(text)).rejects.toThrow();
  expect(await reply(text, desk, true)).toBe(standing()[0]);
  expect(standing()).toHaveLength(1);
});

test('of bare words, whose blocks Slack refuses, the lost one is found as well', async () => {
  fault('chat.postMessage', { error: 'invalid_blocks' });
  fault('chat.postMessage', { lost: 'after' });
  fault('chat.postMessage', { error: 'invalid_blocks' });
  const ts = await reply(`回复 ${n++}`);
  expect(standing()).toEqual([ts]);
});

test('in a channel, outside of threads, the lost one is found as well', async () => {
  const text = `回复 ${n++}`;
  fault('chat.postMessage', { lost: 'after' });
  const ts = await desk.courier.post({ channel: at.channel }, words(text), { mark: text });
  const said = workspace.handles.messages(at.channel).filter((message) => message.text === text);
  expect(said.map((message) => message.ts)).toEqual([ts]);
});

test('in a thread of several pages the lost one is found as well', async () => {
  for (let i = 0; i < 230; i++)
    workspace.handles.say({ as: '李雷', channel: at.channel, thread_ts: at.thread, text: `${i}` });
  fault('chat.postMessage', { lost: 'after' });
  const ts = await reply(`回复 ${n++}`);
  expect(standing().slice(230)).toEqual([ts]);
});

test('what somebody else says under the same mark is not taken for ours', async () => {
  const text = `回复 ${n++}`;
  const ts = await reply(text);
  const { clients, queues, self } = desk;
  expect(await new Spoken(clients, queues, self).find(at, text, 0)).toEqual([ts]);
  expect(await new Spoken(clients, queues, { botUser: 'U0OTHER', bot: 'B0OTHER' }).find(at, text, 0)).toEqual([]);
});

test('of two at once that want to say the same, one does', async () => {
  const text = `回复 ${n++}`;
  const said = await Promise.all([reply(text, desk, true), reply(text, desk, true)]);
  expect(new Set(said)).toEqual(new Set(standing()));
  expect(standing()).toHaveLength(1);
});

test('what Slack carries out long after we said it again is taken back, the one we remember stays', async () => {
  fault('chat.postMessage', { delay: 2500 });
  const ts = await reply(`回复 ${n++}`, await impatient({ twins: [4000] }));
  await soon(() => expect(standing()).toHaveLength(2));
  await soon(() => expect(standing()).toEqual([ts]));
});

test('what was said again since the search did not show it yet is taken back', async () => {
  fault('chat.postMessage', { lost: 'after' });
  fault('conversations.replies', { behind: 60_000, times: 3 });
  const ts = await reply(`回复 ${n++}`);
  expect(standing()).toHaveLength(2);
  await desk.courier.doubts.takeUp();
  expect(standing()).toEqual([ts]);
});

test('where the answer to the second is lost as well, one of the two stays', async () => {
  fault('chat.postMessage', { lost: 'after', times: 2 });
  fault('conversations.replies', { behind: 60_000, times: 3 });
  const ts = await reply(`回复 ${n++}`);
  await desk.courier.doubts.takeUp();
  expect(standing()).toEqual([ts]);
});

test('where the process dies that said it twice, another one takes one back', async () => {
  const text = `回复 ${n++}`;
  fault('chat.postMessage', { lost: 'after' });
  fault('conversations.replies', { behind: 60_000, times: 3 });
  // It dies between Slack's answer and its own note of it.
  const note = desk.courier.doubts.know;
  desk.courier.doubts.know = () => Promise.reject(new Error('killed'));
  await expect(reply(text)).rejects.toThrow('killed');
  desk.courier.doubts.know = note;
  const ts = await reply(text, other, true);
  await other.courier.doubts.takeUp();
  expect(standing()).toEqual([ts]);
});

test('where two processes say it, as the first stood still on its way, one of the two stays', async () => {
  const text = `回复 ${n++}`;
  fault('chat.postMessage', { delay: 3000 });
  const late = reply(text, await impatient({ looks: [], timeout: 20_000 }));
  await soon(() => expect(workspace.handles.calls.at(-1)!.args.text).toBe(text));
  const ts = await reply(text, other, true);
  await late;
  expect(standing()).toHaveLength(2);
  await other.courier.doubts.takeUp();
  expect(standing()).toEqual([ts]);
});

test('a twin that could not be taken back is taken back the next time', async () => {
  fault('chat.postMessage', { lost: 'after' });
  fault('conversations.replies', { behind: 60_000, times: 3 });
  const ts = await reply(`回复 ${n++}`);
  fault('chat.delete', { status: 500 });
  await expect(desk.courier.doubts.takeUp()).rejects.toThrow();
  fault('chat.delete', { retryAfter: 0 });
  await desk.courier.doubts.takeUp();
  expect(standing()).toEqual([ts]);
  for await (const _ of desk.courier.doubts.rows.entries()) expect.unreachable();
});
