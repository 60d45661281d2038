import { afterAll, beforeAll, expect, test } from 'vitest';
import { drop, finished, type LocalApp, sample, soon, startLocalApp, threadOf } from './local-app.ts';

let local: LocalApp;
beforeAll(async () => {
  local = await startLocalApp();
});
afterAll(() => local.stop());

const words = sample('红旗区卫生健康委员会2022.txt').toString();
const report = (year: number) => ({
  name: `红旗区卫健委${year}.txt`,
  bytes: Buffer.from(
    words.replaceAll('2022', `${year}`).replace('（七）总计 0 0 0 0 0 0 0', '（七）总计 0 0 0 0 0 0 3'),
  ),
});
const broken = { status: 500, times: 2 };
const called = (method: string) => local.hands.calls.filter((call) => call.method === method).length;

test('replies that could not be brought up to date when somebody decided are at the next start', async () => {
  const { hands } = local;
  const thread = await drop(local, [report(2011)]);
  const list = () => hands.replies(thread).find(({ ts }) => ts === thread.answers.at(-1)!.ts)!.text;
  const edits = called('chat.update');
  hands.setFault('chat.update', broken);
  hands.say({ as: '李雷', channel: '#年报', text: '@govinfo #1 确认', thread_ts: thread.ts });
  await soon(() => expect(called('chat.update')).toBe(edits + 2));
  expect(list()).not.toContain('已确认有误');
  await local.restart();
  await soon(() => expect(list()).toContain('已确认有误'));
});

test('a sign that could not be put is put at the next start', async () => {
  const { hands } = local;
  const signs = called('reactions.add');
  hands.setFault('reactions.add', broken);
  const message = hands.upload({ as: '王敏', channel: '#年报', files: [report(2012)] });
  await soon(() => expect(called('reactions.add')).toBe(signs + 2));
  expect(threadOf(hands, message).signs).toEqual([]);
  await local.restart();
  await finished(local.desk, message);
  expect(threadOf(hands, message).signs).toEqual(['warning']);
});
