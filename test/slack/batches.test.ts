import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { changeSettings } from '../../src/casework/settings.ts';
import { settingsSchema } from '../../src/report/channel-settings.ts';
import { officeOf } from '../../src/slack/office.ts';
import { actionIds } from '../../src/views/actions.ts';
import { zipFile } from '../documents/zip.ts';
import { drop, finished, type LocalApp, sample, soon, startLocalApp, threadOf } from './local-app.ts';

let local: LocalApp;
beforeAll(async () => {
  local = await startLocalApp();
});
afterAll(() => local?.stop());

/** A report of one year, clean or with a slip in table 三. */
const reportOf = (year: number, slip = 0) => {
  const text = sample('红旗区卫生健康委员会2022.txt').toString().replaceAll('2022', String(year));
  const words = slip ? text.replace('（七）总计 0 0 0 0 0 0 0', `（七）总计 0 0 0 0 0 0 ${slip}`) : text;
  return { name: `红旗区卫生健康委员会${year}.txt`, bytes: Buffer.from(words) };
};
const broken = { name: '坏年报.docx', bytes: Buffer.from('PK\u0003\u0004 not really') };

const boardIn = (thread: { channel: string; ts: string }) =>
  local.hands.replies(thread).find(({ text }) => /份年报/.test(text))!;
const press = (as: string, board: { channel: string; ts: string }, action_id: string) =>
  local.hands.click({ as, channel: board.channel, ts: board.ts, action_id });
const told = (as: string, words: string) =>
  soon(() => {
    const found = local.hands.whispers(as).findLast(({ text }) => text.includes(words));
    if (!found) throw new Error(`${as} was not told ${words}`);
    return found;
  });

describe('many files at once', () => {
  let thread: Awaited<ReturnType<typeof drop>>;
  beforeAll(async () => {
    thread = await drop(local, [reportOf(2001, 3), reportOf(2002), broken, reportOf(2003)]);
  });

  test('end as a table that names bureau, year, penalties and result, what needs somebody first', async () => {
    await soon(() => expect(boardIn(thread).text).toContain('4 份年报处理完毕'));
    const { text, blocks } = boardIn(thread);
    expect(text).toContain('✅ 通过 2 · ⚠️ 待核 1 · ❌ 失败 1');
    const rows = (blocks.find(({ type }) => type === 'table') as unknown as { rows: { text: string }[][] }).rows;
    expect(rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['机关', '年度', '处罚', '结果'],
      ['坏年报.docx', '—', '—', expect.stringMatching(/^❌ 失败 E-/)],
      ['红旗区卫生健康委员会', '2001', '5', '⚠️ 1 项待核'],
      ['红旗区卫生健康委员会', '2002', '5', '✅ 通过'],
      ['红旗区卫生健康委员会', '2003', '5', '✅ 通过'],
    ]);
    const labels = JSON.stringify(blocks.at(-1));
    for (const label of ['只看待核的（1）', '重试失败的（1）', '导出 CSV']) expect(labels).toContain(label);
  });

  test('只看待核的 tells the one who asks which reports, what is found, and the way there', async () => {
    await press('李雷', boardIn(thread), actionIds.batchToCheck);
    const { text, blocks, thread_ts } = await told('李雷', '这一批里待核的 1 份');
    expect(text).toContain('红旗区卫生健康委员会 · 2001 年度　⚠️ 1 项待核 · 1 项勾稽不平 · 处罚 5');
    expect(JSON.stringify(blocks)).toMatch(/<http[^|]+\|打开讨论>/);
    expect(thread_ts).toBe(thread.ts);
  });

  test('导出 CSV comes to the person alone: a row a file, with what became of it and its figures', async () => {
    await press('李雷', boardIn(thread), actionIds.batchExport);
    await told('李雷', '文件已发到你与 govinfo 的私信');
    const { raw } = await local.hands.waitForMessage(({ raw }) => JSON.stringify(raw).includes('govinfo_batch_'));
    const [file] = raw.files as { id: string }[];
    const lines = Buffer.from(local.hands.fileBytes(file!.id)!).toString().split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFF上传的文件,结果,机关,地区,年度,.*行政处罚/);
    expect(lines[1]).toMatch(/^红旗区卫生健康委员会2001\.txt,⚠️ 1 项待核,红旗区卫生健康委员会,.*,2001,/);
    expect(lines[3]).toMatch(/^坏年报\.docx,❌ 失败 E-[A-Z-]+,,,,,/);
    expect(lines.filter(Boolean).length).toBe(5);
  });

  test('show what people decided since, and the button for it goes with the last', async () => {
    const issues = local.hands.replies(thread).find(({ text }) => text.includes('#1'))!;
    await local.hands.click({ as: '王敏', ...issues, action_id: actionIds.issueConfirm });
    await soon(() => expect(boardIn(thread).text).toContain('✅ 通过 3 · ⚠️ 待核 0'));
    expect(JSON.stringify(boardIn(thread).blocks)).not.toContain('只看待核的');
    await local.hands.click({ as: '王敏', ...issues, action_id: actionIds.issueUndo });
    await soon(() => expect(boardIn(thread).text).toContain('✅ 通过 2 · ⚠️ 待核 1'));
  });

  test('who may only look does not retry; who names no batch that is known is told so', async () => {
    await press('韩梅', boardIn(thread), actionIds.batchRetry);
    await told('韩梅', '访客只能查看');
    const office = officeOf(local.desk);
    const settings = { ...settingsSchema.parse({}), editors: ['U0WANGMIN'] };
    await changeSettings(office, 'U0WANGMIN', thread.channel, settings);
    await press('李雷', boardIn(thread), actionIds.batchRetry);
    await told('李雷', '需要编辑权限，可请');
    await changeSettings(office, 'U0WANGMIN', thread.channel, settingsSchema.parse({}));
  });
});

test('重试失败的, after a restart: the file is read, its ❌ goes from thread, table and message', async () => {
  local.hands.setFault('files.download', { error: 'sign-in', times: 1 });
  const thread = await drop(local, [reportOf(2005, 4), reportOf(2006), reportOf(2007)], { channel: '#核对组' });
  expect(thread.signs).toContain('x');
  await soon(() => expect(boardIn(thread).text).toContain('❌ 失败 1'));
  const failed = local.hands.replies(thread).find(({ text }) => text.includes('无法读取'))!;
  await local.restart();
  await soon(() => expect(boardIn(thread).text).toContain('3 份年报处理完毕'));
  await Promise.all(['王敏', '李雷'].map((as) => press(as, boardIn(thread), actionIds.batchRetry)));
  await told('王敏', '正在重试 1 份');
  await soon(() => expect(boardIn(thread).text).toMatch(/3 份年报处理完毕.*\n.*❌ 失败 0/));
  await soon(() => {
    const { signs, answers } = threadOf(local.hands, thread);
    expect(signs).not.toContain('x');
    expect(answers.map(({ ts }) => ts)).not.toContain(failed.ts);
    const summaries = answers.filter(({ text }) => text.startsWith('⚠️ 红旗区卫生健康委员会 · 2005 年度'));
    expect(summaries.map(({ text }) => text.includes('1 项待核'))).toEqual([true]);
  });
  expect(JSON.stringify(boardIn(thread).blocks)).not.toContain('重试失败的');
});

test('a ZIP of many counts as many; of what failed in it only that is tried again', async () => {
  const inside = [reportOf(2011), reportOf(2012), broken, reportOf(2013)];
  const zip = await zipFile(inside.map(({ name, bytes }) => [name, bytes] as const));
  const thread = await drop(local, [{ name: '一批.zip', bytes: zip }], { channel: '#测试' });
  await soon(() => expect(boardIn(thread).text).toContain('4 份年报处理完毕'));
  const before = local.hands.replies(thread);
  expect(before.filter(({ text }) => text.includes('年度\n')).length).toBe(0);
  await press('李雷', boardIn(thread), actionIds.batchRetry);
  await soon(() => {
    const now = local.hands.replies(thread);
    const unreadable = now.filter(({ text }) => text.includes('无法读取'));
    expect(unreadable.length).toBe(1);
    expect(before.map(({ ts }) => ts)).not.toContain(unreadable[0]!.ts);
    expect(now.length).toBe(before.length);
  });
  expect(boardIn(thread).text).toContain('❌ 失败 1');
  const unreadable = local.hands.replies(thread).find(({ text }) => text.includes('无法读取'))!;
  await local.hands.click({ as: '李雷', ...unreadable, action_id: actionIds.notAReport });
  await soon(() => expect(boardIn(thread).text).toMatch(/3 份年报处理完毕.*\n.*❌ 失败 0/));
  await soon(() => expect(threadOf(local.hands, thread).signs).toContain('white_check_mark'));
});

test('a second version among them is told as what took the place of the first', async () => {
  const first = reportOf(2015, 5);
  const second = { ...reportOf(2015), name: '更正后.txt' };
  const thread = await drop(local, [first, second, reportOf(2016)], { channel: '#测试' });
  await soon(() => expect(boardIn(thread).text).toContain('➖ 已被 v2 取代'));
  expect(boardIn(thread).text).toContain('✅ 通过 2 · ⚠️ 待核 0 · ❌ 失败 0 · 已被取代 1');
});

test('a file that nobody foresaw does not keep the others from their answers', async () => {
  const save = local.store.reports.save.bind(local.store.reports);
  const spy = vi.spyOn(local.store.reports, 'save').mockImplementation(async (filing, options) => {
    if (filing.file.name.includes('2018')) throw new TypeError('nobody foresaw this');
    return save(filing, options);
  });
  const message = local.hands.upload({
    as: '李雷',
    channel: '#年报',
    files: [reportOf(2018), reportOf(2022, 6), reportOf(2025)],
  });
  await finished(local.desk, message);
  spy.mockRestore();
  const { answers } = threadOf(local.hands, message);
  expect(answers.filter(({ text }) => text.includes('处理出错')).map(({ text }) => text)).toEqual([
    expect.stringMatching(/“红旗区卫生健康委员会2018\.txt”/),
  ]);
  await soon(() => expect(boardIn(message).text).toContain('✅ 通过 1 · ⚠️ 待核 1 · ❌ 失败 1'));
});
