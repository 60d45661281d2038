import { afterAll, beforeAll, expect, test } from 'vitest';
import { drop, type LocalApp, sample, soon, startLocalApp } from './local-app.ts';

let local: LocalApp;
beforeAll(async () => {
  local = await startLocalApp();
});
afterAll(() => local?.stop());

const text = () => sample('红旗区卫生健康委员会2022.txt').toString();
const total = (value: number) => (words: string) =>
  words.replace('（七）总计 0 0 0 0 0 0 0', `（七）总计 0 0 0 0 0 0 ${value}`);
const file = (year: number, change: (words: string) => string) => [
  { name: `红旗区卫生健康委员会${year}.txt`, bytes: Buffer.from(change(text().replaceAll('2022', String(year)))) },
];
const post = async (year: number, change: (words: string) => string) => {
  const { answers, ...message } = await drop(local, file(year, change));
  const at = (index: number) => () => local.hands.replies(message)[index]?.text ?? '';
  const click = (as: string, action_id: string, index = 0) => {
    const { channel, ts } = local.hands.replies(message)[index]!;
    return local.hands.click({ as, channel, ts, action_id });
  };
  return { message, answers, summary: at(0), issues: at(1), click };
};

test('a second file is adopted, the first says so, and it can be put back', async () => {
  const first = await post(2011, total(3));
  await first.click('王敏', 'issue.confirm', 1);
  await soon(() => expect(first.issues()).toContain('已确认有误'));
  const second = await post(2011, total(0));
  expect(second.summary()).toContain('v2 已采用，与 v1 比，变动 1 处');
  expect(second.summary()).toContain('3 → 0');
  await soon(() => expect(first.summary()).toContain('v1 已被 v2 取代'));
  // What it was found then is no longer to be checked, and nothing sends people on to a list that moved.
  expect(first.summary()).toMatch(/^➖ /);
  expect(first.summary()).not.toMatch(/待核：|见下一条/);
  await soon(() => expect(first.issues()).toContain('待核事项在 v2 的帖子里'));
  await second.click('李雷', 'version.adopt');
  await soon(() => expect(second.summary()).toContain('v2 未采用，李雷 保留 v1'));
  await soon(() => expect(first.issues()).toMatch(/已确认有误 · 保留原值 \d+ 并标注 · 王敏/));
});

test('what was ignored in one file is open again in the next, which says why', async () => {
  const first = await post(2012, total(3));
  await first.click('王敏', 'issue.ignore', 1);
  await local.hands.waitForModal('王敏');
  await local.hands.submit({ as: '王敏', choices: { reason: { reason: { value: 'explained' } } } });
  await soon(() => expect(first.issues()).toContain('已忽略'));
  const second = await post(2012, total(4));
  expect(second.issues()).toMatch(/#1[\s\S]*重新打开：(数字有变化|有新版本)/);
});

test('what a next file shows less surely, as a note, is not told as gone', async () => {
  const licences = (printed: string) => (words: string) => words.replace('行政许可 1344', `行政许可 ${printed}`);
  const first = await post(2015, licences('1343'));
  expect(first.issues()).toMatch(/#1.*正文写行政许可 1344 件/u);
  // No number is printed so: the cell is to be confirmed, and what rests on it weighs one step less.
  const second = await post(2015, licences('01343'));
  expect(second.issues()).toContain('v2 仍有此项，现只作提示');
  const third = await post(2015, total(3));
  expect(third.issues()).toContain('v3 已无此项');
  expect(third.issues()).not.toContain('现只作提示');
});

test('a file that contradicts a person waits for a word', async () => {
  const first = await post(2013, total(3));
  await first.click('王敏', 'issue.correct', 1);
  await local.hands.waitForModal('王敏');
  const choices = {
    'value applications.concluded.total': { value: { value: '0' } },
    basis: { basis: { value: 'answered' } },
  };
  await local.hands.submit({ as: '王敏', choices });
  await soon(() => expect(first.issues()).toContain('3 → 0'));
  const second = await post(2013, total(5));
  expect(second.summary()).toContain('v2 尚未采用');
  await second.click('李雷', 'version.keep');
  await soon(() => expect(second.summary()).toContain('李雷 保留 v1'));
  await second.click('李雷', 'version.adopt');
  await soon(() => expect(second.summary()).toContain('v2 已采用'));
});

test('a deleted file leaves its report, marked', async () => {
  const { message, summary } = await post(2014, total(0));
  local.hands.remove({ as: '王敏', channel: message.channel, ts: message.ts });
  await soon(() => expect(summary()).toContain('原文件已删除'));
});
