import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drop, type LocalApp, sample, soon, startLocalApp } from './local-app.ts';

let local: LocalApp;
let message: { channel: string; ts: string };
let summary: { channel: string; ts: string };
beforeAll(async () => {
  local = await startLocalApp();
  const { answers, ...posted } = await drop(local, [
    { name: '示例区2023.pdf', bytes: sample('示例区卫生健康局2023.pdf') },
  ]);
  message = posted;
  summary = answers[0]!;
}, 60_000);
afterAll(() => local?.stop());

const press = (as: string, action_id: string) =>
  local.hands.click({ as, channel: summary.channel, ts: summary.ts, action_id });
const inThread = (words: RegExp) => local.hands.replies(message).filter(({ text }) => words.test(text));
const post = async (as: string) => {
  const window = local.hands.modals(as).at(-1)!;
  await local.hands.click({ as, view: window.id, label: '发到本帖' });
  await local.hands.waitForModal(as, ({ blocks }) => JSON.stringify(blocks).includes('已发到帖子里'));
  await local.hands.closeView({ as });
  await local.hands.closeView({ as });
};

describe('what a window shows is posted in the thread, once', () => {
  test.each([
    // What is in doubt is marked wherever it goes.
    ['report.tables', /^三张表　示例区卫生健康局 · 2023 年度/, '"11 ⚠️"'],
    ['report.text', /^正文要点　示例区卫生健康局 · 2023 年度/, '•'],
  ])('%s', async (action, title, words) => {
    for (const as of ['李雷', '王敏']) {
      await press(as, action);
      const window = await local.hands.waitForModal(as);
      if (action === 'report.tables') expect(JSON.stringify(window.blocks)).toMatch(/金额 12\.5 万元.*11 ⚠️/);
      await post(as);
    }
    const posted = inThread(title);
    expect(posted.length).toBe(1);
    expect(JSON.stringify(posted[0]!.blocks)).toContain(words);
  });
});

describe('看原文', () => {
  test('of a summary shows the rows of its figures once, and leads later askers to them', async () => {
    await press('王敏', 'report.source');
    const [shown] = await soon(() => {
      const found = inThread(/^原文　/);
      if (!found.length) throw new Error('not yet');
      return found;
    });
    expect(shown!.blocks.filter(({ type }) => type === 'image').length).toBeGreaterThan(0);
    expect(shown!.text).toMatch(/①表二「行政许可」处理决定数量 印作“210”/);
    await press('李雷', 'report.source');
    await local.hands.waitForMessage(({ to, text }) => to === 'U0LILEI' && text.includes('原文已在帖子里'));
    expect(inThread(/^原文　/).length).toBe(1);
  });

  test('from a list opens a window with the picture, and is posted in the report’s thread from there', async () => {
    await local.hands.command({ as: '李雷', channel: '#测试', text: '/govinfo 待办' });
    const list = await local.hands.waitForMessage(({ to, text }) => to === 'U0LILEI' && text.includes('待办事项'));
    await local.hands.select({
      as: '李雷',
      channel: list.channel,
      ts: list.ts,
      action_id: 'issue.more',
      option: '看原文',
    });
    const window = await local.hands.waitForModal('李雷', ({ blocks }) => blocks.some(({ type }) => type === 'image'));
    expect(JSON.stringify(window.blocks)).toContain('②＋③ ≠ ①＋④');
    expect(inThread(/^#1 原文/).length).toBe(0);
    await post('李雷');
    expect(inThread(/^#1 原文/).length).toBe(1);
  });

  test('from a list: where Slack takes no picture in a window, the words stand there and the picture goes to the person', async () => {
    await local.hands.command({ as: '王敏', channel: '#测试', text: '/govinfo 待办' });
    const list = await local.hands.waitForMessage(({ to, text }) => to === 'U0WANGMIN' && text.includes('待办事项'));
    local.hands.setFault('views.update', { error: 'invalid_blocks' });
    await local.hands.select({
      as: '王敏',
      channel: list.channel,
      ts: list.ts,
      action_id: 'issue.more',
      option: '看原文',
    });
    await local.hands.waitForModal('王敏', ({ blocks }) => JSON.stringify(blocks).includes('②＋③ ≠ ①＋④'));
    await soon(() =>
      expect(local.hands.messages('@govinfo').some(({ blocks }) => blocks.some(({ type }) => type === 'image'))).toBe(
        true,
      ),
    );
  });
});

test('the menu of a list: opens the thread by a link, and gives the issue to oneself', async () => {
  await local.hands.command({ as: '李雷', channel: '#测试', text: '/govinfo 待办 勾稽' });
  const list = await local.hands.waitForMessage(({ to, text }) => to === 'U0LILEI' && text.includes('待办事项（1）'));
  const menu = JSON.stringify(list.blocks);
  expect(
    [...menu.matchAll(/"text":"(打开讨论|指派给我|看原文|忽略（本版）…|更正数据…)"/g)].map(([, words]) => words),
  ).toEqual(['打开讨论', '指派给我', '看原文', '忽略（本版）…', '更正数据…']);
  expect(menu).toMatch(/"url":"http[^"]+archives/);
  await local.hands.select({
    as: '李雷',
    channel: list.channel,
    ts: list.ts,
    action_id: 'issue.more',
    option: '指派给我',
  });
  await soon(() => expect(inThread(/待核事项/)[0]!.text).toContain('负责人 李雷'));
  await local.hands.select({
    as: '李雷',
    channel: list.channel,
    ts: list.ts,
    action_id: 'issue.more',
    option: '打开讨论',
  });
  expect(local.hands.log.filter(({ ok, name }) => !ok && !/^(reactions|views)\./.test(name))).toEqual([]);
});

test('⋯ of a summary: every change against last year in a window, and how the like bureaus stand to oneself', async () => {
  const more = (option: string, as = '李雷') =>
    local.hands.select({ as, channel: summary.channel, ts: summary.ts, action_id: 'report.more', option });
  const menu = () => JSON.stringify(local.hands.replies(message)[0]!.blocks.at(-1));
  expect(menu()).not.toContain('全部变动');
  await drop(local, [{ name: '示例区2022.pdf', bytes: sample('示例区卫生健康局2022.pdf') }]);
  await soon(() => expect(menu()).toMatch(/全部变动.*同类对比/));
  await more('全部变动');
  const window = await local.hands.waitForModal('李雷', ({ title }) => JSON.stringify(title).includes('全部变动'));
  expect(JSON.stringify(window.blocks)).toContain('处理决定数量：38 → 44');
  await local.hands.closeView({ as: '李雷' });
  await more('同类对比');
  const answer = await local.hands.waitForMessage(({ to, text }) => to === 'U0LILEI' && text.includes('同类机关'));
  expect(answer.text).toContain('示例区卫生健康局 2023');
});
