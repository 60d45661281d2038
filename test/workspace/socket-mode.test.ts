import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, SocketModeReceiver } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RunningWorkspace, startWorkspace } from '../../src/workspace/start-workspace.ts';

let folder: string;
let workspace: RunningWorkspace;
let app: App;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workspace-'));
  workspace = await startWorkspace({ port: 0, dataFolder: folder });
  const { slackApiUrl, appToken, botToken: token } = workspace;
  const receiver = new SocketModeReceiver({ appToken, installerOptions: { clientOptions: { slackApiUrl } } });
  app = new App({
    token,
    receiver,
    convoStore: false,
    deferInitialization: true,
    clientOptions: { slackApiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
  });
  await app.init();
});

afterEach(async () => {
  await app.stop();
  await workspace.stop();
  rmSync(folder, { recursive: true, force: true });
});

const plain = (text: string) => ({ type: 'plain_text', text }) as const;

describe('an unmodified Bolt app', () => {
  test('hears a file, downloads it and answers in the thread', async () => {
    app.event('message', async ({ event, client }) => {
      if (event.subtype !== 'file_share' || !event.files?.[0]) return;
      const bytes = await fetch(event.files[0].url_private_download ?? '', {
        headers: { authorization: `Bearer ${workspace.botToken}` },
      });
      await client.reactions.add({ channel: event.channel, timestamp: event.ts, name: 'eyes' });
      await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: await bytes.text() });
    });
    await app.start();
    const { handles } = workspace;
    const upload = handles.upload({
      as: '王敏',
      channel: '年报',
      files: [{ name: '年报.txt', bytes: Buffer.from('内容') }],
    });
    const reply = await handles.waitForMessage((message) => message.thread_ts === upload.ts);
    expect(reply.text).toBe('内容');
    expect(handles.messages('年报').find((message) => message.ts === upload.ts)?.reactions).toEqual(['eyes']);
  });

  test('answers a command privately, and a button in that answer replaces it', async () => {
    app.command('/govinfo', async ({ ack, respond, command }) => {
      await ack();
      const button = { type: 'button', action_id: 'more', value: 'page 2', text: plain('下一页') } as const;
      await respond({ text: `你问的是 ${command.text}`, blocks: [{ type: 'actions', elements: [button] }] });
    });
    app.action('more', async ({ ack, respond, payload }) => {
      await ack();
      await respond({ text: 'value' in payload ? String(payload.value) : '', replace_original: true });
    });
    await app.start();
    const { handles } = workspace;
    await handles.command({ as: '李雷', channel: '年报', text: '/govinfo 处罚 2021' });
    const answer = await handles.waitForMessage((message) => message.to === 'U0LILEI');
    expect(answer.text).toBe('你问的是 处罚 2021');
    await handles.click({ as: '李雷', channel: '年报', ts: answer.ts, label: '下一页' });
    const next = await handles.waitForMessage((message) => message.text === 'page 2');
    expect(next.ts).toBe(answer.ts);
    expect(handles.whispers('王敏')).toEqual([]);
  });

  test('that is connecting again hears what a person did meanwhile', async () => {
    app.command('/govinfo', async ({ ack }) => ack('在'));
    const { handles } = workspace;
    const asked = handles.command({ as: '王敏', channel: '年报', text: '/govinfo' });
    expect(handles.connections()).toBe(0);
    await app.start();
    await asked;
    expect(handles.whispers('王敏').map(({ text }) => text)).toEqual(['在']);
  });

  test('opens a modal, refuses a field, then takes it', async () => {
    app.shortcut('open_query', async ({ ack, client, shortcut }) => {
      await ack();
      const element = { type: 'plain_text_input', action_id: 'name' } as const;
      await client.views.open({
        trigger_id: shortcut.trigger_id,
        view: {
          type: 'modal',
          callback_id: 'ask',
          title: plain('查询'),
          submit: plain('查'),
          blocks: [{ type: 'input', block_id: 'bureau', label: plain('机关'), element }],
        },
      });
    });
    app.view('ask', async ({ ack, view }) => {
      const value = view.state.values.bureau?.name?.value ?? '';
      if (value === '某局') await ack({ response_action: 'errors', errors: { bureau: '没有找到' } });
      else await ack();
    });
    await app.start();
    const { handles } = workspace;
    await handles.shortcut({ as: '王敏', callback_id: 'open_query' });
    await handles.waitForModal('王敏');
    expect(await handles.submit({ as: '王敏' })).toEqual({ bureau: '请填写这一项。' });
    const filled = (value: string) => ({ bureau: { name: { value } } });
    expect(await handles.submit({ as: '王敏', choices: filled('某局') })).toEqual({ bureau: '没有找到' });
    expect(await handles.submit({ as: '王敏', choices: filled('金凤区') })).toEqual({});
    expect(handles.modals('王敏')).toEqual([]);
  });
});
