import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type RunningWorkspace, startWorkspace } from '../../src/workspace/start-workspace.ts';

let folder: string;
let workspace: RunningWorkspace;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workspace-'));
  workspace = await startWorkspace({ port: 0, dataFolder: folder });
});
afterEach(async () => {
  await workspace.stop();
  rmSync(folder, { recursive: true, force: true });
});

const client = () =>
  new WebClient(workspace.botToken, {
    slackApiUrl: workspace.slackApiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });

interface Envelope {
  envelope_id: string;
  type: string;
  payload: { event?: { type: string; subtype?: string; text?: string }; event_id?: string; response_url?: string };
  retry_attempt?: number;
}

/** A bare socket as the app would open it; `hear` sees each envelope and says whether to acknowledge. */
async function listen(hear: (envelope: Envelope) => boolean): Promise<WebSocket> {
  const { slackApiUrl, appToken } = workspace;
  const { url } = await new WebClient(appToken, { slackApiUrl }).apps.connections.open();
  const socket = new WebSocket(url ?? '');
  await new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      const envelope: Envelope = JSON.parse(data.toString());
      if (envelope.type === 'hello') return resolve();
      if (hear(envelope)) socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, payload: {} }));
    });
  });
  return socket;
}

describe('what is kept', () => {
  const restart = async () => {
    await workspace.stop();
    workspace = await startWorkspace({ port: 0, dataFolder: folder });
  };

  test('a restart brings back messages, marks and files, and the welcome only once', async () => {
    const { handles } = workspace;
    const bytes = Buffer.from('内容');
    const posted = handles.upload({ as: '王敏', channel: '年报', files: [{ name: 'a.txt', bytes }], text: '请看' });
    handles.react({ as: '李雷', channel: '年报', ts: posted.ts, name: 'eyes' });
    await restart();
    const messages = workspace.handles.messages('年报');
    expect(messages.map(({ text }) => text)).toEqual([expect.stringContaining('把年报拖进来'), '请看']);
    expect(messages[1]?.reactions).toEqual(['eyes']);
    const [file] = (messages[1]?.raw.files ?? []) as { id: string }[];
    expect(Buffer.from(workspace.handles.fileBytes(file?.id ?? '') ?? '').toString()).toBe('内容');
  });

  test('a last line cut off by a kill costs that line alone', async () => {
    workspace.handles.say({ as: '王敏', channel: '年报', text: '写完的' });
    appendFileSync(join(folder, 'workspace.jsonl'), '["messages","9.9",{"channel":"C0REP');
    await restart();
    expect(workspace.handles.messages('年报').map(({ text }) => text)).toContain('写完的');
    expect(readFileSync(join(folder, 'workspace.jsonl'), 'utf8')).not.toContain('9.9');
  });

  test('a timestamp never comes twice, also across a restart', async () => {
    const { ts: before } = workspace.handles.say({ as: '王敏', channel: '年报', text: '一' });
    await restart();
    const { ts: after } = workspace.handles.say({ as: '王敏', channel: '年报', text: '二' });
    expect(Number(after)).toBeGreaterThan(Number(before));
  });
});

describe('events', () => {
  test('wait for a connection, and only those come that the manifest asks for', async () => {
    const posted = workspace.handles.upload({
      as: '王敏',
      channel: '年报',
      files: [{ name: 'a.txt', bytes: Buffer.from('x') }],
    });
    workspace.handles.react({ as: '王敏', channel: '年报', ts: posted.ts, name: 'eyes' });
    const heard: string[] = [];
    await listen(({ payload }) => {
      heard.push(`${payload.event?.type} ${payload.event?.subtype ?? ''}`);
      return true;
    });
    await expect.poll(() => heard).toContain('message file_share');
    expect(heard.join()).not.toMatch(/file_shared|reaction_added/);
  });

  test('come again when they were not acknowledged, marked as a retry', async () => {
    const attempts: (number | undefined)[] = [];
    await listen(({ payload, retry_attempt }) => {
      if (payload.event?.text !== '再来一次') return true;
      attempts.push(retry_attempt);
      return attempts.length > 1;
    });
    workspace.handles.say({ as: '王敏', channel: '测试', text: '再来一次' });
    await expect.poll(() => attempts, { timeout: 8_000 }).toEqual([undefined, 1]);
  });

  test('go to one of two connections, never to both', async () => {
    const seen: string[] = [];
    const hear = ({ payload }: Envelope) => seen.push(payload.event_id ?? '') > 0;
    await listen(hear);
    await listen(hear);
    for (const text of ['一', '二', '三']) workspace.handles.say({ as: '王敏', channel: '测试', text });
    await expect.poll(() => seen.length).toBeGreaterThanOrEqual(3);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('do not come from a channel the app is not in', async () => {
    const channels: unknown[] = [];
    await listen(({ payload }) => channels.push(payload.event) > 0);
    workspace.handles.say({ as: '王敏', channel: '闲聊', text: '听不到' });
    workspace.handles.say({ as: '王敏', channel: '测试', text: '听得到' });
    await expect.poll(() => JSON.stringify(channels)).toContain('听得到');
    expect(JSON.stringify(channels)).not.toContain('听不到');
  });
});

test('a response address takes five answers and is then gone', async () => {
  let address = '';
  await listen(({ payload }) => {
    address = payload.response_url ?? address;
    return true;
  });
  await workspace.handles.command({ as: '王敏', channel: '年报', text: '/govinfo 帮助' });
  const answers: number[] = [];
  for (let i = 0; i < 6; i++) {
    const { status } = await fetch(address, { method: 'POST', body: JSON.stringify({ text: `第 ${i}` }) });
    answers.push(status);
  }
  expect(answers).toEqual([200, 200, 200, 200, 200, 404]);
  expect(workspace.handles.whispers('王敏')).toHaveLength(5);
});

test('an ordered 429 names its wait, and the next call works again', async () => {
  workspace.handles.setFault('chat.postMessage', { retryAfter: 7 });
  const post = () => client().chat.postMessage({ channel: 'C0REPORTS', text: '一' });
  await expect(post()).rejects.toMatchObject({ retryAfter: 7 });
  expect((await post()).ok).toBe(true);
});

test('the app is refused where it is no member, and let in by an invitation', async () => {
  const post = () => client().chat.postMessage({ channel: 'C0CHATTER', text: '大家好' });
  await expect(post()).rejects.toMatchObject({ data: { error: 'not_in_channel' } });
  await workspace.handles.command({ as: '王敏', channel: '闲聊', text: '/invite @govinfo' });
  expect((await post()).ok).toBe(true);
});

test('a message that is deleted takes its files with it', async () => {
  const { ts, raw } = workspace.handles.upload({
    as: '王敏',
    channel: '年报',
    files: [{ name: 'a.txt', bytes: Buffer.from('x') }],
  });
  const [file] = raw.files as { id: string }[];
  workspace.handles.remove({ as: '王敏', channel: '年报', ts });
  await expect(client().files.info({ file: file?.id ?? '' })).rejects.toMatchObject({
    data: { error: 'file_deleted' },
  });
});

test('a taken port is said in one sentence', async () => {
  const port = Number(new URL(workspace.url).port);
  await expect(startWorkspace({ port, dataFolder: join(folder, 'second') })).rejects.toMatchObject({
    code: 'E-PORT-TAKEN',
    words: { zh: expect.stringContaining(`端口 ${port} 已被占用`) },
  });
});
