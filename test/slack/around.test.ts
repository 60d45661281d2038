import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsHistory, settingsOf } from '../../src/casework/settings.ts';
import { isDue, waiting } from '../../src/slack/digest.ts';
import type { ListedIssue } from '../../src/store/case-store.ts';
import { actionIds } from '../../src/views/actions.ts';
import { drop, type LocalApp, sample, soon, startLocalApp } from './local-app.ts';

let local: LocalApp;
beforeAll(async () => {
  local = await startLocalApp();
});
afterAll(() => local?.stop());

const dropSample = async (channel = '#年报') => {
  const { answers, ...message } = await drop(
    local,
    [{ name: '示例区2023.pdf', bytes: sample('示例区卫生健康局2023.pdf') }],
    { channel },
  );
  return { message, issues: answers[1]! };
};
let posted: Awaited<ReturnType<typeof dropSample>>;
const refused = () => local.hands.log.filter(({ ok }) => !ok).map((entry) => JSON.stringify(entry));

test('every button that a message may carry has a listener', () => {
  const folder = join(import.meta.dirname, '../../src/slack/listeners');
  const listeners = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const unheard = Object.keys(actionIds).filter(
    (name) => !listeners.some((code) => code.includes(`actionIds.${name}`)),
  );
  expect(unheard).toEqual([]);
});

describe('看原文', () => {
  test('shows the rows of the page with the cells numbered, once for everybody', async () => {
    posted = await dropSample();
    const { message, issues } = posted;
    const click = (as: string) =>
      local.hands.click({ as, channel: issues.channel, ts: issues.ts, action_id: 'issue.source' });
    await click('王敏');
    const shown = await soon(() => {
      const reply = local.hands.replies(message).find(({ text }) => /#\d+ 原文/.test(text));
      if (!reply) throw new Error('no evidence yet');
      return reply;
    });
    const picture = shown.blocks.find(({ type }) => type === 'image') as unknown as {
      alt_text: string;
      slack_file: { id: string };
    };
    expect(shown.text).toContain('②＋③ ≠ ①＋④（12 ≠ 11）');
    expect(picture.alt_text).toMatch(/① ?表/);
    const png = Buffer.from(local.hands.fileBytes(picture.slack_file.id)!);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(1240);
    expect(png.readUInt32BE(20)).toBeLessThan(1500);
    await click('李雷');
    await local.hands.waitForMessage(({ to, text }) => to === 'U0LILEI' && text.includes('已在帖子里'));
    expect(local.hands.replies(message).filter(({ text }) => /#\d+ 原文/.test(text)).length).toBe(1);
    expect(refused()).toEqual([]);
  }, 40_000);
});

describe('核实函', () => {
  test('comes from what was confirmed, as Word file and text, to the one who asked', async () => {
    const issues = posted.issues;
    await local.hands.click({ as: '王敏', channel: issues.channel, ts: issues.ts, action_id: 'issue.confirm' });
    await soon(() =>
      expect(JSON.stringify(local.hands.messages('#年报').find(({ ts }) => ts === issues.ts)!.blocks)).toContain(
        '起草核实函',
      ),
    );
    await local.hands.click({ as: '王敏', channel: issues.channel, ts: issues.ts, action_id: 'report.letter' });
    const modal = await local.hands.waitForModal('王敏');
    const draft = JSON.stringify(modal.blocks);
    expect(draft).toContain('关于请核实《示例区卫生健康局2023年政府信息公开工作年度报告》');
    expect(draft).toContain('一、表三「（七）总计」总计印作 11，按表内勾稽关系应为 12；总计：收到 12 件');
    expect(draft).not.toContain('请核对原文');
    await local.hands.submit({ as: '王敏' });
    await soon(() => {
      const names = local.hands
        .messages('@govinfo')
        .flatMap(({ raw }) => ((raw.files ?? []) as { name: string }[]).map(({ name }) => name));
      expect(names).toEqual(['核实函_示例区卫生健康局_2023.docx', '核实函_示例区卫生健康局_2023.txt']);
    });
  });

  test('goes to the report’s thread as well for who wishes so, under the name of who drafted it', async () => {
    await local.hands.click({ as: '李雷', ...posted.issues, action_id: 'report.letter' });
    const modal = await local.hands.waitForModal('李雷');
    expect(JSON.stringify(modal.blocks)).toContain('只发给我（与 govinfo 的私信）');
    await local.hands.submit({ as: '李雷', choices: { to: { to: { value: 'thread' } } } });
    await soon(() => {
      const replies = local.hands.replies(posted.message);
      const files = replies.flatMap(({ raw }) => ((raw.files ?? []) as { name: string }[]).map(({ name }) => name));
      expect(files).toEqual(['核实函_示例区卫生健康局_2023.docx', '核实函_示例区卫生健康局_2023.txt']);
      expect(replies.map(({ text }) => text)).toContain('核实函（草稿）　李雷 起草');
    });
  });

  test('opens for the command, and as a button that only the asker sees for the words in the thread', async () => {
    await local.hands.command({ as: '李雷', channel: '#年报', text: '/govinfo 核实函 示例区 2023' });
    const modal = await local.hands.waitForModal('李雷');
    expect(JSON.stringify(modal.blocks)).toContain('关于请核实《示例区卫生健康局2023年');
    await local.hands.closeView({ as: '李雷' });
    const { channel, ts } = posted.message;
    const before = local.hands.replies(posted.message).length;
    local.hands.say({ as: '李雷', channel, thread_ts: ts, text: '@govinfo 核实函' });
    const offer = await local.hands.waitForMessage(({ to, text }) => to === 'U0LILEI' && text.includes('已确认 1 项'));
    await local.hands.click({ as: '李雷', channel: offer.channel, ts: offer.ts, action_id: 'report.letter:0' });
    expect((await local.hands.waitForModal('李雷')).callback_id).toBe('letter');
    await local.hands.closeView({ as: '李雷' });
    expect(local.hands.replies(posted.message).length).toBe(before + 1);
    await local.hands.command({ as: '李雷', channel: '#年报', text: '/govinfo 核实函 灵武市' });
    await local.hands.waitForMessage(({ to, text }) => to === 'U0LILEI' && text.includes('给哪个机关'));
  });
});

test('a file that cannot be read is tried again, or sent away, by a button', async () => {
  local.hands.setFault('files.download', { error: 'sign-in' });
  const file = sample('示例区卫生健康局2022.pdf');
  const { answers, ...message } = await drop(local, [{ name: '年报.pdf', bytes: file }], { channel: '#核对组' });
  const [{ channel, ts }] = answers as [(typeof answers)[0]];
  await local.hands.click({ as: '李雷', channel, ts, action_id: 'file.retry' });
  await soon(() => expect(local.hands.replies(message).at(-1)!.text).toContain('示例区卫生健康局'));
  await soon(() => expect(local.hands.replies(message).map((reply) => reply.ts)).not.toContain(ts));
  local.hands.setFault('files.download', { error: 'sign-in' });
  const other = await drop(local, [{ name: '会议记录.pdf', bytes: sample('示例区卫生健康局2023.pdf') }], {
    channel: '#核对组',
  });
  await local.hands.click({ as: '李雷', channel, ts: other.answers[0]!.ts, action_id: 'file.not-a-report' });
  await soon(() => expect(local.hands.replies(other)).toEqual([]));
  await soon(() => expect(local.hands.messages('#核对组').find((one) => one.ts === other.ts)!.reactions).toEqual([]));
}, 40_000);

describe('设置', () => {
  test('are changed in a window, told to nobody, and written down', async () => {
    await local.hands.command({ as: '王敏', channel: '#测试', text: '/govinfo 设置' });
    await local.hands.waitForModal('王敏');
    await local.hands.submit({
      as: '王敏',
      choices: {
        locale: { locale: { value: 'en' } },
        replies: { replies: { value: 'issues' } },
        editors: { editors: { value: 'U0WANGMIN' } },
      } as never,
    });
    const channel = local.hands.say({ as: '王敏', channel: '#测试', text: '好' }).channel;
    await soon(async () => expect((await settingsOf(local.store, channel)).locale).toBe('en'));
    expect(await settingsOf(local.store, channel)).toMatchObject({ replies: 'issues', digest: 'off' });
    const [change] = await settingsHistory(local.store, channel);
    expect(change).toMatchObject({ by: 'U0WANGMIN', before: { locale: 'zh' }, after: { locale: 'en' } });
  });

  test('a channel that wants problems only hears nothing of a clean report, and of others in its language', async () => {
    const clean = await drop(local, [{ name: 'a.html', bytes: sample('灵武市卫生健康局2021.html') }], {
      channel: '#测试',
    });
    expect(clean.answers).toEqual([]);
    expect(clean.signs).toEqual(['eyes', 'white_check_mark']);
    const flagged = await drop(local, [{ name: 'b.pdf', bytes: sample('示例区卫生健康局2022.pdf') }], {
      channel: '#测试',
    });
    for (const { text } of flagged.answers) expect(text).not.toMatch(/行政许可/);
  });

  test('guests may not open them', async () => {
    await local.hands.command({ as: '韩梅', channel: '#年报', text: '/govinfo 设置' });
    await local.hands.waitForMessage(({ to, text }) => to === 'U0HANMEI' && text.includes('访客只能查看'));
    expect(local.hands.modals('韩梅')).toEqual([]);
  });
});

describe('a digest', () => {
  const at = (day: string) => new Date(`${day}T02:00:00Z`); // ten in the morning in China
  test('comes on the days that were chosen, never by itself', () => {
    const [monday, tuesday, sunday] = ['2026-11-23', '2026-11-24', '2026-11-22'].map(at) as [Date, Date, Date];
    expect([monday, tuesday, sunday].map((day) => isDue({ digest: 'weekdays' }, day))).toEqual([true, true, false]);
    expect([monday, tuesday, sunday].map((day) => isDue({ digest: 'weekly' }, day))).toEqual([true, false, false]);
    expect(isDue({ digest: 'off' }, monday)).toBe(false);
    expect(isDue({ digest: 'weekdays' }, new Date('2026-11-23T00:30:00Z'))).toBe(false);
  });

  test('lists what waits for longer than a week in that channel', () => {
    const issue = (since: string, channel: string, state = 'open') =>
      ({ since, state, severity: 'warning', origin: { channel } }) as ListedIssue;
    const issues = [
      issue('2026-11-01T00:00:00Z', 'C1'),
      issue('2026-11-20T00:00:00Z', 'C1'),
      issue('2026-11-01T00:00:00Z', 'C2'),
      issue('2026-11-01T00:00:00Z', 'C1', 'confirmed'),
    ];
    const now = at('2026-11-23');
    expect(waiting(issues, { channel: 'C1', digestSeverity: 'all', now })).toEqual([issues[0]]);
    expect(waiting(issues, { channel: 'C1', digestSeverity: 'error', now })).toEqual([]);
  });
});
