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
