import { beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../src/commands/answer.ts';
import type { Asker } from '../../src/commands/command.ts';
import type { Store } from '../../src/store/store.ts';
import { ask, emptyStore, everybody, file, now } from './stored.ts';

const people: Record<string, string> = { U1: '王敏', U2: '李雷' };
const asker: Asker = { ...everybody, user: 'U1', names: async () => (user) => people[user] ?? user };

let store: Store;
beforeAll(async () => {
  store = await emptyStore(() => new Date('2026-11-20T08:00:00Z'));
  const slip = { cells: { 'applications.concluded.total': 7 } } as const;
  await file(store, '金凤区卫生健康局', 2021, slip);
  await file(store, '灵武市卫生健康局', 2021, slip);
  await file(store, '红寺堡区卫生健康局', 2022, slip);
  for (const { bureauKey, year, issue } of await store.cases.list())
    if (year === 2021) await store.cases.decide({ bureauKey, year, issue }, { act: 'assign', to: 'U2' }, { by: 'U1' });
});

describe('待办 of a person', () => {
  test.each(['待办 李雷', '待办 @李雷', '李雷的待办', '待办 <@U2>', '待办 <@U2|lilei>', 'issues <@U2>'])(
    '%s',
    async (text) => {
      const said = await ask(store, text, asker);
      expect(said).toContain('待办事项（2）　负责人：李雷');
      expect(said).not.toContain('2022');
    },
  );

  test('with a bureau beside the name, and the page after it', async () => {
    expect(await ask(store, '待办 李雷 金凤区', asker)).toContain('待办事项（1）　负责人：李雷');
    const { blocks } = await answer('待办 <@U2>', { store, asker, now });
    expect(JSON.stringify(blocks)).not.toContain('没有看懂');
  });

  test('who has none is told so, and how many there are in all', async () => {
    expect(await ask(store, '待办 <@U9>', asker)).toBe('按这些条件没有待办（不加条件共 6 项）');
    expect(await ask(store, '待办 我', asker)).toBe('按这些条件没有待办（不加条件共 6 项）');
    expect(await ask(store, '待办 韩梅梅', asker)).toContain('没有看懂“韩梅梅”');
  });
});

test('待办 by kind, check, bureau and year', async () => {
  expect(await ask(store, '待办 勾稽', asker)).toContain('待办事项（3）');
  expect(await ask(store, '待办 存疑', asker)).toContain('按这些条件没有待办');
  expect(await ask(store, '待办 applications-balance', asker)).toContain('待办事项（3）');
  expect(await ask(store, '待办 灵武市', asker)).toContain('待办事项（1）');
  expect(await ask(store, '待办 2022', asker)).toContain('待办事项（4）');
});

test('待办 of the newest years, as they are counted in every question', async () => {
  expect(await ask(store, '待办 近一年', asker)).toContain('待办事项（4）');
});

describe('an export of a list holds the issues that the list holds, and their reports', () => {
  const filed = async (text: string, who = asker) => {
    const { files = [], ...message } = await answer(text, { store, asker: who, now });
    const sheets = JSON.parse(Buffer.from(files[0]?.bytes ?? Buffer.from('{}')).toString('utf8'));
    const named = (rows: { bureau: string; year: number }[] = []) => [
      ...new Set(rows.map(({ bureau, year }) => `${bureau.slice(0, 2)} ${year}`)),
    ];
    return { text: message.text, sheets, reports: named(sheets.summary), cells: named(sheets.cells) };
  };

  test.each([
    ['待办', 6, ['金凤 2021', '灵武 2021', '红寺 2022']],
    ['待办 我', 2, ['金凤 2021', '灵武 2021']],
    ['待办 李雷', 2, ['金凤 2021', '灵武 2021']],
    ['待办 李雷 金凤区', 1, ['金凤 2021']],
    ['待办 勾稽', 3, ['金凤 2021', '灵武 2021', '红寺 2022']],
    ['勾稽 2022', 1, ['红寺 2022']],
    ['勾稽不平的有哪些', 3, ['金凤 2021', '灵武 2021', '红寺 2022']],
    ['待办 applications-balance 2022', 1, ['红寺 2022']],
    ['待办 灵武市 2021', 1, ['灵武 2021']],
    ['待办 近一年', 4, ['红寺 2022']],
    ['待办 最近三天 2022', 4, ['红寺 2022']],
  ])('%s', async (list, count, reports) => {
    const lilei = { ...asker, user: 'U2' };
    expect(await ask(store, list, lilei)).toContain(`待办事项（${count}）`);
    const { sheets, text, ...found } = await filed(`导出 ${list} json`, lilei);
    expect(sheets.issues).toHaveLength(count);
    expect(new Set(sheets.issues.map(({ state }: { state: string }) => state))).toEqual(new Set(['待核']));
    expect(found.reports.toSorted()).toEqual(reports.toSorted());
    expect(found.cells).toEqual(found.reports);
    expect(text).toContain(`只含符合条件的待办 ${count} 项和它们的年报`);
    expect(text).not.toMatch(/没有看懂|没有按天/);
  });

  test('of nothing is none', async () => {
    for (const list of ['待办 我', '待办 存疑 2021', '待办 今天']) {
      const { text, sheets } = await filed(`导出 ${list} json`);
      expect(text).toMatch(/：没有符合条件的待办$/);
      expect(sheets).toEqual({});
    }
  });

  test('and an export of reports holds every issue they ever had', async () => {
    const { text, sheets } = await filed('帮我导出 2021 json');
    expect(new Set(sheets.issues.map(({ bureau }: { bureau: string }) => bureau)).size).toBe(2);
    expect(text).not.toContain('只含');
  });
});

test('a list offers what is narrower, and its export', async () => {
  const { blocks } = await answer('待办', { store, asker: { ...asker, user: 'U2' }, now });
  for (const question of ['待办 我', '导出 待办 csv'])
    expect(JSON.stringify(blocks)).toContain(`"value":"${question}"`);
  const files = (await answer('导出 待办 csv', { store, asker, now })).files!;
  expect(files.map(({ name }) => name).some((name) => name.endsWith('_issues.csv'))).toBe(true);
  const { blocks: mine } = await answer('待办 我', { store, asker: { ...asker, user: 'U2' }, now });
  expect(JSON.stringify(mine)).not.toContain('"value":"待办 我 我"');
});

test('what was found today says so, and not that it is 0 days old', async () => {
  const text = (await answer('待办', { store, asker, now: new Date('2026-01-20T10:00:00Z') })).text;
  expect(text).toContain('最早今天');
  expect(text).toMatch(/ · 今天$/m);
  expect(text).not.toMatch(/0 天/);
});
