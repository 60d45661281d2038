import { beforeAll, describe, expect, test } from 'vitest';
import type { Asker } from '../../src/commands/command.ts';
import { spanOf, takePeriod } from '../../src/commands/question/periods.ts';
import type { Store } from '../../src/store/store.ts';
import { ask, emptyStore, everybody, file } from './stored.ts';

const people: Record<string, string> = { U1: '王敏', U2: '李雷' };
const asker: Asker = { ...everybody, user: 'U1', names: async () => (user) => people[user] ?? user };
const penalties = 'disclosures.penalties.decisions';
const concluded = 'applications.concluded.total';

let store: Store;
beforeAll(async () => {
  const clock = { now: new Date() };
  store = await emptyStore(() => clock.now);
  const on = (day: string) => ({ arrivedAt: `2026-11-${day}T02:00:00.000Z` });
  await file(store, '灵武市卫生健康局', 2021, {}, on('02'));
  await file(store, '金凤区卫生健康局', 2021, { cells: { [penalties]: 41, [concluded]: 7 } }, on('17'));
  await file(store, '金凤区教育局', 2022, {}, { ...on('18'), origin: { scope: 'channel', channel: 'C-private' } });
  const [bureau] = (await store.reports.bureaus()).filter(({ bureau: name }) => name === '金凤区卫生健康局');
  const ref = { bureauKey: bureau!.bureauKey, year: 2021 };
  clock.now = new Date('2026-11-19T03:00:00Z');
  const [issue] = (await store.cases.get(ref))!.issues;
  await store.cases.decide({ ...ref, issue: issue!.id }, { act: 'confirm' }, { by: 'U1' });
  await store.cases.decide({ ...ref, issue: issue!.id }, { act: 'assign', to: 'U2' }, { by: 'U1' });
  await store.cases.correct(ref, [{ address: concluded, value: 0, basis: 'misread' }], { by: 'U2' });
  clock.now = new Date('2026-11-20T03:00:00Z');
  await file(store, '金凤区卫生健康局', 2021, { cells: { [penalties]: 44, [concluded]: 9 } }, on('20'));
  await store.reports.adopt(ref.bureauKey, 2021, 2, 'U1');
});

describe('本周变化', () => {
  test.each(['本周变化', '这周有什么变化', '本周', 'what changed this week', '最近变化', '最近七天更新', '最近7天'])(
    '%s',
    async (text) => {
      const said = await ask(store, text, asker);
      expect(said).toMatch(/11-16 至 11-22 的变化（8）/);
      expect(said).toContain('金凤区卫生健康局 2021 新收年报 · 11-17 10:00');
      expect(said).toContain('表二「行政处罚」处理决定数量：41 → 44');
      expect(said).toMatch(/更正 表三「（七）总计」总计：7 → 0（读错了，原文就是这个数） · 11-19 11:00 · 李雷/);
      expect(said).toMatch(/#1 确认有误：.* · 王敏/);
      expect(said).toMatch(/#1 指派给 李雷/);
      expect(said).not.toContain('灵武市');
    },
  );

  test('by kind, by bureau, by day', async () => {
    expect(await ask(store, '本周更正', asker)).toMatch(/（1）\n更正 1\n/);
    expect(await ask(store, '本周变化 教育局', asker)).toMatch(/（1）[\s\S]*金凤区教育局 2022 新收年报/);
    expect(await ask(store, '今天变化', asker)).toContain('11-22 没有变化');
    expect(await ask(store, '本月变化', asker)).toContain('灵武市卫生健康局 2021 新收年报 · 11-02 10:00');
    expect(await ask(store, '本月变化 灵武市', asker)).not.toContain('金凤区');
    expect(await ask(store, '上月变化', asker)).toContain('10-01 至 10-31 没有变化');
  });

  test('of what the asker may not see nothing is said', async () => {
    const outsider = { ...asker, maySee: ({ scope }: { scope: string }) => scope === 'workspace' };
    const said = await ask(store, '本周变化', outsider);
    expect(said).toContain('金凤区卫生健康局');
    expect(said).not.toContain('教育局');
  });

  test('a report counts by year, and a question for a month’s figures is told so', async () => {
    expect(await ask(store, '本月处罚', asker)).toContain('年报按年度统计');
    expect(await ask(store, '处罚 2021', asker)).not.toContain('年报按年度统计');
  });
});

test('days, weeks and months begin and end as in China', () => {
  const span = (text: string, now: string) => {
    const { from, to } = spanOf(takePeriod(text).period!, new Date(now));
    return [from, to].map((at) => at.toISOString().slice(0, 13));
  };
  expect(span('今天', '2026-11-21T16:30:00Z')).toEqual(['2026-11-21T16', '2026-11-22T16']);
  expect(span('今天', '2026-11-21T15:30:00Z')).toEqual(['2026-11-20T16', '2026-11-21T16']);
  expect(span('本周', '2026-11-22T15:59:00Z')).toEqual(['2026-11-15T16', '2026-11-22T16']);
  expect(span('本周', '2026-11-22T16:00:00Z')).toEqual(['2026-11-22T16', '2026-11-29T16']);
  expect(span('上月', '2026-01-31T16:00:00Z')).toEqual(['2025-12-31T16', '2026-01-31T16']);
});
