import { expect, test } from 'vitest';
import { type BatchRow, batchMessage } from '../../src/views/batch.ts';

const row = (result: BatchRow['result']): BatchRow => ({ result, name: '演示县.pdf', year: 2023, toCheck: 1 });
const rows = [row('passed'), row('toCheck'), row('silent')];
const batch = { id: 'T1/C1/1.1', files: 5, rows, elapsed: 90_000, current: '演示县<卫生健康局>_2023.pdf' };

test('while it works, the message says what is being read, how many are done, and how long it may take', () => {
  expect(batchMessage(batch, 'zh').text.split('\n')).toEqual([
    '正在处理 4 份年报　2 / 4',
    '✅ 通过 1 · ⚠️ 待核 1 · ❌ 失败 0 · ⏳ 排队 2',
    '当前：演示县&lt;卫生健康局&gt;_2023.pdf（第 3 份）　预计还需约 1 分钟',
  ]);
  expect(batchMessage(batch, 'en').text.split('\n')).toEqual([
    'Reading 4 reports  2 / 4',
    '✅ OK 1 · ⚠️ To check 1 · ❌ Failed 0 · ⏳ Waiting 2',
    'Now: 演示县&lt;卫生健康局&gt;_2023.pdf (no. 3)　about 1 min left',
  ]);
});

test('before the first is done nothing is guessed, and nothing can be pressed', () => {
  const { text, blocks } = batchMessage({ ...batch, rows: [] }, 'zh');
  expect(text).toContain('当前：演示县&lt;卫生健康局&gt;_2023.pdf（第 1 份）');
  expect(text).not.toContain('预计');
  expect(blocks.map(({ type }) => type)).toEqual(['section']);
});

test('figures in doubt keep their mark, and what is no number its word', () => {
  const figures = [
    { state: 'number', value: 44, doubtful: true, corrected: false, blanks: 0 },
    { state: 'blank' },
    { state: 'absent' },
  ] as const;
  const done = figures.map((penalties) => ({ ...row('passed'), penalties }));
  const lines = batchMessage({ ...batch, files: 3, rows: done }, 'zh')
    .text.split('\n')
    .slice(2);
  expect(lines.map((line) => line.split('　')[2])).toEqual(['44 ⚠️', '空', '未见']);
});
