import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { rosterOf } from '../../src/store/rosters.ts';
import { drop, type LocalApp, sample, soon, startLocalApp } from './local-app.ts';

let local: LocalApp;
beforeAll(async () => {
  local = await startLocalApp();
  await drop(local, [{ name: '灵武市2021.html', bytes: sample('灵武市卫生健康局2021.html') }]);
}, 60_000);
afterAll(() => local?.stop());

const csv = (...names: string[]) =>
  Buffer.from(`序号,单位名称,电话\n${names.map((name, i) => `${i + 1},${name},6`).join('\n')}\n`);
const names = async () => (await rosterOf(local.store, local.desk.self.team))?.names;

/** Drops a list with words beside it; the first answer in its thread. */
async function give(bytes: Buffer, name: string, { as = '王敏', text = '@govinfo 名单' } = {}) {
  const message = local.hands.upload({ as, channel: '#年报', files: [{ name, bytes }], text });
  const answer = await soon(() => {
    const [first] = local.hands.replies(message);
    if (!first) throw new Error('no answer yet');
    return first;
  });
  return { message, answer };
}
const press = (as: string, { channel, ts }: { channel: string; ts: string }, action_id: string) =>
  local.hands.click({ as, channel, ts, action_id });
const shown = (message: { channel: string; ts: string }) => local.hands.replies(message)[0]!.text;

describe('a list of bureaus', () => {
  test('is read back first, then kept, added to, and taken back', async () => {
    const { message, answer } = await give(csv('灵武市卫生健康局', '演示县财政局', '12', '鼓楼区民政局'), '名单.csv');
    expect(answer.text).toContain('“名单.csv”读到 3 个机关');
    expect(answer.text).toContain('库里有年报的 1 个');
    expect(answer.text).toContain('库里还没有年报的 1 个：演示县财政局');
    expect(answer.text).toMatch(/地名不唯一.*鼓楼区民政局/);
    expect(answer.text).toMatch(/读不成机关名称、没有用的 1 处：12/);
    expect(await names()).toBeUndefined();
    await press('王敏', answer, 'roster.replace');
    await soon(() => expect(shown(message)).toContain('应报名单已更新：3 个机关 · 王敏'));
    expect(await names()).toEqual(['灵武市卫生健康局', '演示县财政局', '鼓楼区民政局']);

    const more = await give(csv('演示县财政局', '演示县教育局'), '补充.csv');
    await press('李雷', more.answer, 'roster.add');
    await soon(() => expect(shown(more.message)).toContain('应报名单已更新：4 个机关 · 李雷'));
    await press('李雷', local.hands.replies(more.message)[0]!, 'roster.undo');
    await soon(() => expect(shown(more.message)).toContain('已撤销，恢复原来的名单 · 李雷'));
    expect(await names()).toHaveLength(3);
  }, 60_000);

  test('answers 缺报, 机关 and 名单', async () => {
    const asks = async (text: string) => {
      const before = local.hands.whispers('王敏').length;
      await local.hands.command({ as: '王敏', channel: '#年报', text: `/govinfo ${text}` });
      return (
        await soon(() => {
          const answer = local.hands.whispers('王敏')[before];
          if (!answer) throw new Error('no answer yet');
          return answer;
        })
      ).text;
    };
    expect(await asks('缺报 2021')).toMatch(/按名册应报 3 个，已收 1 个[\s\S]*演示县财政局 从未收到/);
    expect(await asks('缺报 2021 灵武市')).toContain('2021 没有缺报');
    expect(await asks('机关')).toContain('应报名单 3 个，其中从未收到年报的 2 个：演示县财政局、鼓楼区民政局');
    expect(await asks('名单')).toMatch(/应报名单（3）[\s\S]*名单\.csv · 王敏/);
  }, 60_000);

  test('comes as a workbook too, and is no report', async () => {
    const bytes = await writeExcelFile(
      [
        ['单位', '联系人'],
        ['灵武市卫生健康局', '甲'],
        ['灵武市教育局', '乙'],
      ].map((row) => row.map((value) => ({ value, type: String }))),
    ).toBuffer();
    const { message, answer } = await give(bytes, '年报应报名单.xlsx', { text: '@govinfo 应报名单' });
    expect(answer.text).toContain('读到 2 个机关');
    expect(local.hands.messages('#年报').find(({ ts }) => ts === message.ts)!.reactions).toEqual([]);
    expect(local.hands.replies(message)).toHaveLength(1);
  }, 60_000);

  test('that names nobody is refused in a sentence; a guest may look but not change', async () => {
    local.hands.upload({
      as: '王敏',
      channel: '#年报',
      files: [{ name: 'x.csv', bytes: csv('12', '34') }],
      text: '@govinfo 名单',
    });
    await local.hands.waitForMessage(({ to, text }) => to === 'U0WANGMIN' && text.includes('没有读到机关名称'));
    const { answer } = await give(csv('演示县审计局'), '访客.csv', { as: '韩梅' });
    await press('韩梅', answer, 'roster.replace');
    await local.hands.waitForMessage(({ to, text }) => to === 'U0HANMEI' && text.includes('访客只能查看'));
    expect(await names()).toHaveLength(3);
  }, 60_000);

  test('is uploaded in 设置 as well, and read back to the person alone', async () => {
    const spare = local.hands.upload({
      as: '王敏',
      channel: '#测试',
      files: [{ name: '设置名单.txt', bytes: Buffer.from('演示县司法局\n') }],
    });
    const [file] = (spare.raw as unknown as { files: { id: string }[] }).files;
    await local.hands.command({ as: '王敏', channel: '#年报', text: '/govinfo 设置' });
    await local.hands.waitForModal('王敏');
    await local.hands.submit({ as: '王敏', choices: { roster: { roster: { values: [file!.id] } } } as never });
    const proposal = await local.hands.waitForMessage(
      ({ to, text }) => to === 'U0WANGMIN' && text.includes('“设置名单.txt”读到 1 个机关'),
    );
    await press('王敏', proposal, 'roster.replace');
    await soon(async () => expect(await names()).toEqual(['演示县司法局']));
  }, 60_000);
});

describe('用作应报名单 on a message', () => {
  test('reads the list that was posted without a word, and keeps nothing before somebody chooses', async () => {
    const before = await names();
    const bytes = csv('示例县财政局', '示例县教育局');
    const message = local.hands.upload({ as: '李雷', channel: '#年报', files: [{ name: '机关.csv', bytes }] });
    const { channel, ts } = message;
    await local.hands.shortcut({ as: '王敏', callback_id: 'take_roster', channel, ts });
    await soon(() => expect(shown(message)).toContain('“机关.csv”读到 2 个机关'));
    expect(await names()).toEqual(before);
    await press('王敏', local.hands.replies(message)[0]!, 'roster.replace');
    await soon(async () => expect(await names()).toEqual(['示例县财政局', '示例县教育局']));
  }, 60_000);

  test('says so where the message has no file', async () => {
    const talk = local.hands.say({ as: '王敏', channel: '#年报', text: '名单明天发' });
    await local.hands.shortcut({ as: '王敏', callback_id: 'take_roster', channel: talk.channel, ts: talk.ts });
    const told = () => local.hands.whispers('王敏').map(({ text }) => text);
    await soon(() => expect(told().join()).toContain('这条消息没有文件'));
  });
});
