import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { drop, type LocalApp, sample, startLocalApp } from './local-app.ts';

let local: LocalApp;
beforeAll(async () => {
  local = await startLocalApp();
  const draft = sample('红旗区卫生健康委员会2022.txt');
  await drop(local, [{ name: '灵武市2021.html', bytes: sample('灵武市卫生健康局2021.html') }]);
  await drop(local, [{ name: '草稿.txt', bytes: draft }], { channel: '#核对组' });
});
afterAll(() => local?.stop());

/** What a person is told privately next. */
async function told(as: string, act: () => Promise<unknown>) {
  const before = local.hands.whispers(as).length;
  await act();
  return local.hands.waitFor(() => local.hands.whispers(as)[before], 10_000, `an answer to ${as}`);
}
const asks = (as: string, text: string, channel = '#年报') =>
  told(as, () => local.hands.command({ as, channel, text: `/govinfo ${text}` }));
const newest = (channel: string) => local.hands.messages(channel).at(-1)!;

describe('a slash command', () => {
  test('is answered to the person alone, in the person’s language', async () => {
    expect((await asks('王敏', '灵武市 2021')).text).toContain('灵武市卫生健康局 · 2021 年度');
    expect((await asks('Alex', '灵武市 2021')).text).toMatch(/Penalties|penalties/);
  });

  test('that nobody understands gets what can be asked instead', async () => {
    const { text, blocks } = await asks('王敏', '🤷 xyzzy <!channel> `rm -rf`');
    expect(text).not.toMatch(/<!channel>/);
    expect(JSON.stringify(blocks)).not.toMatch(/<!channel>/);
    expect(JSON.stringify(blocks)).toContain('帮助');
    expect((await asks('王敏', '')).text).toContain('/govinfo');
  });

  test('hints at nothing that the asker may not see', async () => {
    expect((await asks('王敏', '红旗区 2022')).text).toContain('红旗区卫生健康委员会');
    const { text, blocks } = await asks('Alex', '红旗区卫生健康委员会 2022');
    expect(JSON.stringify([text, blocks])).not.toMatch(/草稿|核对组/);
    expect(text).not.toMatch(/Licences\s*\d/);
  });

  test('with 公开 is answered for everybody, with what everybody may see', async () => {
    await local.hands.command({ as: '王敏', channel: '#年报', text: '/govinfo 处罚 2021 公开' });
    await vi.waitFor(() => expect(newest('#年报').text).toMatch(/2021.*行政处罚/));
    await local.hands.command({ as: '王敏', channel: '#年报', text: '/govinfo 红旗区 2022 公开' });
    await vi.waitFor(() => expect(newest('#年报').text).toContain('红旗区'));
    expect(newest('#年报').text).not.toMatch(/草稿|许可 \d/);
  });

  test('where govinfo is no member says how to invite it', async () => {
    const { text } = await asks('王敏', '灵武市 2021 公开', '#闲聊');
    expect(text).toContain('/invite @govinfo');
  });
});

describe('a button of an answer', () => {
  test('看原文 and 看三张表 open what stands behind its figures, and a link leads to the thread', async () => {
    const answer = await asks('李雷', '灵武市卫健局 2021', '#测试');
    expect(JSON.stringify(answer.blocks)).toMatch(/<http[^|]+archives[^|]+\|打开原帖>/);
    for (const [label, words] of [
      ['看原文', '印作'],
      ['看三张表', '表三'],
    ] as const) {
      await local.hands.click({ as: '李雷', channel: '#测试', ts: answer.ts, label });
      await local.hands.waitForModal('李雷', ({ blocks }) => JSON.stringify(blocks).includes(words));
      await local.hands.closeView({ as: '李雷' });
    }
    const private_ = await asks('王敏', '红旗区 2022');
    expect(JSON.stringify(private_.blocks)).toContain('打开原帖');
  });

  test('导出 says where the files are; where they cannot go to the person they are had in the channel', async () => {
    expect((await asks('王敏', '导出 2021', '#测试')).text).toContain('文件已发到你与 govinfo 的私信');
    await local.hands.waitForMessage(
      ({ raw, to, channel }) => !to && channel.startsWith('D') && JSON.stringify(raw).includes('govinfo_2021_'),
    );
    local.hands.setFault('conversations.open', { error: 'cannot_dm_bot' });
    await asks('李雷', '导出 2021', '#测试');
    const offer = await local.hands.waitForMessage(
      ({ to, text }) => to === 'U0LILEI' && text.includes('发不到你的私信'),
    );
    await local.hands.click({ as: '李雷', channel: '#测试', ts: offer.ts, label: '在本频道取' });
    await vi.waitFor(() => expect(JSON.stringify(newest('#测试').raw)).toContain('govinfo_2021_'));
  });

  test('发到频道 posts it', async () => {
    const answer = await asks('王敏', '灵武市 2021', '#测试');
    const button = answer.blocks.flatMap(({ elements }) => (elements ?? []) as { action_id?: string }[]);
    const action_id = button.find((element) => element.action_id?.startsWith('publish'))!.action_id!;
    await local.hands.click({ as: '王敏', channel: '#测试', ts: answer.ts, action_id });
    await vi.waitFor(() => expect(newest('#测试').text).toContain('灵武市卫生健康局'));
  });
});

test('a message to govinfo alone is a question', async () => {
  local.hands.say({ as: '王敏', channel: '@govinfo', text: '灵武市 2021' });
  await local.hands.waitForMessage(
    ({ text, channel, to }) => !to && channel.startsWith('D') && text.includes('灵武市卫生健康局'),
  );
});

test('talk in a thread is left alone', async () => {
  const message = local.hands.say({ as: '王敏', channel: '#测试', text: '大家看看这份年报' });
  await asks('王敏', '帮助', '#测试');
  expect(local.hands.replies(message)).toEqual([]);
});

test('Home shows the years, with no more than the reader may see', async () => {
  await local.hands.openHome({ as: 'Alex' });
  const home = await local.hands.waitForHome('Alex');
  expect(JSON.stringify(home.blocks)).toContain('2021');
  expect(JSON.stringify(home.blocks)).not.toContain('2022');
});

describe('a shortcut', () => {
  test('核对年报 reads a message again, and says so where it holds no file', async () => {
    const message = local.hands.messages('#年报').find(({ raw }) => 'files' in raw)!;
    const before = local.hands.replies(message).length;
    await local.hands.shortcut({ as: '李雷', callback_id: 'check_report', channel: message.channel, ts: message.ts });
    await vi.waitFor(() => expect(local.hands.replies(message).length).toBe(before + 1), { timeout: 10_000 });
    // One line; the replies that stand there are brought up to date where they are.
    const { text: line, blocks } = local.hands.replies(message).at(-1)!;
    expect(line).toBe('灵武市卫生健康局 · 2021 年度：已按现行规则重新读取，各格数值相同；待核 0');
    expect(JSON.stringify(blocks)).toMatch(/<http[^|]+\|看摘要>/);
    const talk = local.hands.say({ as: '李雷', channel: '#年报', text: '没有文件' });
    const { text } = await told('李雷', () =>
      local.hands.shortcut({ as: '李雷', callback_id: 'check_report', channel: talk.channel, ts: talk.ts }),
    );
    expect(text).toContain('这条消息没有文件');
  });

  test('查询年报 opens a form and answers in the person’s own conversation', async () => {
    await local.hands.shortcut({ as: '李雷', callback_id: 'open_query' });
    await local.hands.waitForModal('李雷');
    await local.hands.submit({ as: '李雷', choices: { question: { words: { value: '灵武市 2021' } } } });
    const { channel } = await local.hands.waitForMessage(
      ({ text, user, channel }) => channel.startsWith('D') && user !== 'U0LILEI' && text.includes('灵武市卫生健康局'),
    );
    expect(channel).toMatch(/^D/);
  });
});

test('what nobody can make sense of is said to the one who asked alone, in the thread and out of it', async () => {
  const root = local.hands.say({ as: '王敏', channel: '#年报', text: '大家早' });
  for (const thread of [{}, { thread_ts: root.ts }]) {
    const said = local.hands.say({ as: '李雷', channel: '#年报', text: '@govinfo 胡言乱语', ...thread });
    const answer = await local.hands.waitForMessage(
      ({ to, text, ts }) => to === 'U0LILEI' && text.includes('没有看懂“胡言乱语”') && Number(ts) > Number(said.ts),
    );
    expect(answer.thread_ts).toBe('thread_ts' in thread ? root.ts : said.ts);
  }
  expect(
    local.hands.messages('#年报').filter(({ text, user }) => text.includes('没有看懂') && user !== 'U0LILEI'),
  ).toEqual([]);
});
