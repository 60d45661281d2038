import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { GovinfoError } from '../../src/errors.ts';
import { sourceFile } from '../../src/parsing/intake/source-file.ts';
import { built } from '../built.ts';
import { badFiles, harmful, reportText as sample } from '../documents/bad-files.ts';
import { gbk } from '../documents/gbk.ts';
import { pdfFile } from '../documents/pdf.ts';
import { zipFile } from '../documents/zip.ts';

type ReadReport = typeof import('../../src/parsing/read-report.ts')['readReport'];
const { readReport }: { readReport: ReadReport } = await import(
  pathToFileURL(join(built, 'parsing/read-report.js')).href
);

const read = (name: string, content: string | Uint8Array) => readReport(sourceFile(name, Buffer.from(content)));

/** What the person is told: the error's code, after a look at its sentences. */
async function refusal(name: string, content: string | Uint8Array) {
  try {
    await read(name, content);
  } catch (error) {
    const { code, words } = error as GovinfoError;
    expect(words.zh).toMatch(/\p{Script=Han}{4}/u);
    expect(words.en).toMatch(/^[\x20-\x7e“”’]{10,}$/);
    return code;
  }
  return 'read';
}

describe('refused with a code of its own', () => {
  test.each(badFiles)('%s: %s', async (_, code, name, bytes) => {
    expect(await refusal(name, await bytes())).toBe(code);
  });

  test('an archive where a single file is wanted', async () => {
    expect(await refusal('a.zip', await zipFile([['a.txt', '一']]))).toBe('E-ARCHIVE');
  });
});

describe('harmful files cost a bounded time, and the next file is read as ever', () => {
  test.each(harmful)('%s', async (_, bytes) => {
    expect(await refusal('a.pdf', bytes())).toMatch(/^E-(TIME-LIMIT|MEMORY-LIMIT|SCAN|PDF-DAMAGED|READER-STOPPED)$/);
    expect((await read('a.txt', sample)).year).toBe(2022);
  });
});

describe('read all the same', () => {
  test('the wrong extension', async () => {
    expect((await read('a.pdf', sample)).source.format).toBe('text');
  });

  test('a PDF with an owner password only', async () => {
    const texts = sample.split('\n').map((text, i) => ({ text, x: 40, y: 20 + 4 * i, size: 3 }));
    const report = await read('a.pdf', pdfFile([{ texts }], { user: '', owner: 'secret' }));
    expect(report.title).toContain('红旗区');
  });

  test('GBK with broken bytes in its prose', async () => {
    const bytes = gbk(sample);
    const at = bytes.indexOf(gbk('总体情况')) + 40;
    bytes.fill(0xff, at, at + 3);
    const report = await read('a.txt', bytes);
    expect(report.cells).toEqual((await read('a.txt', sample)).cells);
  });

  test('labels without values give no number', async () => {
    const empty = sample.replace(/\d+/g, (digits, at: number) => (sample.slice(0, at).includes('二、') ? '' : digits));
    const report = await read('a.txt', empty);
    expect(Object.values(report.cells).filter((cell) => cell.value !== null)).toEqual([]);
  });
});
