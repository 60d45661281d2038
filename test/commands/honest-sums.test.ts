import { beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../src/commands/answer.ts';
import type { Store } from '../../src/store/store.ts';
import { ask, emptyStore, everybody, file, now } from './stored.ts';

const penalties = 'disclosures.penalties.decisions';
let store: Store;

beforeAll(async () => {
  store = await emptyStore(() => new Date('2026-11-20T08:00:00Z'));
  await file(store, '银川市人民政府', 2021, { cells: { [penalties]: 1_000_000 } });
  await file(store, '金凤区卫生健康局', 2021, { cells: { [penalties]: 44 } });
  await file(store, '金凤区卫生健康局', 2022, { cells: { [penalties]: 1.5 } });
  await file(store, '金凤区教育局', 2021, { cells: { [penalties]: 6 } });
  await file(store, '灵武市教育局', 2021, { cells: { [penalties]: '' } });
  await file(store, '沙坡头区教育局', 2021, { cells: { [penalties]: 0 } });
});

describe('a sum', () => {
  test('in which a government stands beside its own bureaus says that it may count twice', async () => {
    const whole = await ask(store, '处罚 2021');
    expect(whole).toMatch(/其中有 银川市人民政府 的年报，可能已含同一地区所属机关的数：合计可能重复/);
    expect(await ask(store, '处罚 2021 教育局')).not.toContain('可能重复');
    expect(await ask(store, '趋势 处罚')).toContain('合计可能重复');
  });

  test('of an export says so in its message and its last row', async () => {
    const { text, files } = await answer('导出 处罚 2021', { store, asker: everybody, now });
    expect(text).toContain('合计可能重复');
    const [sums, ...others] = Buffer.from(files![0]!.bytes).toString('utf8').trim().split('\r\n').toReversed();
    expect(sums).toMatch(/^合计（5 份）,,,1000050,.*银川市人民政府.*合计可能重复/);
    expect(others.join()).not.toContain('可能重复');
  });

  test('over the years says of how many bureaus each is', async () => {
    expect(await ask(store, '趋势 处罚')).toContain('2021 1,000,050（4 个机关） · 2022 1.5 ⚠️（1 个机关）');
  });
});

describe('a share', () => {
  test('of something is never 0%, and of not all never 100%', async () => {
    const whole = await ask(store, '处罚 2021');
    expect(whole).toMatch(/银川市人民政府 .*>99\.9%/);
    expect(whole).toMatch(/金凤区教育局.*<0\.1%/);
    expect(whole).toMatch(/沙坡头区教育局.*\b0%/);
  });
});

test('a count that is printed with decimals is not rounded to another number', async () => {
  expect(await ask(store, '金凤区卫健局 处罚 2022')).toContain('行政处罚 1.5');
});

test('a year that is not there is no dead end', async () => {
  const { text, blocks } = await answer('处罚 2035', { store, asker: everybody, now });
  expect(text).toContain('2035 不在库内（2021–2022）');
  expect(JSON.stringify(blocks)).toContain('行政处罚 2022');
});

describe('what changed', () => {
  test('before anything was recorded is not called nothing', async () => {
    expect(await ask(store, '最近360天变化')).toContain('变化从 01-20');
    expect(await ask(store, '今天变化')).not.toContain('才有记录');
  });
});
