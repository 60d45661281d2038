import { afterAll, beforeAll, expect, test } from 'vitest';
import { drop, type LocalApp, sample, soon, startLocalApp } from './local-app.ts';

let local: LocalApp;
beforeAll(async () => {
  local = await startLocalApp();
});
afterAll(() => local?.stop());

const wrong = (year: number) =>
  sample('红旗区卫生健康委员会2022.txt')
    .toString()
    .replaceAll('2022', String(year))
    .replace('（七）总计 0 0 0 0 0 0 0', '（七）总计 0 0 0 0 0 0 3');
const check = 'applications-balance';

/** What a person is told privately next. */
async function told(as: string, act: () => Promise<unknown>) {
  const before = local.hands.whispers(as).length;
  await act();
  return local.hands.waitFor(() => local.hands.whispers(as)[before], 10_000, `an answer to ${as}`);
}
const card = (as: string) =>
  told(as, () => local.hands.command({ as, channel: '#年报', text: `/govinfo 检查 ${check}` }));
const until = { until: { until: { value: '2099-01-01' } } };

test('a check is turned off for a bureau with reason and end date, said wherever it counted, and turned on again', async () => {
  const files = [{ name: '红旗区2022.txt', bytes: Buffer.from(wrong(2022)) }];
  const { answers, ...message } = await drop(local, files);
  const replies = () => local.hands.replies(message).map(({ text }) => text);
  expect(answers.at(-1)!.text).toContain('待核 1');

  const answer = await card('李雷');
  await local.hands.click({ as: '李雷', channel: answer.channel, ts: answer.ts, action_id: 'check.switch:0' });
  const form = await local.hands.waitForModal('李雷');
  expect(JSON.stringify(form.blocks)).toContain('红旗区卫生健康委员会');
  expect(JSON.stringify(form.blocks)).not.toContain('everywhere');
  const reach = { reach: { reach: { value: 'bureau' } } };
  expect(await local.hands.submit({ as: '李雷', choices: { ...reach, ...until } })).toMatchObject({
    note: expect.anything(),
  });
  const note = { note: { note: { value: '按汇总口径报送' } } };
  const past = { until: { until: { value: '2020-01-01' } } };
  expect(await local.hands.submit({ as: '李雷', choices: { ...reach, ...note, ...past } })).toEqual({
    until: '到期日要在今天以后',
  });
  const done = await told('李雷', () => local.hands.submit({ as: '李雷', choices: { ...reach, ...note, ...until } }));
  expect(done.text).toContain('已关闭：收办平衡（红旗区卫生健康委员会，至 2099-01-01）。涉及 1 条发现');

  await soon(() => expect(replies().join()).toContain('已关闭的检查 1：收办平衡（按汇总口径报送，至 2099-01-01）'));
  await soon(() => expect(replies().join()).not.toContain('#1　'));
  const listed = await told('王敏', () => local.hands.command({ as: '王敏', channel: '#年报', text: '/govinfo 检查' }));
  expect(listed.text).toContain('已关闭或调低 1 项');
  expect(listed.text).toMatch(/已关闭\s收办平衡\s红旗区卫生健康委员会 · 至 2099-01-01 · 按汇总口径报送 · 李雷/);
  for (const question of ['待办', '红旗区卫生健康委员会 2022']) {
    const said = await told('王敏', () =>
      local.hands.command({ as: '王敏', channel: '#年报', text: `/govinfo ${question}` }),
    );
    expect(said.text, question).toContain('已关闭的检查 1');
  }

  const again = await card('王敏');
  expect(again.text).toContain('按汇总口径报送');
  await local.hands.click({ as: '王敏', channel: again.channel, ts: again.ts, action_id: 'check.restore:2' });
  await soon(() => expect(replies().join()).toContain('#1　'));
  expect(replies().join()).not.toContain('已关闭的检查');
});

test('guests may not switch, and for all reports only administrators may', async () => {
  const answer = await card('韩梅');
  const refused = await told('韩梅', () =>
    local.hands.click({ as: '韩梅', channel: answer.channel, ts: answer.ts, action_id: 'check.switch:0' }),
  );
  expect(refused.text).toContain('访客只能查看');
  const own = await card('王敏');
  await local.hands.click({ as: '王敏', channel: own.channel, ts: own.ts, action_id: 'check.switch:1' });
  const form = await local.hands.waitForModal('王敏');
  expect(JSON.stringify(form.blocks)).toContain('everywhere');
});

test('words switch a check with the rights of the buttons, and say what is missing', async () => {
  const command = (as: string, text: string) =>
    told(as, () => local.hands.command({ as, channel: '#年报', text: `/govinfo ${text}` }));
  const off = `检查 ${check} 关闭`;
  expect((await command('李雷', off)).text).toContain('也可以直接说');
  expect((await command('李雷', `${off} 红旗区卫生健康委员会 至 2099-01-01`)).text).toContain('请写明原因');
  expect((await command('李雷', `${off} 红旗区卫生健康委员会 原因：汇总口径`)).text).toContain('请选择到期日');
  expect((await command('李雷', `${off} 没有的局 至 2099-01-01 原因：汇总口径`)).text).toContain('请选择机关');
  expect((await command('李雷', `${off} 全部年报 至 2099-01-01 原因：汇总口径`)).text).toContain('管理员');
  expect((await command('韩梅', `${off} 本频道 至 2099-01-01 原因：汇总口径`)).text).toContain('访客只能查看');
  expect((await local.store.switches.list()).filter(({ ended }) => !ended)).toEqual([]);

  const done = await command('李雷', `${off} 红旗区卫生健康委员会 至 2099-01-01 原因：汇总口径`);
  expect(done.text).toMatch(/^已关闭：收办平衡（红旗区卫生健康委员会，至 2099-01-01）。涉及 \d+ 条发现/);
  const [kept] = await local.store.switches.list();
  expect(kept).toMatchObject({ check, to: 'off', reason: '汇总口径', until: '2099-01-01' });
  expect((await command('王敏', `检查 ${check} 恢复`)).text).toBe('已恢复：收办平衡（红旗区卫生健康委员会）');
  expect((await local.store.switches.list())[0]!.ended).toMatchObject({ by: expect.any(String) });
});
