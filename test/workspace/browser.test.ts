import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, SocketModeReceiver } from '@slack/bolt';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningWorkspace, startWorkspace } from '../../src/workspace/start-workspace.ts';
import { browserMissing, openBrowser } from './browser.ts';
import { WorkspacePage } from './workspace-page.ts';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const button = (action_id: string, text: string) =>
  ({ type: 'button', action_id, value: 'v', text: plain(text) }) as const;

const option = (value: string, text: string) => ({ value, text: plain(text) });
const input = (block_id: string, label: string, element: { type: string }) =>
  ({ type: 'input', block_id, label: plain(label), element: { ...element, action_id: block_id } }) as never;

/** A form with every menu, and a field for files; what was filled in is posted. */
function teachForm(app: App): void {
  app.action('form', async ({ ack, body, client }) => {
    await ack();
    if (!('trigger_id' in body)) return;
    const options = Array.from({ length: 60 }, (_, i) => option(`cell-${i}`, `表三 第 ${i} 格`));
    const blocks = [
      input('cell', '哪一格', { type: 'static_select', options } as never),
      input('to', '负责人', { type: 'users_select' }),
      input('editors', '编辑名单', { type: 'multi_users_select', initial_users: ['U0LILEI'] } as never),
      input('file', '附件', { type: 'file_input', max_files: 1 } as never),
    ];
    const view = { type: 'modal' as const, callback_id: 'form', title: plain('表单'), submit: plain('提交'), blocks };
    await client.views.open({ trigger_id: body.trigger_id, view });
  });
  app.view('form', async ({ ack, view, client }) => {
    await ack();
    const { cell, to, editors, file } = view.state.values;
    const words = [
      cell?.cell?.selected_option?.value,
      to?.to?.selected_user,
      editors?.editors?.selected_users?.join('+'),
      file?.file?.files?.map(({ name, mode }) => `${name} ${mode}`).join(),
    ];
    await client.chat.postMessage({ channel: 'C0REPORTS', text: `填写：${words.join(' ')}` });
  });
}

/** A small app of this test's own: answers files, a command, a button with a modal, mentions and the Home tab. */
function teach(app: App): void {
  app.event('message', async ({ event, client }) => {
    if (event.subtype !== 'file_share') return;
    const { channel, ts } = event;
    await client.reactions.add({ channel, timestamp: ts, name: 'eyes' });
    const fields = [
      { type: 'mrkdwn' as const, text: '*行政处罚*\n44' },
      { type: 'mrkdwn' as const, text: '*行政许可*\n210' },
    ];
    const text = `读到 ${event.files?.map((file) => file.name).join('、')}`;
    await client.chat.postMessage({
      channel,
      thread_ts: ts,
      text,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: `⚠️ *${text}*` }, fields },
        { type: 'actions', elements: [button('correct', '更正数据…'), button('form', '表单…')] },
      ],
    });
  });
  app.action('correct', async ({ ack, body, client }) => {
    await ack();
    if (!('trigger_id' in body)) return;
    const element = { type: 'number_input', action_id: 'value', is_decimal_allowed: false } as const;
    const view = {
      type: 'modal' as const,
      callback_id: 'correction',
      title: plain('更正数据'),
      submit: plain('保存并重算'),
      blocks: [{ type: 'input' as const, block_id: 'cell', label: plain('正确数值'), element, hint: plain('印作 11') }],
    };
    await client.views.open({ trigger_id: body.trigger_id, view });
  });
  app.view('correction', async ({ ack, view, body, client }) => {
    const value = view.state.values.cell?.value?.value;
    if (value === '11') return ack({ response_action: 'errors', errors: { cell: '与原印的数相同' } });
    await ack();
    await client.chat.postMessage({ channel: 'C0REPORTS', text: `${body.user.name} 更正为 ${value}` });
  });
  app.command('/govinfo', async ({ ack, respond, command }) => {
    await ack();
    const rows = [
      ['机关', '处罚'],
      ['金凤区卫生健康局', 44],
      ['灵武市卫生健康局', 133],
    ].map((row) =>
      row.map((cell) =>
        typeof cell === 'number'
          ? { type: 'raw_number' as const, value: cell, text: String(cell) }
          : { type: 'raw_text' as const, text: cell },
      ),
    );
    await respond({
      text: `问：${command.text}`,
      blocks: [{ type: 'data_table', caption: `问：${command.text}`, rows }],
    });
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ thread_ts: event.thread_ts ?? event.ts, text: `听到 ${event.text}` });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'header', text: plain('年报台账') }] },
    });
  });
}

describe.skipIf(browserMissing)('the page', () => {
  let browser: Browser;
  let folder: string;
  let workspace: RunningWorkspace;
  let app: App;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'page-'));
    workspace = await startWorkspace({ port: 0, dataFolder: folder });
    const { slackApiUrl, appToken, botToken: token } = workspace;
    const receiver = new SocketModeReceiver({ appToken, installerOptions: { clientOptions: { slackApiUrl } } });
    const clientOptions = { slackApiUrl, retryConfig: { retries: 0 } };
    app = new App({ token, receiver, convoStore: false, deferInitialization: true, clientOptions });
    teach(app);
    teachForm(app);
    await app.init();
    await app.start();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await app.stop();
    await workspace.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const report = { name: '示例区2023.txt', content: '年报' };

  test('a file dropped anywhere is posted, marked, and answered in its thread', async () => {
    const page = await WorkspacePage.open(browser, workspace.url);
    await page.drop([report]);
    await page.field.press('Enter');
    const posted = page.message('示例区2023.txt');
    await posted.getByRole('button', { name: /eyes，govinfo/ }).waitFor();
    await page.openThread('示例区2023.txt');
    const reply = page.message('读到', page.thread);
    expect(await reply.textContent()).toMatch(/行政处罚\s*44\s*行政许可\s*210/);
    await page.picture('thread');
    expect(page.errors).toEqual([]);
  });

  test('a modal refuses a field with words beside it, keeps what was typed, then closes', async () => {
    const page = await WorkspacePage.open(browser, workspace.url);
    await page.drop([report]);
    await page.field.press('Enter');
    await page.openThread('示例区2023.txt');
    await page.thread.getByRole('button', { name: '更正数据…' }).click();
    const value = page.modal.getByLabel('正确数值');
    await value.fill('十二');
    await page.modal.getByRole('button', { name: '保存并重算' }).click();
    await page.modal.getByText('请输入数字。').waitFor();
    await value.fill('11');
    await page.modal.getByRole('button', { name: '保存并重算' }).click();
    await page.modal.getByText('与原印的数相同').waitFor();
    expect(await value.inputValue()).toBe('11');
    await page.picture('modal');
    await value.fill('12');
    await value.press('Enter');
    await page.message('王敏 更正为 12').waitFor();
    expect(await page.modal.count()).toBe(0);
    expect(page.errors).toEqual([]);
  });

  test('menus are searched by typing, people are chosen as chips, and a file goes with the form', async () => {
    const page = await WorkspacePage.open(browser, workspace.url);
    await page.drop([report]);
    await page.field.press('Enter');
    await page.openThread('示例区2023.txt');
    await page.thread.getByRole('button', { name: '表单…' }).click();
    const cell = page.modal.getByRole('combobox', { name: '哪一格' });
    await cell.fill('第 42');
    expect(await page.modal.getByRole('option').allInnerTexts()).toEqual(['表三 第 42 格']);
    await cell.press('Enter');
    expect(await cell.inputValue()).toBe('表三 第 42 格');
    await page.choose('负责人', '韩梅');
    await page.choose('编辑名单', '王敏');
    await page.modal.getByRole('button', { name: '移除 李雷' }).click();
    await page.choose('编辑名单', 'Alex');
    await cell.fill('第 5');
    await page.picture('form');
    await cell.press('Escape');
    expect(await cell.inputValue()).toBe('表三 第 42 格');
    const chooser = page.page.waitForEvent('filechooser');
    await page.modal.getByRole('button', { name: '附件' }).click();
    await (await chooser).setFiles({ name: '答复.txt', mimeType: 'text/plain', buffer: Buffer.from('答复') });
    await page.modal.locator('.chip').filter({ hasText: '答复.txt' }).waitFor();
    await page.modal.locator('.chip progress').waitFor({ state: 'detached' });
    await page.modal.getByRole('button', { name: '提交' }).click();
    await page.message('填写：cell-42 U0HANMEI U0WANGMIN+U0ALEX 答复.txt hosted').waitFor();
    expect(page.errors).toEqual([]);
  });

  test('a command is hinted, answered to one person alone, sorted by a click, and gone after a reload', async () => {
    const mine = await WorkspacePage.open(browser, workspace.url);
    const other = await WorkspacePage.open(browser, workspace.url);
    await other.actAs('李雷');
    await mine.field.fill('/');
    await mine.page.getByRole('option', { name: /\/govinfo/ }).waitFor();
    await mine.write('/govinfo 处罚 2021');
    const answer = mine.message('问：处罚 2021');
    await answer.getByText('仅你可见').waitFor();
    await answer.getByRole('button', { name: '处罚' }).click();
    expect(await answer.locator('tbody tr').first().textContent()).toBe('灵武市卫生健康局133');
    expect(await other.message('问：处罚 2021').count()).toBe(0);
    await mine.page.reload();
    await mine.ready();
    expect(await mine.message('问：处罚 2021').count()).toBe(0);
    expect(mine.errors).toEqual([]);
  });

  test('in a thread a slash command is refused with a hint, and a mention is answered there', async () => {
    const page = await WorkspacePage.open(browser, workspace.url);
    await page.write('请看');
    await page.message('请看').hover();
    await page.message('请看').getByRole('button', { name: '在帖子里回复' }).click();
    await page.reply('/govinfo 处罚 2021');
    await page.page.locator('.toast').getByText('斜杠命令不能在帖子里用').waitFor();
    await page.reply('@govinfo <!channel> & 处罚');
    const heard = page.message('听到', page.thread);
    expect(await heard.textContent()).toContain('@govinfo <!channel> & 处罚');
    expect(page.errors).toEqual([]);
  });

  test('a guest sees fewer channels; a reload keeps messages and who one is', async () => {
    const page = await WorkspacePage.open(browser, workspace.url);
    await page.write('会一直在');
    await page.actAs('韩梅');
    const rooms = page.page.locator('#sidebar .room-name');
    expect(await rooms.allInnerTexts()).toEqual(['年报', 'govinfo']);
    await page.page.reload();
    await page.ready();
    await page.message('会一直在').waitFor();
    expect(await page.page.locator('.whoami').textContent()).toContain('韩梅 · 访客');
    expect(page.errors).toEqual([]);
  });

  test('where the app is not in the channel the page says so, and one click invites it', async () => {
    const page = await WorkspacePage.open(browser, workspace.url);
    await page.goTo('闲聊');
    await page.page.getByRole('button', { name: '把 govinfo 请进来' }).click();
    await page.page.getByText('govinfo 加入了频道').waitFor();
    await page.page.locator('.notice').waitFor({ state: 'detached' });
  });

  test('the Home tab shows what the app published', async () => {
    const page = await WorkspacePage.open(browser, workspace.url);
    await page.goTo('govinfo');
    await page.page.getByRole('tab', { name: '主页' }).click();
    await page.page.locator('#home').getByText('年报台账').waitFor();
    expect(page.errors).toEqual([]);
  });

  test('at 360 pixels nothing is wider than the window and the thread takes its whole width', async () => {
    const page = await WorkspacePage.open(browser, workspace.url, { width: 360, height: 740 });
    await page.drop([report]);
    await page.field.press('Enter');
    await page.openThread('示例区2023.txt');
    await page.message('读到', page.thread).waitFor();
    const widths = await page.page.evaluate('[document.documentElement.scrollWidth, innerWidth]');
    expect(widths).toEqual([360, 360]);
    expect((await page.thread.boundingBox())?.width).toBe(360);
    await page.picture('narrow');
  });

  test('by keyboard alone: write, complete a name, open the menu of a person, close a modal', async () => {
    const page = await WorkspacePage.open(browser, workspace.url);
    await page.field.focus();
    await page.page.keyboard.type('@gov');
    await page.page.keyboard.press('Tab');
    await page.page.keyboard.type('你好');
    await page.page.keyboard.press('Enter');
    await page.message('@govinfo 你好').waitFor();
    await page.page.locator('.whoami').focus();
    await page.page.keyboard.press('Enter');
    await page.page.keyboard.press('ArrowDown');
    await page.page.keyboard.press('Enter');
    await page.page.locator('.whoami').filter({ hasText: '李雷' }).waitFor();
    expect(page.errors).toEqual([]);
  });

  test('a broken click is said in words, as after three silent seconds', async () => {
    const page = await WorkspacePage.open(browser, workspace.url);
    await page.drop([report]);
    await page.field.press('Enter');
    await page.openThread('示例区2023.txt');
    await page.message('读到', page.thread).waitFor();
    await app.stop();
    workspace.handles.dropSocket();
    await page.thread.getByRole('button', { name: '更正数据…' }).click();
    await page.page.locator('.toast').getByText('应用没有连接上').waitFor();
  });
});
