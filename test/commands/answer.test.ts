import { beforeAll, expect, test } from 'vitest';
import { answer } from '../../src/commands/answer.ts';
import type { Store } from '../../src/store/store.ts';
import { ask, emptyStore, everybody, file, now } from './stored.ts';

let store: Store;
const penalties = (count: number | string | null) => ({ cells: { 'disclosures.penalties.decisions': count } as const });

beforeAll(async () => {
  store = await emptyStore();
  await file(store, '金凤区卫生健康局', 2021, penalties(44));
  await file(store, '金凤区卫生健康局', 2020, penalties(38));
  await file(store, '灵武市卫生健康局', 2021, penalties(33));
  await file(store, '红寺堡区卫生健康局', 2021, penalties(28));
  await file(store, '沙坡头区卫生健康局', 2021, penalties(''));
  await file(store, '银川市教育局', 2021, penalties(0));
  await file(store, '兴庆区教育局', 2020, penalties(3));
  await file(store, '西夏区教育局', 2021, penalties(7), { origin: { scope: 'channel', channel: 'C-private' } });
});

test('penalties by bureau: sorted, added up, the blank one named and never 0', async () => {
  const text = await ask(store, '处罚 2021 卫健局');
  expect(text).toContain('合计 105 件 · 3 个机关 · 平均 35 · 中位数 33');
  expect(text).toMatch(/金凤区卫生健康局 44 · 41\.9%[\s\S]*灵武市卫生健康局 33[\s\S]*红寺堡区卫生健康局 28/);
  expect(text).toContain('未计入 1 个（空）：沙坡头区卫生健康局');
});

test('a blank that is not sure is marked where it is answered, left out of a sum, and exported', async () => {
  const held = await emptyStore();
  const unsure = { value: null, raw: '', state: 'blank', trust: 'low' } as const;
  await file(held, '金凤区卫生健康局', 2021, { cells: { 'disclosures.penalties.decisions': unsure } });
  await file(held, '灵武市卫生健康局', 2021, penalties(''));
  expect(await ask(held, '金凤区卫健局 处罚 2021')).toContain('空 ⚠️ · 存疑，请先看原文');
  expect(await ask(held, '趋势 金凤区卫健局 处罚')).toContain('2021 空 ⚠️');
  expect(await ask(held, '趋势 处罚')).toContain('2021 空 ⚠️');
  expect(await ask(held, '灵武市卫健局 处罚 2021')).not.toContain('⚠️');
  expect(await ask(held, '处罚 2021')).toMatch(
    /未计入 2 个（空）：(灵武市卫生健康局、)?金凤区卫生健康局 ⚠️(、灵武市卫生健康局)?/,
  );
  const { files } = await answer('导出 处罚 2021', { store: held, asker: everybody, now });
  expect(Buffer.from(files![0]!.bytes).toString('utf8')).toMatch(/金凤区卫生健康局,[^,]*,2021,空 ⚠️,.*行政处罚/);
});

test('a change on last year is shown where last year is there', async () => {
  expect(await ask(store, '处罚 2021')).toMatch(/金凤区卫生健康局 44 · [\d.]+% · \+6/);
});

test('one bureau: the latest year, and the others named', async () => {
  const text = await ask(store, '金凤区卫健局');
  expect(text).toContain('金凤区卫生健康局 · 2021 年度');
  expect(text).toContain('另有 2020');
  expect(text).toContain('处罚 44');
});

test('a year that is not there is no report, with what is there', async () => {
  expect(await ask(store, '灵武市 2020')).toContain('灵武市 2020：未收到年报\n库里有 2021');
  expect(await ask(store, '处罚 2035')).toContain('2035 不在库内（2020–2021）');
});

test('misspelt names get suggestions that ask the right question', async () => {
  const message = await answer('金凤曲 2021', { store, asker: everybody, now });
  expect(message.text).toContain('没有找到“金凤曲”');
  expect(JSON.stringify(message.blocks)).toContain('"value":"金凤区 2021"');
});

test('reports of a private channel are not hinted at to others', async () => {
  const outsider = { ...everybody, maySee: ({ scope }: { scope: string }) => scope === 'workspace' };
  expect(await ask(store, '处罚 2021 教育局', outsider)).not.toContain('西夏');
  expect(await ask(store, '西夏区教育局', outsider)).not.toContain('7');
});
