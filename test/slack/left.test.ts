import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeSettings } from '../../src/casework/settings.ts';
import { settingsSchema } from '../../src/report/channel-settings.ts';
import { sendDigests } from '../../src/slack/digest.ts';
import { officeOf } from '../../src/slack/office.ts';
import { drop, type LocalApp, sample, soon, startLocalApp } from './local-app.ts';

/** Somebody whom Slack does not know any more. */
const left = 'U0ZHAOQI';

let local: LocalApp;
let message: { channel: string; ts: string };
beforeAll(async () => {
  local = await startLocalApp();
  const posted = await drop(local, [{ name: 'a.pdf', bytes: sample('示例区卫生健康局2023.pdf') }]);
  message = { channel: posted.channel, ts: posted.ts };
}, 60_000);
afterAll(() => local?.stop());

const list = () => local.hands.replies(message)[1]!;
const click = (as: string, action_id: string) =>
  local.hands.click({ as, channel: message.channel, ts: list().ts, action_id });
const told = (as: string, words: string) =>
  soon(() => expect(local.hands.whispers(as).map(({ text }) => text)).toContainEqual(expect.stringContaining(words)));

test('who has left is named as such where they decided, and others go on', async () => {
  const ref = (await local.store.cases.byNumber({ channel: message.channel, thread: message.ts }, 1))!;
  await local.store.cases.decide(ref, { act: 'assign', to: left }, { by: left });
  await local.store.cases.decide(ref, { act: 'confirm' }, { by: left });
  await soon(() => expect(list().text).toMatch(new RegExp(`保留原值 \\d+ 并标注 · ${left}（已离开）`)));
  expect(list().text).toContain(`负责人 ${left}（已离开）`);
  await click('李雷', 'issue.undo');
  await soon(() => expect(list().text).not.toContain('已确认有误'));
  await local.hands.command({ as: '李雷', channel: '#年报', text: '/govinfo 待办' });
  await told('李雷', '待办事项（');
  await local.hands.select({
    as: '李雷',
    channel: message.channel,
    ts: list().ts,
    action_id: 'issue.more',
    option: '历史',
  });
  const history = await local.hands.waitForModal('李雷');
  expect(JSON.stringify(history.blocks)).toContain(`${left}（已离开） 确认有误`);
  await local.hands.closeView({ as: '李雷' });
});

test('nobody is assigned who has left', async () => {
  await local.hands.select({
    as: '李雷',
    channel: message.channel,
    ts: list().ts,
    action_id: 'issue.more',
    option: '指派',
  });
  await local.hands.waitForModal('李雷', ({ callback_id }) => callback_id === 'issue.assign');
  const refused = await local.hands.submit({ as: '李雷', choices: { to: { to: { value: left } } } });
  expect(JSON.stringify(refused)).toContain('已离开或只能查看');
  await local.hands.closeView({ as: '李雷' });
});

test('where all editors have left, the others learn who can name new ones, and the admin can', async () => {
  const settings = settingsSchema.parse({ editors: [left], digest: 'weekdays' });
  await changeSettings(officeOf(local.desk), 'U0WANGMIN', message.channel, settings);
  await click('李雷', 'issue.confirm');
  await told('李雷', '编辑名单里的人都已离开');
  await local.hands.command({ as: '王敏', channel: '#年报', text: '/govinfo 设置' });
  await local.hands.waitForModal('王敏', ({ callback_id }) => callback_id === 'settings');
  await local.hands.submit({ as: '王敏', choices: { editors: { editors: { values: [] } } } as never });
  await click('李雷', 'issue.confirm');
  await soon(() => expect(list().text).toContain('已确认有误'));
});

test('a digest says which it is, lists what their issues are, and mentions nobody', async () => {
  const ref = (await local.store.cases.byNumber({ channel: message.channel, thread: message.ts }, 1))!;
  await local.store.cases.decide(ref, { act: 'reopen' }, { by: left });
  await local.store.cases.decide(ref, { act: 'assign', to: left }, { by: left });
  const later = new Date(Date.now() + 20 * 24 * 3600 * 1000);
  const day = later.getUTCDay();
  const working = new Date(later.getTime() + (day === 0 ? 1 : day === 6 ? 2 : 0) * 24 * 3600 * 1000);
  working.setUTCHours(4);
  await sendDigests({ ...local.desk, now: () => working });
  const digest = await local.hands.waitForMessage(({ text }) => text.includes('每日汇总'));
  expect(digest.text).toMatch(/每日汇总：\d+ 项待核超过 7 天/);
  expect(JSON.stringify(digest.blocks)).not.toContain('<@');
  expect(digest.text).not.toContain('我的');
});
