import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, expect, test } from 'vitest';
import { pdfFile } from '../documents/pdf.ts';
import { govinfo } from './govinfo.ts';

const folder = mkdtempSync(join(import.meta.dirname, '../../test-output/trace-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const samples = join(import.meta.dirname, '../../samples');

test('tells the steps from the file to each cell, with the vote of every reader', async () => {
  const { stdout, status } = await govinfo('trace', join(samples, '金凤区卫生健康局2021.docx'));
  expect(status).toBe(0);
  expect(stdout).toMatch(/^document {2}docx/m);
  expect(stdout).toMatch(/^section {3}applications: 三、收到和处理政府信息公开申请情况/m);
  expect(stdout).toMatch(/^cell {6}disclosures\.penalties\.decisions = 44, trust high {2}\[grid 44 .*\| text 44 /m);
});

test('draws the pages of a PDF that hold cells', async () => {
  const { stderr, status } = await govinfo('trace', '--pictures', folder, join(samples, '示例区卫生健康局2022.pdf'));
  expect(status).toBe(0);
  const pictures = readdirSync(folder).sort();
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures).toEqual(pictures.filter((name) => /^page-\d\.png$/.test(name)));
  for (const name of pictures) {
    expect(stderr).toContain(name);
    expect(readFileSync(join(folder, name)).subarray(1, 4).toString()).toBe('PNG');
  }
});

test('draws the pages of a scan with the grid found on them, whether they can be recognised or not', {
  timeout: 240_000,
}, async () => {
  const scan = join(samples, '演示县教育局2023（扫描件）.pdf');
  const { stdout } = await govinfo('trace', '--pictures', join(folder, 'scan'), scan);
  expect(stdout).toMatch(/^page {6}2: grids found: .*15 columns|^grid 3 .* × 15 columns/m);
  const picture = await loadImage(join(folder, 'scan', 'page-1.png'));
  const context = createCanvas(picture.width, picture.height).getContext('2d');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  const isBlue = (at: number) => data[4 * at + 2]! > 180 && data[4 * at]! < 120;
  expect(Array.from({ length: data.length / 4 }, (_, at) => at).filter(isBlue).length).toBeGreaterThan(5000);
  expect(readdirSync(join(folder, 'scan')).sort()).toEqual(['page-1.png', 'page-2.png']);
});

test('says why a file cannot be read', async () => {
  const path = join(folder, 'scan.pdf');
  writeFileSync(path, pdfFile([{ picture: [600, 800] }]));
  const { stdout, status } = await govinfo('trace', path);
  expect(status).toBe(2);
  expect(stdout).toMatch(/^page {6}1: grids found: none$/m);
  expect(stdout).toMatch(/^E-SCAN /m);
});

test('wants one file', async () => {
  expect((await govinfo('trace')).status).toBe(2);
});
