import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepRoster } from '../../src/store/rosters.ts';
import type { Block } from '../../src/workspace/nouns.ts';
import { drop, type LocalApp, sample, soon, startLocalApp } from './local-app.ts';

let local: LocalApp;
beforeAll(async () => {
  local = await startLocalApp();
  await drop(local, [{ name: 'a.pdf', bytes: sample('示例区卫生健康局2023.pdf') }]);
  await drop(local, [{ name: 'b.html', bytes: sample('演示县卫生健康局2023.html') }]);
  await drop(local, [{ name: 'c.html', bytes: sample('灵武市卫生健康局2021.html') }]);
}, 60_000);
afterAll(() => local?.stop());

const textIn = (blocks: readonly Block[]): string => JSON.stringify(blocks);
const opened = async (as: string) => {
  await local.hands.openHome({ as });
  return local.hands.waitForHome(as);
};
/** The tab of a person once it says this. */
const saying = (as: string, words: string) =>
  soon(async () => {
    const home = await local.hands.waitForHome(as);
    expect(textIn(home.blocks)).toContain(words);
    return home;
  });

describe('the Home tab', () => {
  test('tells the latest year in figures, and what came in last with the way to its thread', async () => {
    const text = textIn((await opened('王敏')).blocks);
    // Only one of the two has totals that can be added up, and they differ.
    expect(text).toMatch(/2023 年度\*　已收 2 · 待核 \d+（你 0） · 本周更正 0 · 勾稽通过率 0%/);
    expect(text).toContain('最近入库（3）');
    expect(text).toMatch(/灵武市卫生健康局 · 2021 年度 · .*<http[^>]+archives[^>]+\|打开讨论>/);
    expect(text).toContain('语言：简体中文 · 权限：编辑');
  });

  test('shows another year when it is chosen, and whom the roster misses', async () => {
    await keepRoster(local.store, undefined, {
      names: ['灵武市卫生健康局', '金凤区卫生健康局', '示例区卫生健康局'],
      at: '2026-11-22',
    });
    const home = await opened('王敏');
    await local.hands.select({ as: '王敏', view: home.id, action_id: 'home.year', option: '2021' });
    const text = textIn((await saying('王敏', '2021 年度*')).blocks);
    expect(text).toContain('已收 1 / 3');
    expect(text).toContain('缺报（2）：金凤区卫生健康局、示例区卫生健康局');
  });

  test('is drawn anew when something is assigned to its reader', async () => {
    await opened('李雷');
    const issues = local.hands.messages('#年报').find(({ text }) => text.includes('待核事项　示例区'))!;
    local.hands.say({ as: '王敏', channel: '#年报', text: '@govinfo #1 指派 @李雷', thread_ts: issues.thread_ts! });
    const home = await saying('李雷', '指派给我（1）');
    await local.hands.select({ as: '李雷', view: home.id, action_id: 'issue.more', option: '更正数据' });
    expect((await local.hands.waitForModal('李雷')).callback_id).toBe('issue.correct');
    await local.hands.closeView({ as: '李雷' });
  });

  test('answers its buttons in windows, and sends files to the person', async () => {
    const home = await opened('李雷');
    const click = (label: string) => local.hands.click({ as: '李雷', view: home.id, label });
    await click('我的待办');
    const todo = await local.hands.waitForModal('李雷', ({ blocks }) => textIn(blocks).includes('待办事项（1）'));
    await local.hands.select({ as: '李雷', view: todo.id, action_id: 'issue.more', option: '忽略' });
    await local.hands.waitForModal('李雷', ({ callback_id }) => callback_id === 'issue.ignore');
    await local.hands.closeView({ as: '李雷' });
    await local.hands.closeView({ as: '李雷' });
    const exported = await opened('王敏');
    await local.hands.click({ as: '王敏', view: exported.id, label: '导出' });
    await local.hands.waitForModal('王敏', ({ blocks }) => textIn(blocks).includes('文件已发到你与 govinfo 的私信'));
    await local.hands.closeView({ as: '王敏' });
    await soon(() =>
      expect(JSON.stringify(local.hands.messages('@govinfo').map(({ raw }) => raw.files ?? []))).toContain('.csv'),
    );
    const refused = local.hands.log.filter(({ ok, name }) => !ok && !name.startsWith('reactions.'));
    expect(refused).toEqual([]);
  });

  test('leads to the settings of a channel; a guest is told in the window', async () => {
    for (const [as, expected] of [
      ['王敏', '只对这个频道有效'],
      ['韩梅', '访客只能查看'],
    ] as const) {
      const home = await opened(as);
      await local.hands.click({ as, view: home.id, action_id: 'settings' });
      const choice = await local.hands.waitForModal(as, ({ callback_id }) => callback_id === 'settings.choice');
      const channel = local.hands.messages('#年报')[0]!.channel;
      await local.hands.select({ as, view: choice.id, action_id: 'settings.channel', option: channel });
      await local.hands.waitForModal(as, ({ blocks }) => textIn(blocks).includes(expected));
      await local.hands.closeView({ as });
    }
    expect(textIn((await opened('韩梅')).blocks)).toContain('权限：只读');
  });
});
