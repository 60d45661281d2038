import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { GovinfoError } from '../../src/errors.ts';
import { zipFile } from '../documents/zip.ts';
import { drop, finished, type LocalApp, sample, soon, startApp, startLocalApp, threadOf } from './local-app.ts';

let local: LocalApp;
beforeAll(async () => {
  local = await startLocalApp();
});
afterAll(() => local?.stop());

const text = () => sample('红旗区卫生健康委员会2022.txt').toString();
/** A report of its own for each test: the sample's figures under another year. */
const reportOf = (year: number, change: (words: string) => string = (words) => words) => [
  { name: `红旗区卫生健康委员会${year}.txt`, bytes: Buffer.from(change(text().replaceAll('2022', String(year)))) },
];

describe('a dropped report', () => {
  test('gets 👀, a summary, and what there is to check', async () => {
    const { answers, signs } = await drop(local, [
      { name: '示例区2023.pdf', bytes: sample('示例区卫生健康局2023.pdf') },
    ]);
    expect(signs).toEqual(['eyes', 'warning']);
    expect(answers.length).toBe(2);
    expect(answers[0]!.text).toContain('示例区卫生健康局 · 2023 年度');
    expect(answers[1]!.text).toContain('#1');
  });

  test('that is clean gets one answer and ✅', async () => {
    const { answers, signs } = await drop(local, [{ name: 'a.html', bytes: sample('灵武市卫生健康局2021.html') }]);
    expect(signs).toEqual(['eyes', 'white_check_mark']);
    expect(answers.map(({ text }) => text.split('\n')[0])).toEqual([
      expect.stringContaining('灵武市卫生健康局 · 2021 年度'),
    ]);
  });

  test('is answered once when its event comes again', async () => {
    const thread = await drop(local, reportOf(2021));
    for (const [id] of local.hands.events()) await local.hands.redeliver(id);
    await drop(local, reportOf(2022));
    expect(threadOf(local.hands, thread).answers.length).toBe(thread.answers.length);
  });

  test('that Slack answers with 429 is answered all the same, in order', async () => {
    local.hands.setFault('chat.postMessage', { retryAfter: 1, times: 2 });
    const { answers } = await drop(local, [
      { name: '示例区2022.pdf', bytes: sample('示例区卫生健康局2022.pdf') },
      ...reportOf(2023),
    ]);
    const titles = answers.map(({ text }) => text);
    expect(titles.findIndex((title) => title.includes('2022'))).toBeLessThan(
      titles.findIndex((title) => title.includes('2023')),
    );
  });

  test('among many in one message, one of them an archive, is answered in its turn', async () => {
    const wrong = (words: string) => words.replace('（七）总计 0 0 0 0 0 0 0', '（七）总计 0 0 0 0 0 0 3');
    const inside = [2005, 2006].flatMap((year) => reportOf(year, wrong));
    const slow = Buffer.concat([sample('示例区卫生健康局2023.pdf'), Buffer.from('\n')]);
    const { answers } = await drop(
      local,
      [
        { name: '2023.pdf', bytes: slow },
        ...reportOf(2004, wrong),
        { name: '坏.docx', bytes: Buffer.from('%PDF-1.7\nnot really') },
        { name: '一批.zip', bytes: await zipFile(inside.map(({ bytes }, i) => [`${i}.txt`, bytes] as const)) },
        ...reportOf(2007, wrong),
      ],
      { channel: '#核对组' },
    );
    const years = answers.flatMap(({ text }) => /20\d\d(?= 年度)/.exec(text)?.[0] ?? []);
    expect([...new Set(years)]).toEqual(['2023', '2004', '2005', '2006', '2007']);
  });

  test('whose answer got lost on the way is not answered twice', async () => {
    local.hands.setFault('chat.postMessage', { delay: 11_000 });
    const { answers } = await drop(local, reportOf(2024));
    await soon(() => expect(local.hands.replies(answers[0]!).length).toBe(0));
    expect(answers.filter(({ text }) => text.includes('2024')).length).toBe(1);
  }, 40_000);

  test('whose answer broke off after it was posted is not answered twice', async () => {
    local.hands.setFault('chat.postMessage', { lost: 'after' });
    const { answers } = await drop(local, reportOf(2017));
    expect(answers.filter(({ text }) => text.includes('2017')).length).toBe(1);
  });

  test('that the store could not take in is not acknowledged, so Slack sends it again', async () => {
    vi.spyOn(local.desk.uploads, 'add').mockRejectedValueOnce(new Error('the store is away'));
    const { answers } = await drop(local, reportOf(2018));
    expect(answers.filter(({ text }) => text.includes('2018')).length).toBe(1);
  });

  test('that the store cannot file for a while is filed when it can, and nobody hears of an error', async () => {
    const save = vi.spyOn(local.store.reports, 'save');
    for (let tries = 0; tries < 8; tries++)
      save.mockRejectedValueOnce(new GovinfoError('E-STORE-UNREACHABLE', { zh: '连不上', en: 'away' }));
    const { answers } = await drop(local, reportOf(2016));
    expect(answers.map(({ text }) => text.split('\n')[0])).toEqual([expect.stringContaining('2016 年度')]);
  });

  test('that comes as a sign-in page is refused, and nothing is kept', async () => {
    local.hands.setFault('files.download', { error: 'sign-in' });
    const { answers, signs } = await drop(local, reportOf(2025));
    expect(answers.map((answer) => answer.text)).toEqual([expect.stringContaining('E-DOWNLOAD')]);
    expect(signs).toEqual(['eyes', 'x']);
    expect(await local.store.reports.years()).not.toContain(2025);
  });

  test('whose type Slack does not know yet is read when it does', async () => {
    const message = local.hands.upload({ as: '王敏', channel: '#年报', files: reportOf(2009), scan: 300 });
    await finished(local.desk, message);
    expect(threadOf(local.hands, message).answers[0]!.text).toContain('2009');
  });

  test('in a channel shared with others is not even fetched, unless that channel is allowed', async () => {
    const { desk } = local;
    const shared = vi.spyOn(desk.channels, 'get').mockResolvedValue({ kind: 'public', shared: true });
    const { answers, channel } = await drop(local, reportOf(2006));
    expect(answers.map((answer) => answer.text)).toEqual([expect.stringContaining('E-SHARED-CHANNEL')]);
    Object.assign(desk.config, { sharedChannels: [channel] });
    expect((await drop(local, reportOf(2006))).answers[0]!.text).toContain('2006 年度');
    Object.assign(desk.config, { sharedChannels: [] });
    shared.mockRestore();
  });

  test('in a private channel stays among its members', async () => {
    await drop(local, reportOf(2007), { channel: '#核对组' });
    const [row] = await local.store.reports.year(2007);
    expect(row!.origin.scope).toBe('channel');
  });
});

describe('while a socket is renewed', () => {
  test('the other one serves, so commands are answered at once', async () => {
    await soon(() => expect(local.hands.connections()).toBe(2));
    local.hands.disconnect('refresh_requested', 1);
    await soon(() => expect(local.hands.connections()).toBe(1));
    await local.hands.command({ as: '王敏', channel: '#年报', text: '/govinfo 处罚 2021' });
    const answer = await local.hands.waitForMessage(({ to, text }) => !!to && /2021.*行政处罚/.test(text));
    expect(answer.channel).toBe(local.hands.messages('#年报')[0]!.channel);
  });
});

describe('an issue', () => {
  const ready = async (year: number) => {
    const wrong = (words: string) => words.replace('（七）总计 0 0 0 0 0 0 0', '（七）总计 0 0 0 0 0 0 3');
    const { answers, ...message } = await drop(local, reportOf(year, wrong));
    expect(message.signs).toContain('warning');
    const issues = answers.at(-1)!;
    return { message, issues, now: () => local.hands.replies(message).at(-1)!.text };
  };

  test('is confirmed by a click, and the sign under the upload changes when nothing is left', async () => {
    const { message, issues, now } = await ready(2011);
    const numbers = [...issues.text.matchAll(/#(\d+)/g)].map(([, number]) => Number(number));
    for (const number of numbers) {
      const block = local.hands
        .replies(message)
        .at(-1)!
        .blocks.find(({ elements }) => JSON.stringify(elements ?? []).includes(`#${number}"`));
      await local.hands.click({
        as: '李雷',
        channel: issues.channel,
        ts: issues.ts,
        action_id: 'issue.confirm',
        block_id: block!.block_id!,
      });
      await soon(() => expect(now()).toMatch(new RegExp(`#${number}[^]*已确认有误 · 保留原值( \\d+ )?并标注 · 李雷`)));
    }
    await soon(() => expect(threadOf(local.hands, message).signs).toEqual(['eyes', 'white_check_mark']));
  });

  test('cannot be decided by a guest, who is told so', async () => {
    const { issues, now } = await ready(2012);
    await local.hands.click({ as: '韩梅', channel: issues.channel, ts: issues.ts, action_id: 'issue.confirm' });
    await local.hands.waitForMessage(({ to, text }) => to === 'U0HANMEI' && text.includes('访客只能查看'));
    expect(now()).toBe(issues.text);
  });

  test('is ignored with a reason, and “other” needs words', async () => {
    const { issues, now } = await ready(2013);
    await local.hands.click({ as: '王敏', channel: issues.channel, ts: issues.ts, action_id: 'issue.ignore' });
    await local.hands.waitForModal('王敏');
    const refused = await local.hands.submit({ as: '王敏', choices: { reason: { reason: { value: 'other' } } } });
    expect(JSON.stringify(refused)).toContain('写明原因');
    await local.hands.submit({ as: '王敏', choices: { reason: { reason: { value: 'explained' } } } });
    await soon(() => expect(now()).toContain('已忽略：机关已说明 · 只对 v1 有效 · 王敏'));
  });
});

describe('a summary', () => {
  test('shows the tables and the text in windows', async () => {
    const { answers } = await drop(local, reportOf(2014));
    const { channel, ts } = answers[0]!;
    const shows = async (action_id: string, words: string) => {
      await local.hands.click({ as: '王敏', channel, ts, action_id });
      const modal = await local.hands.waitForModal('王敏');
      expect(JSON.stringify(modal.blocks)).toContain(words);
      await local.hands.closeView({ as: '王敏' });
    };
    await shows('report.tables', '行全为 0');
    await shows('report.text', '2014');
  });

  test('is corrected with a reason: the sums hold again and the issue is resolved', async () => {
    const wrong = (words: string) => words.replace('（七）总计 0 0 0 0 0 0 0', '（七）总计 0 0 0 0 0 0 3');
    const { answers, ...message } = await drop(local, reportOf(2015, wrong));
    const issues = answers.at(-1)!;
    await local.hands.click({ as: '李雷', channel: issues.channel, ts: issues.ts, action_id: 'issue.correct' });
    await local.hands.waitForModal('李雷');
    const cell = 'value applications.concluded.total';
    const fill = (value: string) => ({ [cell]: { value: { value } }, basis: { basis: { value: 'misread' } } });
    expect(JSON.stringify(await local.hands.submit({ as: '李雷', choices: fill('一半') }))).toContain('请填一个数');
    await local.hands.submit({ as: '李雷', choices: fill('０') });
    await soon(() => {
      const [summary, list] = local.hands.replies(message);
      expect(summary!.text).toContain('更正 1 处');
      expect(list!.text).toContain('3 → 0 · 依据：读错了，原文就是这个数 · 李雷');
    });
    await soon(() => expect(threadOf(local.hands, message).signs).toEqual(['eyes', 'white_check_mark']));
  });
});

describe('a crash', () => {
  test('between filing and answering loses nothing and doubles nothing', async () => {
    const { hands, store, workspace } = local;
    local.hands.setFault('chat.postMessage', { status: 500, times: 4 });
    const message = hands.upload({ as: '李雷', channel: '#年报', files: reportOf(2008) });
    await soon(async () => expect(await store.reports.years()).toContain(2008));
    const other = await startApp(workspace, store);
    await finished(other.desk, message);
    expect(threadOf(hands, message).answers.filter((answer) => answer.text.includes('2008 年度')).length).toBe(1);
    await other.app.stop();
  });
});

test('an older year of a bureau edits the year after it, not those behind, and touches no sign', async () => {
  const of = (year: number) => [
    {
      name: `红旗区水务局${year}.txt`,
      bytes: Buffer.from(text().replaceAll('2022', `${year}`).replaceAll('卫生健康委员会', '水务局')),
    },
  ];
  const later: string[] = [];
  for (const year of [2016, 2017, 2018, 2019]) later.push((await drop(local, of(year))).answers[0]!.ts);
  await soon(() => expect(local.desk.queues.depth()).toBe(0));
  const before = local.hands.calls.length;
  await drop(local, of(2015));
  const since = () => local.hands.calls.slice(before);
  const edited = (ts: string) => since().some(({ method, args }) => method === 'chat.update' && args.ts === ts);
  await soon(() => expect(edited(later[0]!)).toBe(true));
  await soon(() => expect(local.desk.queues.depth()).toBe(0));
  expect(later.map(edited)).toEqual([true, false, false, false]);
  expect(since().filter(({ method }) => method === 'reactions.remove')).toEqual([]);
});
