import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drop, type LocalApp, sample, soon, startLocalApp } from './local-app.ts';

let local: LocalApp;
beforeAll(async () => {
  local = await startLocalApp();
});
afterAll(() => local?.stop());

const text = () => sample('红旗区卫生健康委员会2022.txt').toString();

/** A report of a year, dropped under another name or changed, and hands to work in its thread. */
async function post(year: number, name: string, change: (words: string) => string = (words) => words) {
  const bytes = Buffer.from(change(text().replaceAll('2022', String(year))));
  const { answers, signs, ...message } = await drop(local, [{ name, bytes }]);
  const [question] = answers;
  const at = { channel: question!.channel, ts: question!.ts };
  return {
    message,
    signs,
    answers,
    read: () => local.hands.replies(message).map((reply) => reply.text),
    marks: () => local.hands.messages(message.channel).find(({ ts }) => ts === message.ts)!.reactions,
    press: (as: string, label: string) => local.hands.click({ as, ...at, label }),
    told: (as: string, words: string) =>
      soon(() =>
        expect(
          local.hands
            .whispers(as)
            .map((whisper) => whisper.text)
            .join(),
        ).toContain(words),
      ),
  };
}
const filedIn = async (year: number) => (await local.store.reports.year(year)).map(({ bureau }) => bureau);

describe('a file that is called after another year', () => {
  test('is filed by the button that somebody presses, in the place of the question, and taken back', async () => {
    const { read, press, signs, marks } = await post(2011, '红旗区2012.txt');
    expect(signs).toEqual(['eyes', 'warning']);
    expect(read()).toHaveLength(1);
    expect(read()[0]).toMatch(/哪个机关、哪一年.*正文写 2011|标题写 2011/s);
    expect(await filedIn(2011)).toEqual([]);
    expect(await filedIn(2012)).toEqual([]);
    await press('李雷', '2011 年度');
    await soon(() => expect(read()[0]).toContain('归属由 李雷'));
    expect(read()[0]).toContain('红旗区卫生健康委员会 · 2011 年度');
    expect(read()).toHaveLength(1);
    expect(await filedIn(2011)).toEqual(['红旗区卫生健康委员会']);
    await soon(() => expect(marks()).toEqual(['eyes', 'white_check_mark']));
    await press('王敏', '撤销归属');
    await soon(() => expect(read()[0]).toContain('王敏 撤销了归入'));
    expect(await filedIn(2011)).toEqual([]);
    await soon(() => expect(marks()).toEqual(['eyes', 'warning']));
    await press('王敏', '2012 年度');
    await soon(() => expect(read()[0]).toContain('归属由 王敏'));
    expect(read()[0]).toContain('红旗区卫生健康委员会 · 2012 年度');
    expect(await filedIn(2011)).toEqual([]);
    const [row] = await local.store.reports.year(2012);
    const file = await local.store.cases.get({ bureauKey: row!.bureauKey, year: 2012 });
    expect(file!.acts.map(({ act, by }) => [act, by])).toContainEqual(['file', 'U0WANGMIN']);
  });

  test('two people at the same moment: one files it, the other is told', async () => {
    const { press, read } = await post(2013, '红旗区2014.txt');
    await Promise.all([press('李雷', '2013 年度'), press('王敏', '2014 年度')]);
    await soon(() => expect(read()[0]).toContain('归属由'));
    const first = /归属由 (李雷|王敏)/.exec(read()[0]!)![1]!;
    const second = first === '李雷' ? '王敏' : '李雷';
    await soon(() =>
      expect(local.hands.whispers(second).some((whisper) => whisper.text.includes(`${first} 刚刚已归入`))).toBe(true),
    );
    expect((await filedIn(2013)).length + (await filedIn(2014)).length).toBe(1);
  });

  test('is not filed by a guest', async () => {
    const { press, told, read } = await post(2015, '红旗区2016.txt');
    await press('韩梅', '2015 年度');
    await told('韩梅', '访客只能查看');
    expect(read()[0]).not.toContain('归属由');
    expect(await filedIn(2015)).toEqual([]);
  });
});

describe('a report that does not say whose it is', () => {
  const nameless = (words: string) => words.replaceAll('红旗区卫生健康委员会', '我委').replaceAll('红旗区', '我区');

  test('is filed by what somebody fills in, with its issues, and taken out again with them', async () => {
    const wrong = (words: string) => nameless(words).replace('（七）总计 0 0 0 0 0 0 0', '（七）总计 0 0 0 0 0 0 3');
    const { press, read } = await post(2017, '年报.txt', wrong);
    expect(read()[0]).toContain('没有写明是哪个机关');
    await press('李雷', '填写机关和年度');
    await local.hands.waitForModal('李雷');
    const fill = (bureau: string, year: string) =>
      local.hands.submit({
        as: '李雷',
        choices: { bureau: { bureau: { value: bureau } }, year: { year: { value: year } } },
      });
    expect(JSON.stringify(await fill('统计局', '2017'))).toContain('带上所在地');
    expect(JSON.stringify(await fill('金凤区统计局', '二〇一七'))).toContain('四位年份');
    await fill('金凤区统计局', '2017');
    await soon(() => expect(read()[0]).toContain('金凤区统计局 · 2017 年度'));
    await soon(() => expect(read()[1]).toContain('待核事项　金凤区统计局 · 2017 年度'));
    expect(await filedIn(2017)).toEqual(['金凤区统计局']);
    await press('李雷', '撤销归属');
    await soon(() => expect(read()[1]).toContain('待核事项随之撤下'));
    expect((await local.store.cases.list()).filter(({ year }) => year === 2017)).toEqual([]);
  });
});

test('the same bytes asked for again are not asked about again', async () => {
  const { press, read, message } = await post(2018, '红旗区2019.txt');
  await press('李雷', '2018 年度');
  await soon(() => expect(read()[0]).toContain('归属由 李雷'));
  await local.hands.shortcut({ as: '李雷', callback_id: 'check_report', channel: message.channel, ts: message.ts });
  await soon(() => expect(read().length).toBeGreaterThan(1));
  expect(read().at(-1)).toContain('红旗区卫生健康委员会 · 2018 年度');
});

test('the same bytes once more, while they are asked about: no second question, and both hear the answer', async () => {
  const first = await post(2008, '红旗区2009.txt');
  const again = await drop(local, [{ name: '红旗区2009.txt', bytes: Buffer.from(text().replaceAll('2022', '2008')) }], {
    as: '李雷',
    channel: '#测试',
  });
  const second = () => local.hands.replies(again);
  const marks = () => local.hands.messages(again.channel).find(({ ts }) => ts === again.ts)!.reactions;
  expect(second().map((reply) => reply.text)).toEqual([
    expect.stringMatching(/完全相同，请在那里指定.*http.*archives/),
  ]);
  expect(JSON.stringify(second()[0]!.blocks)).not.toContain('2008 年度');
  await first.press('李雷', '2008 年度');
  await soon(() => expect(second()[0]!.text).toMatch(/与已入库的“红旗区卫生健康委员会 · 2008 年度”完全相同/));
  await soon(() => expect(marks()).toEqual(['eyes', 'white_check_mark']));
  await first.press('王敏', '撤销归属');
  await soon(() => expect(second()[0]!.text).toContain('请在那里指定'));
  await soon(() => expect(marks()).toEqual(['eyes', 'warning']));
  await first.press('王敏', '这不是年报');
  await soon(() => expect(first.read()).toEqual([]));
  const third = await drop(local, [{ name: '红旗区2009.txt', bytes: Buffer.from(text().replaceAll('2022', '2008')) }]);
  expect(third.answers.map((answer) => answer.text)).toEqual([expect.stringContaining('哪个机关、哪一年')]);
});

test('what is asked in a private channel is not hinted at elsewhere', async () => {
  const bytes = Buffer.from(text().replaceAll('2022', '2024'));
  await drop(local, [{ name: '红旗区2025.txt', bytes }], { channel: '#核对组' });
  const { answers } = await drop(local, [{ name: '红旗区2025.txt', bytes }], { channel: '#测试' });
  expect(answers.map((answer) => answer.text)).toEqual([expect.stringContaining('哪个机关、哪一年')]);
});

test('the same bytes under a name that leaves nothing open are filed, and the question says so', async () => {
  const { read, marks } = await post(2010, '红旗区2019.txt');
  const clear = { name: '红旗区2010.txt', bytes: Buffer.from(text().replaceAll('2022', '2010')) };
  await drop(local, [clear], { channel: '#测试' });
  await soon(() =>
    expect(read()).toEqual([expect.stringMatching(/与已入库的“红旗区卫生健康委员会 · 2010 年度”完全相同/)]),
  );
  await soon(() => expect(marks()).toEqual(['eyes', 'white_check_mark']));
});
