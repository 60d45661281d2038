import { loadImage } from '@napi-rs/canvas';
import { beforeAll, expect, test } from 'vitest';
import { answer } from '../../src/commands/answer.ts';
import { barPicture } from '../../src/commands/chart/bar-picture.ts';
import type { Store } from '../../src/store/store.ts';
import { emptyStore, everybody, file, now } from './stored.ts';

let store: Store;
beforeAll(async () => {
  store = await emptyStore();
  for (let number = 1; number <= 23; number++)
    await file(store, `示例县第${number}中心`, 2021, { cells: { 'disclosures.penalties.decisions': number } });
  await file(store, '金凤区卫生健康局', 2022, { cells: { 'disclosures.penalties.decisions': 44 } });
  await file(store, '灵武市卫生健康局', 2022, { cells: { 'disclosures.penalties.decisions': '' } });
});
const ask = (text: string) => answer(text, { store, asker: everybody, now });
const drawable = barPicture('图', []) !== null;

test('a ranking longer than the native chart gets a picture of more, with every figure in its words', async () => {
  const { files, blocks, text } = await ask('处罚 2021 柱状图');
  expect(JSON.stringify(blocks)).toContain('data_visualization');
  if (!drawable) return expect(text).toContain('图里只画前 20 个机关');
  const [picture] = files!;
  expect((await loadImage(Buffer.from(picture!.bytes))).width).toBe(1200);
  expect(picture!.altText).toMatch(/^柱状图：2021 年度 行政处罚.*示例县第23中心 23 · .*示例县第1中心 1$/);
  expect(text).not.toContain('只画前');
  expect((await ask('处罚 2021 前5 柱状图')).files).toBeUndefined();
});

test('a comparison gets a picture when asked for: a scale a measure, a blank in words', async () => {
  const plain = await ask('对比 金凤区卫健局 灵武市卫健局 2022');
  expect(plain.files).toBeUndefined();
  // Four columns are to fit a phone: the places alone, as all are bureaus of one kind.
  expect(plain.text).toContain('指标 · 金凤区 · 灵武市');
  expect(JSON.stringify(plain.blocks)).toContain('"value":"对比 金凤区卫健局 灵武市卫健局 2022 柱状图"');
  const { files, text } = await ask('对比 金凤区卫健局 灵武市卫健局 2022 柱状图');
  if (!drawable) return expect(text).toContain('没有中文字体');
  expect(files![0]!.altText).toContain('行政处罚：金凤区卫生健康局 44 · 灵武市卫生健康局 空');
});
