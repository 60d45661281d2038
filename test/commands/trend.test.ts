import { loadImage } from '@napi-rs/canvas';
import { beforeAll, expect, test } from 'vitest';
import { answer } from '../../src/commands/answer.ts';
import { linePicture } from '../../src/commands/chart/line-picture.ts';
import type { Store } from '../../src/store/store.ts';
import { emptyStore, everybody, file, now } from './stored.ts';

let store: Store;
beforeAll(async () => {
  store = await emptyStore();
  for (const [year, count] of [
    [2019, 31],
    [2020, 38],
    [2022, 52],
  ] as const)
    await file(store, '金凤区卫生健康局', year, { cells: { 'disclosures.penalties.decisions': count } });
});
const ask = (text: string) => answer(text, { store, asker: everybody, now });

test('a year without a report is a gap: no native chart, the figures in words, a picture when asked for', async () => {
  const plain = await ask('趋势 金凤区卫健局 处罚');
  expect(plain.text).toContain('2019 31 · 2020 38 · 2021 未收到年报 · 2022 52');
  expect(JSON.stringify(plain.blocks)).not.toContain('data_visualization');
  expect(JSON.stringify(plain.blocks)).toContain('"value":"趋势 金凤区卫健局 处罚 折线图"');
  expect(plain.files).toBeUndefined();
  const { files, text } = await ask('趋势 金凤区卫健局 处罚 折线图');
  // Without a Chinese font there is no picture, and it is said.
  if (!linePicture('图', [2020], [])) expect(text).toContain('没有中文字体');
  else {
    const [picture] = files!;
    const { width, height } = await loadImage(Buffer.from(picture!.bytes));
    expect([width, height]).toEqual([1200, 675]);
    expect(picture!.altText).toContain('2019 31 · 2020 38 · 2021 未收到年报 · 2022 52');
    expect((await ask('趋势 金凤区卫健局 处罚 折线图')).files![0]!.bytes).toEqual(picture!.bytes);
  }
});

test('years without a gap get the native chart', async () => {
  const { blocks, files } = await ask('趋势 金凤区卫健局 处罚 2019-2020');
  expect(JSON.stringify(blocks)).toContain('data_visualization');
  expect(files).toBeUndefined();
});
