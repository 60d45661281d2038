import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { govinfoIn } from './govinfo.ts';

const samples = join(import.meta.dirname, '../../samples');

test('what was imported can be asked for; nothing is stored twice', { timeout: 120_000 }, async () => {
  const env = { GOVINFO_STORE: mkdtempSync(join(tmpdir(), 'govinfo-store-')) };
  const first = await govinfoIn(
    env,
    'import',
    join(samples, '金凤区卫生健康局2021.docx'),
    join(samples, '灵武市卫生健康局2021.html'),
  );
  expect(first.stdout).toContain('新入库 2');
  expect((await govinfoIn(env, 'import', samples)).stdout).toContain('已在库 2');
  const answer = await govinfoIn(env, 'ask', '处罚', '2021');
  expect(answer.stdout).toContain('合计 105 件 · 3 个机关 · 平均 35 · 中位数 33');
  expect(answer.status).toBe(0);
  const message = JSON.parse((await govinfoIn(env, 'ask', '--json', '--lang', 'en', 'penalties 2021')).stdout);
  expect(message.text).toContain('Total 105 · 3 bureaus');
  expect(message.blocks.some((block: { type: string }) => block.type === 'data_table')).toBe(true);
});

test('an empty store says how to fill it', async () => {
  const env = { GOVINFO_STORE: mkdtempSync(join(tmpdir(), 'govinfo-store-')) };
  expect((await govinfoIn(env, 'ask', '处罚 2021')).stdout).toContain('库里还没有年报');
});

test('a roster names the bureaus whose report is missing', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'govinfo-store-'));
  const env = { GOVINFO_STORE: folder };
  writeFileSync(join(folder, 'roster.csv'), '机关,联系人\n金凤区卫生健康局,甲\n演示县财政局,乙\n');
  await govinfoIn(env, 'import', join(samples, '金凤区卫生健康局2021.docx'));
  expect((await govinfoIn(env, 'roster', join(folder, 'roster.csv'))).stdout).toContain('2 个机关');
  const { stdout } = await govinfoIn(env, 'ask', '缺报 2021');
  expect(stdout).toContain('演示县财政局');
  expect(stdout).not.toContain('金凤区卫生健康局');
});
