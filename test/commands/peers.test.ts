import { beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../src/commands/answer.ts';
import type { Store } from '../../src/store/store.ts';
import { ask, emptyStore, everybody, file, now } from './stored.ts';

let store: Store;
const penalties = (count: number | string) => ({ cells: { 'disclosures.penalties.decisions': count } as const });

beforeAll(async () => {
  store = await emptyStore();
  for (const [place, count] of [
    ['金凤区', 44],
    ['兴庆区', 30],
    ['西夏区', 50],
    ['灵武市', 10],
    ['永宁县', ''],
  ] as const)
    await file(store, `${place}卫生健康局`, 2021, penalties(count));
  await file(store, '红寺堡区卫生健康局', 2021, penalties(999));
  await file(store, '金凤区教育局', 2021, penalties(1));
});

describe('同类对比', () => {
  test.each([
    '同类对比 金凤区卫健局 2021',
    '金凤区卫健局2021与同类比',
    '金凤区卫健局 排第几 2021',
    'peers 金凤区卫健局 2021',
  ])('%s', async (text) => {
    const said = await ask(store, text);
    expect(said).toContain('金凤区卫生健康局 2021 与同类对比（银川市 4 个同类机关）');
    expect(said).toContain('行政处罚 44 · 30（n＝3） · 第 2 / 4');
  });

  test('a bureau without enough of its kind is told so; so is one that names nobody', async () => {
    expect(await ask(store, '同类对比 金凤区教育局 2021')).toContain('库里还没有同类机关的年报，不作对比');
    expect(await ask(store, '同类对比')).toContain('要看哪个机关');
    expect(await ask(store, '同类对比 金凤区卫健局 2019')).toContain('2019：未收到年报');
  });
});

test('a long ranking has a next page, and a way back', async () => {
  const long = await emptyStore();
  for (let number = 10; number < 70; number++) await file(long, `示例${number}区教育局`, 2021, penalties(number));
  const page = async (text: string) => (await answer(text, { store: long, asker: everybody, now })).blocks;
  const labels = (blocks: unknown) => JSON.stringify(blocks).match(/"value":"处罚 2021 第\d页"/g);
  expect(labels(await page('处罚 2021'))).toEqual(['"value":"处罚 2021 第2页"']);
  const second = await page('处罚 2021 第2页');
  expect(labels(second)).toEqual(['"value":"处罚 2021 第1页"']);
  expect(JSON.stringify(second)).toContain('示例19区教育局');
  expect(JSON.stringify(second)).not.toContain('示例60区教育局');
  expect(JSON.stringify(await page('处罚 2021 第9页'))).toContain('示例19区教育局');
}, 60_000);
