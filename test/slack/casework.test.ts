import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeSettings } from '../../src/casework/settings.ts';
import { officeOf } from '../../src/slack/office.ts';
import { drop, type LocalApp, sample, soon, startLocalApp } from './local-app.ts';

let local: LocalApp;
beforeAll(async () => {
  local = await startLocalApp();
});
afterAll(() => local?.stop());

const text = () => sample('红旗区卫生健康委员会2022.txt').toString();
const wrong = (words: string) => words.replace('（七）总计 0 0 0 0 0 0 0', '（七）总计 0 0 0 0 0 0 3');
const reportOf = (year: number, change: (words: string) => string = wrong) => [
  { name: `红旗区卫生健康委员会${year}.txt`, bytes: Buffer.from(change(text().replaceAll('2022', String(year)))) },
];

/** A thread with one issue, and hands to work in it. */
async function thread(year: number, channel = '#年报') {
  const { answers, ...message } = await drop(local, reportOf(year), { channel });
  const issues = answers.at(-1)!;
  const click = (as: string, action_id: string) =>
    local.hands.click({ as, channel: issues.channel, ts: issues.ts, action_id });
  return {
    message,
    issues,
    click,
    list: () => local.hands.replies(message).find(({ ts }) => ts === issues.ts)!.text,
    say: (as: string, words: string) =>
      local.hands.say({ as, channel: issues.channel, text: words, thread_ts: message.ts }),
    signs: (ts: string) => local.hands.replies(message).find((reply) => reply.ts === ts)?.reactions,
    told: (as: string, words: string) =>
      soon(() =>
        expect(
          local.hands.whispers(as).filter(({ thread_ts, text }) => thread_ts === message.ts && text.includes(words))
            .length,
        ).toBeGreaterThan(0),
      ),
  };
}

describe('words in the thread', () => {
  test('confirm, take back, ignore and correct an issue, each marked ✅', async () => {
    const { say, list, signs } = await thread(2011);
    const confirmed = say('李雷', '@govinfo #1 确认');
    await soon(() => expect(list()).toContain('已确认有误'));
    await soon(() => expect(signs(confirmed.ts)).toEqual(['white_check_mark']));
    say('王敏', '@govinfo #1 撤销');
    await soon(() => expect(list()).not.toContain('已确认有误'));
    say('李雷', '@govinfo #1 忽略 机关已说明：来函答复');
    await soon(() => expect(list()).toContain('已忽略：机关已说明：来函答复 · 只对 v1 有效 · 李雷'));
    say('李雷', '@govinfo #1 撤销');
    await soon(() => expect(list()).not.toContain('已忽略：'));
    say('王敏', '@govinfo #1 更正 0 读错');
    await soon(() => expect(list()).toContain('3 → 0 · 依据：读错了，原文就是这个数 · 王敏'));
  });

  test('that name an unknown number, or come from a guest, are answered privately', async () => {
    const { say, told, list } = await thread(2012);
    const before = list();
    say('李雷', '@govinfo #9 确认');
    await told('李雷', '本帖没有 #9');
    say('韩梅', '@govinfo #1 确认');
    await told('韩梅', '访客只能查看');
    say('李雷', `@govinfo #1 忽略 机关已说明：${'长'.repeat(3000)}`);
    await told('李雷', '说明最多 500 字');
    expect(list()).toBe(before);
  });

  test('that leave something out get a button to the form', async () => {
    const { say, message } = await thread(2013);
    say('王敏', '@govinfo #1 忽略');
    const offer = await local.hands.waitForMessage(
      ({ to, thread_ts, text }) => to === 'U0WANGMIN' && thread_ts === message.ts && text.includes('打开“忽略”'),
    );
    await local.hands.click({ as: '王敏', channel: offer.channel, ts: offer.ts, action_id: 'issue.form' });
    expect((await local.hands.waitForModal('王敏')).callback_id).toBe('issue.ignore');
    await local.hands.closeView({ as: '王敏' });
  });

  test('assign by name, which is the only mention there is', async () => {
    const { say, message, list } = await thread(2014);
    say('王敏', '@govinfo #1 指派 @李雷');
    await soon(() => expect(list()).toContain('负责人 李雷'));
    await soon(() => {
      const mentions = local.hands
        .replies(message)
        .filter(({ user, text }) => user === 'U0GOVINFO' && text.includes('<@'));
      expect(mentions.map(({ text }) => text)).toEqual(['<@U0LILEI> 请核 #1']);
    });
    await local.hands.openHome({ as: '李雷' });
    const home = await local.hands.waitForHome('李雷');
    expect(JSON.stringify(home.blocks)).toContain('指派给我（1）');
    say('王敏', '@govinfo #1 指派 @韩梅');
    await local.hands.waitForMessage(({ to, text }) => to === 'U0WANGMIN' && text.includes('请指派别人'));
  });
});

describe('notes', () => {
  test('a reply with a number is kept with its issue, follows its edit, and goes when it is deleted', async () => {
    const { say, signs, message } = await thread(2015);
    const notes = async () => {
      const ref = await local.store.cases.byNumber({ channel: message.channel, thread: message.ts }, 1);
      const file = await local.store.cases.get(ref!);
      return file!.issues.find(({ id }) => id === ref!.issue)!.notes.map(({ text }) => text);
    };
    const note = say('李雷', '#1 已电话询问，对方在查');
    say('李雷', '这句话不归我们管');
    await soon(async () => expect(await notes()).toEqual(['#1 已电话询问，对方在查']));
    await soon(() => expect(signs(note.ts)).toEqual(['memo']));
    local.hands.edit({ as: '李雷', channel: note.channel, ts: note.ts, text: '＃1 对方已答复' });
    await soon(async () => expect(await notes()).toEqual(['＃1 对方已答复']));
    local.hands.remove({ as: '李雷', channel: note.channel, ts: note.ts });
    await soon(async () => expect(await notes()).toEqual([]));
  });
});

describe('two people', () => {
  test('who confirm at the same moment: one does, the other is told who was first', async () => {
    const { click, list } = await thread(2016);
    await Promise.all([click('王敏', 'issue.confirm'), click('李雷', 'issue.confirm')]);
    await soon(() => expect(list()).toMatch(/已确认有误 · 保留原值 \d+ 并标注 · (王敏|李雷)/));
    const first = /标注 · (王敏|李雷)/.exec(list())![1]!;
    const second = first === '王敏' ? '李雷' : '王敏';
    await local.hands.waitForMessage(
      ({ to, text }) => to === (second === '王敏' ? 'U0WANGMIN' : 'U0LILEI') && text.includes(`${first} 刚刚已确认 #1`),
    );
  });

  test('of whom one has an old form open: it says so in the form', async () => {
    const { click, list } = await thread(2017);
    await click('李雷', 'issue.ignore');
    await local.hands.waitForModal('李雷');
    await click('王敏', 'issue.confirm');
    await soon(() => expect(list()).toContain('已确认有误'));
    const refused = await local.hands.submit({ as: '李雷', choices: { reason: { reason: { value: 'explained' } } } });
    expect(JSON.stringify(refused)).toContain('王敏 刚刚已确认 #1');
    await local.hands.closeView({ as: '李雷' });
  });

  test('who are not both editors: the other learns whom to ask, in the form’s stead', async () => {
    const { click, list, message } = await thread(2018, '#测试');
    const office = officeOf(local.desk);
    const settings = {
      locale: 'zh',
      replies: 'full',
      digest: 'off',
      digestSeverity: 'all',
      editors: ['U0WANGMIN'],
      limits: {},
    } as const;
    await changeSettings(office, 'U0WANGMIN', message.channel, { ...settings, editors: ['U0WANGMIN'] });
    await click('李雷', 'issue.confirm');
    await local.hands.waitForMessage(({ to, text }) => to === 'U0LILEI' && text.includes('需要编辑权限，可请 王敏'));
    await click('李雷', 'issue.ignore');
    expect(local.hands.modals('李雷')).toEqual([]);
    await click('王敏', 'issue.confirm');
    await soon(() => expect(list()).toContain('已确认有误'));
  });
});

test('values that leave the issue open are shown before they are saved', async () => {
  const { click, list } = await thread(2019);
  await click('李雷', 'issue.correct');
  await local.hands.waitForModal('李雷');
  const cell = 'value applications.concluded.total';
  const choices = { [cell]: { value: { value: '5' } }, basis: { basis: { value: 'misread' } } };
  await local.hands.submit({ as: '李雷', choices });
  const again = await local.hands.waitForModal('李雷', ({ submit }) => JSON.stringify(submit).includes('仍要保存'));
  expect(JSON.stringify(again.blocks)).toContain('按这些数值重算，仍有');
  expect(list()).not.toContain('更正');
  await local.hands.submit({ as: '李雷', choices });
  await soon(() => expect(list()).toContain('更正为 5（原印“3”）'));
  expect(list()).not.toContain('印作 5');
  const [row] = await local.store.reports.year(2019);
  expect(row!.cell('applications.concluded.total')).toMatchObject({ value: 5, corrected: true });
});

test('a restart between flag and decision changes nothing: the button still works', async () => {
  const { click, list } = await thread(2020);
  await local.restart();
  await click('王敏', 'issue.confirm');
  await soon(() => expect(list()).toMatch(/已确认有误 · 保留原值 \d+ 并标注 · 王敏/));
});
