import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { zipFile } from '../documents/zip.ts';
import { govinfoIn } from './govinfo.ts';

const folder = mkdtempSync(join(import.meta.dirname, '../../test-output/import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const sample = (name: string) => readFileSync(join(import.meta.dirname, '../../samples', name));

test('says one line a file, in their order, and numbers versions in that order too', async () => {
  const slow = sample('示例区卫生健康局2022.pdf');
  const quick = sample('红旗区卫生健康委员会2022.txt');
  const files = join(folder, 'files');
  const zip = await zipFile([
    ['甲.pdf', slow],
    ['乙.txt', '关于召开例会的通知'],
  ]);
  const inside = { '1.pdf': Buffer.concat([slow, Buffer.from('\n')]), '2.zip': zip, '3.txt': quick };
  const texts = ['4.txt', '5.txt', '6.txt'].map((name, i) => [name, `${quick}\n第${i}次\n`] as const);
  mkdirSync(files);
  for (const [name, content] of [...Object.entries(inside), ...texts]) writeFileSync(join(files, name), content);

  const { stderr, stdout, status } = await govinfoIn({ GOVINFO_STORE: join(folder, 'store') }, 'import', files);
  expect(status).toBe(2);
  expect(stdout).toBe('新入库 2　新版本 4　已在库 0　未入库 1\n');
  const lines = stderr
    .trim()
    .split('\n')
    .map((line) => line.replaceAll(files, ''));
  expect(lines).toEqual([
    '1/6　/1.pdf　已入库　示例区卫生健康局 2022',
    '2/6　/2.zip › 甲.pdf　已入库（第 2 版）　示例区卫生健康局 2022',
    '2/6　/2.zip › 乙.txt　这不是政府信息公开工作年度报告　E-NOT-A-REPORT',
    '3/6　/3.txt　已入库　红旗区卫生健康委员会 2022',
    '4/6　/4.txt　已入库（第 2 版）　红旗区卫生健康委员会 2022',
    '5/6　/5.txt　已入库（第 3 版）　红旗区卫生健康委员会 2022',
    '6/6　/6.txt　已入库（第 4 版）　红旗区卫生健康委员会 2022',
  ]);
});

test('files nothing that contradicts itself before the command line says whose report it is, and of which year', async () => {
  const where = join(folder, 'unclear');
  mkdirSync(where);
  const text = sample('红旗区卫生健康委员会2022.txt').toString();
  const named = join(where, '红旗区卫生健康委员会2021年报.txt');
  const nameless = join(where, '某单位.txt');
  writeFileSync(named, text);
  writeFileSync(nameless, text.replaceAll('红旗区卫生健康委员会', '本机关'));
  const env = { GOVINFO_STORE: join(folder, 'unclear-store') };
  const run = (...args: string[]) => govinfoIn(env, 'import', ...args);

  const first = await run(where);
  expect(first.status).toBe(2);
  expect(first.stdout).toBe('新入库 0　新版本 0　已在库 0　未入库 2\n');
  expect(first.stderr).toMatch(/说法不一：(标题|正文)写 2022、文件名写 2021　E-IDENTITY/);
  expect(first.stderr).toMatch(/某单位\.txt　没有写明是哪个机关.*E-IDENTITY/);
  for (const year of [2021, 2022])
    expect(first.stderr).toContain(`  govinfo import --bureau 红旗区卫生健康委员会 --year ${year} '${named}'\n`);
  expect(first.stderr).toContain(`  govinfo import --bureau 机关全称 --year 年度 '${nameless}'\n`);

  expect((await run('--year', '2030', named)).status).toBe(2);
  const second = await run('--year', '2021', named);
  expect([second.status, second.stdout]).toEqual([0, '新入库 1　新版本 0　已在库 0　未入库 0\n']);
  expect(second.stderr).toContain('已入库　红旗区卫生健康委员会 2021');

  const half = await run('--bureau', '统计局', nameless);
  expect(half.stderr).toContain('请写机关全称，带上所在地');
  const third = await run('--bureau', '金凤区统计局', nameless, named);
  expect(third.stdout).toBe('新入库 1　新版本 0　已在库 1　未入库 0\n');

  const clear = join(where, '红旗区卫生健康委员会2022.txt');
  writeFileSync(clear, `${text}\n`);
  const against = await run('--year', '2020', clear);
  expect(against.status).toBe(2);
  expect(against.stderr).toContain('文件写的是“2022”，与指明的“2020”不符，没有入库　E-IDENTITY');
});
