import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { badArchives, badFiles, reportText } from '../documents/bad-files.ts';
import { govinfoIn } from './govinfo.ts';

const folder = mkdtempSync(join(import.meta.dirname, '../../test-output/bad-input-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('files of every bad kind are each refused by name, and the store stays as it was', async () => {
  const env = { GOVINFO_STORE: join(folder, 'store') };
  const good = join(folder, '红旗区卫生健康委员会2022.txt');
  writeFileSync(good, reportText);
  await govinfoIn(env, 'import', good);
  const kept = async () =>
    (await govinfoIn(env, 'ask', '--json', '全部 2022')).stdout + (await govinfoIn(env, 'ask', '待办')).stdout;
  const before = await kept();

  const bad = join(folder, 'bad');
  mkdirSync(bad);
  const all = [...badFiles, ...badArchives];
  const names = all.map(([, , name], at) => `${String(at).padStart(2, '0')}-${name}`);
  for (const [at, [, , , bytes]] of all.entries()) writeFileSync(join(bad, names[at]!), await bytes());
  const { stdout, stderr, status } = await govinfoIn(env, 'import', bad);

  expect(status).toBe(2);
  expect(stdout).toBe(`新入库 0　新版本 0　已在库 0　未入库 ${all.length}\n`);
  const told = stderr
    .trim()
    .split('\n')
    .map((line) => line.split('　').at(-1));
  expect(told).toEqual(all.map(([, code]) => code));
  for (const line of stderr.trim().split('\n')) expect(line).toMatch(/\p{Script=Han}{4}.*　E-[A-Z-]+$/u);
  expect(await kept()).toBe(before);
}, 240_000);
