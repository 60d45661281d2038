import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startWorkspace } from '../../src/workspace/start-workspace.ts';
import { botToken as emulatedToken, startEmulate } from '../slack/emulate-peer.ts';

/** A server that speaks Slack's Web API, and what a case needs around it. */
interface Peer {
  client: WebClient;
  token: string;
  slackApiUrl: string;
  channel: string;
  /** Somebody who is in the channel. */
  person: string;
  trigger(): Promise<string>;
  close(): Promise<void>;
}

const clientOf = (token: string, slackApiUrl: string) =>
  new WebClient(token, { slackApiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true });

async function local(): Promise<Peer> {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  const { slackApiUrl, botToken, handles, stop } = await startWorkspace({ port: 0, dataFolder: folder });
  return {
    client: clientOf(botToken, slackApiUrl),
    token: botToken,
    slackApiUrl,
    channel: 'C0REPORTS',
    person: 'U0WANGMIN',
    trigger: async () => handles.trigger('王敏'),
    async close() {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function emulate(): Promise<Peer> {
  const { slackApiUrl, channel, person, close } = await startEmulate('http://127.0.0.1:9/');
  const client = clientOf(emulatedToken, slackApiUrl);
  const { user_id } = await person.auth.test();
  return {
    client,
    token: emulatedToken,
    slackApiUrl,
    channel,
    person: user_id ?? '',
    async trigger() {
      const minted = await client.apiCall('views.generateTriggerId', { user_id });
      return 'trigger_id' in minted ? String(minted.trigger_id) : '';
    },
    async close() {
      await close();
    },
  };
}

interface Case {
  says: string;
  /** Why the foreign server cannot do this one. */
  notOnEmulate?: string;
  run(peer: Peer): Promise<void>;
}

const modal = (title = '查询') => ({
  type: 'modal' as const,
  callback_id: 'ask',
  title: { type: 'plain_text' as const, text: title },
  blocks: [{ type: 'section' as const, block_id: 'one', text: { type: 'mrkdwn' as const, text: '内容' } }],
});

const code = (error: string) => expect.objectContaining({ data: expect.objectContaining({ ok: false, error }) });

/** The name stays ASCII: the foreign server cannot send another one back. */
async function upload({ client, channel }: Peer, bytes: Buffer, thread_ts: string): Promise<string> {
  const announced = await client.files.getUploadURLExternal({ filename: 'export.csv', length: bytes.length });
  const form = new FormData();
  form.append('body', new Blob([new Uint8Array(bytes)]), 'export.csv');
  const sent = await fetch(announced.upload_url ?? '', { method: 'POST', body: form });
  expect(sent.status).toBe(200);
  const id = announced.file_id ?? '';
  await client.files.completeUploadExternal({ files: [{ id, title: '导出' }], channel_id: channel, thread_ts });
  return id;
}

const cases: Case[] = [
  {
    says: 'auth.test names the bot and its team',
    async run({ client }) {
      expect(await client.auth.test()).toMatchObject({
        ok: true,
        user_id: 'U0GOVINFO',
        team_id: expect.stringMatching(/^T/),
      });
    },
  },
  {
    says: 'a wrong token is invalid_auth',
    notOnEmulate: 'takes any token',
    async run({ slackApiUrl }) {
      await expect(clientOf('xoxb-wrong', slackApiUrl).auth.test()).rejects.toEqual(code('invalid_auth'));
    },
  },
  {
    says: 'a posted message comes back with blocks, and is found in the history',
    async run({ client, channel }) {
      const blocks = [
        { type: 'section' as const, block_id: 'a', text: { type: 'mrkdwn' as const, text: '*处罚* 44' } },
      ];
      const posted = await client.chat.postMessage({ channel, text: '处罚 44', blocks });
      expect(posted.ts).toMatch(/^\d{10}\.\d{6}$/);
      const { messages } = await client.conversations.history({ channel, limit: 5 });
      const found = messages?.find(({ ts }) => ts === posted.ts);
      expect(found).toMatchObject({ text: '处罚 44', blocks: [{ type: 'section', block_id: 'a' }] });
    },
  },
  {
    says: 'replies come after their parent, oldest first, and are counted on it',
    async run({ client, channel }) {
      const parent = await client.chat.postMessage({ channel, text: '原帖' });
      for (const text of ['一', '二']) await client.chat.postMessage({ channel, thread_ts: parent.ts, text });
      const { messages } = await client.conversations.replies({ channel, ts: parent.ts ?? '' });
      expect(messages?.map(({ text }) => text)).toEqual(['原帖', '一', '二']);
      expect(messages?.[0]).toMatchObject({ reply_count: 2 });
      const { messages: roots } = await client.conversations.history({ channel, limit: 20 });
      expect(roots?.map(({ text }) => text)).not.toContain('二');
    },
  },
  {
    says: 'timestamps rise within a burst',
    async run({ client, channel }) {
      const posts = await Promise.all([1, 2, 3, 4].map((n) => client.chat.postMessage({ channel, text: `第 ${n}` })));
      const times = posts.map(({ ts }) => Number(ts));
      expect(new Set(times).size).toBe(4);
    },
  },
  {
    says: 'chat.update changes the text; a message of somebody else is refused',
    async run({ client, channel }) {
      const { ts = '' } = await client.chat.postMessage({ channel, text: '前' });
      await client.chat.update({ channel, ts, text: '后' });
      const { messages } = await client.conversations.history({ channel, oldest: ts, latest: ts, inclusive: true });
      expect(messages?.[0]).toMatchObject({ ts, text: '后' });
      await expect(client.chat.update({ channel, ts: '1.000001', text: '无' })).rejects.toEqual(
        code('message_not_found'),
      );
    },
  },
  {
    says: 'chat.delete takes the message away',
    async run({ client, channel }) {
      const { ts = '' } = await client.chat.postMessage({ channel, text: '要删的' });
      await client.chat.delete({ channel, ts });
      const { messages } = await client.conversations.history({ channel, limit: 20 });
      expect(messages?.map(({ text }) => text)).not.toContain('要删的');
    },
  },
  {
    says: 'reactions are added once and removed once',
    async run({ client, channel }) {
      const { ts: timestamp = '' } = await client.chat.postMessage({ channel, text: '看' });
      const mark = { channel, timestamp, name: 'eyes' };
      await client.reactions.add(mark);
      await expect(client.reactions.add(mark)).rejects.toEqual(code('already_reacted'));
      await client.reactions.remove(mark);
      await expect(client.reactions.remove(mark)).rejects.toEqual(code('no_reaction'));
    },
  },
  {
    says: 'a permalink leads to the message',
    async run({ client, channel }) {
      const { ts = '' } = await client.chat.postMessage({ channel, text: '链接' });
      const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts });
      expect(permalink).toContain(`/archives/${channel}/p${ts.replace('.', '')}`);
    },
  },
  {
    says: 'an unknown channel is channel_not_found',
    async run({ client }) {
      await expect(client.chat.postMessage({ channel: 'C0NOWHERE', text: '无' })).rejects.toEqual(
        code('channel_not_found'),
      );
      await expect(client.conversations.info({ channel: 'C0NOWHERE' })).rejects.toEqual(code('channel_not_found'));
    },
  },
  {
    says: 'an ephemeral message gets a timestamp and stays out of the history',
    async run({ client, channel, person: user }) {
      const { message_ts } = await client.chat.postEphemeral({ channel, user, text: '只给你看' });
      expect(message_ts).toMatch(/^\d+\.\d+$/);
      const { messages } = await client.conversations.history({ channel, limit: 20 });
      expect(messages?.map(({ text }) => text)).not.toContain('只给你看');
    },
  },
  {
    says: 'metadata is kept and shown when asked for',
    async run({ client, channel }) {
      const metadata = { event_type: 'govinfo_report', event_payload: { id: 'a', v: 1 } };
      const { ts = '' } = await client.chat.postMessage({ channel, text: '带数据', metadata });
      const asked = { channel, oldest: ts, latest: ts, inclusive: true, include_all_metadata: true };
      const { messages } = await client.conversations.history(asked);
      expect(messages?.[0]).toMatchObject({ metadata });
    },
  },
  {
    says: 'people are known by id, with their language when asked for',
    async run({ client, person: user }) {
      const { user: found } = await client.users.info({ user, include_locale: true });
      expect(found).toMatchObject({ id: user, real_name: '王敏', is_bot: false });
      await expect(client.users.info({ user: 'U0NOBODY' })).rejects.toEqual(code('user_not_found'));
    },
  },
  {
    says: 'a file goes up in three steps, lands in the thread, and comes down with the token',
    async run(peer) {
      const { client, channel, token } = peer;
      const parent = await client.chat.postMessage({ channel, text: '导出' });
      const bytes = Buffer.from('机关,处罚\n金凤区,44\n');
      const id = await upload(peer, bytes, parent.ts ?? '');
      await vi.waitFor(async () => {
        const { messages } = await client.conversations.replies({ channel, ts: parent.ts ?? '' });
        expect(messages?.flatMap((message) => message.files ?? []).map((file) => file.id)).toContain(id);
      });
      const { file } = await client.files.info({ file: id });
      expect(file).toMatchObject({ id, name: 'export.csv', size: bytes.length });
      const headers = { authorization: `Bearer ${token}` };
      const got = await fetch(file?.url_private_download ?? file?.url_private ?? '', { headers });
      expect(Buffer.from(await got.arrayBuffer()).toString()).toBe(bytes.toString());
    },
  },
  {
    says: 'an unknown file is file_not_found',
    async run({ client }) {
      await expect(client.files.info({ file: 'F0NOTHING' })).rejects.toEqual(code('file_not_found'));
    },
  },
  {
    says: 'a trigger opens one modal, once',
    async run({ client, trigger }) {
      const trigger_id = await trigger();
      const { view } = await client.views.open({ trigger_id, view: modal() });
      expect(view).toMatchObject({ callback_id: 'ask', type: 'modal', private_metadata: '', hash: expect.any(String) });
      await expect(client.views.open({ trigger_id, view: modal() })).rejects.toEqual(code('exchanged_trigger_id'));
    },
  },
  {
    says: 'a trigger is too old after three seconds',
    async run({ client, trigger }) {
      const trigger_id = await trigger();
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 4_500 });
      try {
        await expect(client.views.open({ trigger_id, view: modal() })).rejects.toEqual(code('expired_trigger_id'));
      } finally {
        vi.useRealTimers();
      }
    },
  },
  {
    says: 'views.update with a stale hash is hash_conflict',
    async run({ client, trigger }) {
      const { view } = await client.views.open({ trigger_id: await trigger(), view: modal() });
      const view_id = view?.id ?? '';
      await client.views.update({ view_id, hash: view?.hash ?? '', view: modal('第二版') });
      const stale = client.views.update({ view_id, hash: 'stale', view: modal('第三版') });
      await expect(stale).rejects.toEqual(code('hash_conflict'));
    },
  },
  {
    says: 'a Home tab is published for a person',
    async run({ client, person: user_id }) {
      const { view } = await client.views.publish({ user_id, view: { type: 'home', blocks: modal().blocks } });
      expect(view).toMatchObject({ type: 'home', blocks: [{ block_id: 'one' }] });
    },
  },
  {
    says: 'an empty message is no_text',
    async run({ client, channel }) {
      await expect(client.chat.postMessage({ channel, text: '' })).rejects.toEqual(code('no_text'));
    },
  },
  {
    says: 'an unknown method is refused with status 200, so that no client repeats it',
    notOnEmulate: 'answers 404',
    async run({ client }) {
      await expect(client.apiCall('chat.shout', {})).rejects.toEqual(code('unknown_method'));
    },
  },
  {
    says: 'blocks beyond the limits are invalid_blocks, with the reason',
    notOnEmulate: 'does not judge Block Kit',
    async run({ client, channel }) {
      const text = { type: 'plain_text' as const, text: '字'.repeat(151) };
      const refused = client.chat.postMessage({ channel, text: '长', blocks: [{ type: 'header', text }] });
      await expect(refused).rejects.toEqual(code('invalid_blocks'));
    },
  },
  {
    says: 'a modal title of 25 characters is invalid_arguments',
    notOnEmulate: 'does not judge views',
    async run({ client, trigger }) {
      const opened = client.views.open({ trigger_id: await trigger(), view: modal('字'.repeat(25)) });
      await expect(opened).rejects.toEqual(code('invalid_arguments'));
    },
  },
  {
    says: 'blocks without an id get one',
    notOnEmulate: 'keeps blocks as they came',
    async run({ client, channel }) {
      const { message } = await client.chat.postMessage({ channel, text: '线', blocks: [{ type: 'divider' }] });
      expect(message?.blocks?.[0]?.block_id).toMatch(/.+/);
    },
  },
  {
    says: 'metadata is not shown unasked',
    notOnEmulate: 'always shows it',
    async run({ client, channel }) {
      const metadata = { event_type: 'govinfo_report', event_payload: {} };
      const { ts = '' } = await client.chat.postMessage({ channel, text: '带数据', metadata });
      const { messages } = await client.conversations.history({ channel, oldest: ts, latest: ts, inclusive: true });
      expect(messages?.[0]).not.toHaveProperty('metadata');
    },
  },
  {
    says: 'without the token a file is a sign-in page, with status 200',
    notOnEmulate: 'answers 401',
    async run(peer) {
      const { client, channel } = peer;
      const parent = await client.chat.postMessage({ channel, text: '导出' });
      const id = await upload(peer, Buffer.from('x'), parent.ts ?? '');
      const { file } = await client.files.info({ file: id });
      const got = await fetch(file?.url_private ?? '');
      expect([got.status, got.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    },
  },
];

test('the cases that the foreign server cannot do are few and known', () => {
  expect(cases.filter((entry) => entry.notOnEmulate)).toHaveLength(7);
  expect(cases).toHaveLength(26);
});

describe.each([
  ['the local workspace', local],
  ['emulate', emulate],
] as const)('%s', (name, start) => {
  let peer: Peer;
  beforeAll(async () => {
    peer = await start();
  });
  afterEach(() => void vi.useRealTimers());
  afterAll(() => peer.close());

  for (const { says, notOnEmulate, run } of cases)
    test.skipIf(name === 'emulate' && notOnEmulate)(says, () => run(peer));
});
