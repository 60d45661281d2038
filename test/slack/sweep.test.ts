import { afterAll, beforeAll, expect, test } from 'vitest';
import { drop, finished, type LocalApp, sample, startLocalApp, threadOf } from './local-app.ts';

let local: LocalApp;
beforeAll(async () => {
  local = await startLocalApp();
});
afterAll(() => local.stop());

const words = sample('红旗区卫生健康委员会2022.txt').toString();
const report = (year: number) => ({
  name: `红旗区卫健委${year}.txt`,
  bytes: Buffer.from(words.replaceAll('2022', `${year}`)),
});

test('what was dropped while the app was away for long is read when it is back', async () => {
  const { hands } = local;
  const thread = await drop(local, [report(2011)]);
  const away: Record<string, ReturnType<typeof hands.upload>> = {};
  await local.restart(async () => {
    away.inChannel = hands.upload({ as: '王敏', channel: '#年报', files: [report(2012)] });
    away.inThread = hands.upload({ as: '李雷', channel: '#年报', files: [report(2013)], thread_ts: thread.ts });
    away.beforeInvited = hands.upload({ as: '李雷', channel: '#闲聊', files: [report(2014)] });
    await hands.command({ as: '李雷', channel: '#闲聊', text: '/invite @govinfo' });
    away.afterInvited = hands.upload({ as: '李雷', channel: '#闲聊', files: [report(2015)] });
    expect(hands.giveUp()).toBeGreaterThanOrEqual(4);
  });
  const { inChannel, inThread, beforeInvited, afterInvited } = away;
  for (const message of [inChannel, inThread, afterInvited]) await finished(local.desk, message!);
  expect(threadOf(hands, inChannel!).answers[0]!.text).toContain('2012 年度');
  expect(hands.replies(thread).filter(({ text }) => text.includes('2013 年度')).length).toBe(1);
  expect(threadOf(hands, afterInvited!).answers[0]!.text).toContain('2015 年度');
  expect(threadOf(hands, beforeInvited!).answers).toEqual([]);
});
