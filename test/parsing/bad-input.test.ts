import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { GovinfoError } from '../../src/errors.ts';
import { sourceFile } from '../../src/parsing/intake/source-file.ts';
import { built } from '../built.ts';
import { gbk } from '../documents/gbk.ts';
import { bombStream, pdfFile, stream } from '../documents/pdf.ts';
import { docxFile, zipFile } from '../documents/zip.ts';

type ReadReport = typeof import('../../src/parsing/read-report.ts')['readReport'];
const { readReport }: { readReport: ReadReport } = await import(
  pathToFileURL(join(built, 'parsing/read-report.js')).href
);

const sample = readFileSync(join(import.meta.dirname, '../../samples/红旗区卫生健康委员会2022.txt'), 'utf8');
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

/** A ZIP in whose list of entries the second one is spoilt. */
async function withoutEntry(zip: Promise<Buffer>): Promise<Buffer> {
  const bytes = await zip;
  const entry = Buffer.from('PK\x01\x02');
  const second = bytes.indexOf(entry, bytes.indexOf(entry) + 4);
  bytes.fill(0, second, second + 4);
  return bytes;
}

describe('refused with a code of its own', () => {
  const prose = { texts: [{ text: '本机关认真贯彻落实条例。', x: 80, y: 80 }] };
  const cases: [string, string, string, () => string | Uint8Array | Promise<Uint8Array>][] = [
    ['an empty file', 'E-EMPTY', 'a.pdf', () => ''],
    ['a file of zero bytes', 'E-EMPTY', 'a.docx', () => Buffer.alloc(5000)],
    ['a text that is no report', 'E-NOT-A-REPORT', 'a.txt', () => '关于召开例会的通知\n请各科室于周五下午参加。'],
    [
      'a login page saved as PDF',
      'E-NOT-A-REPORT',
      'a.pdf',
      () => '<!DOCTYPE html><title>登录</title><form>密码</form>',
    ],
    ['a PDF with a user password', 'E-PDF-ENCRYPTED', 'a.pdf', () => pdfFile([prose], { user: 'secret', owner: 'x' })],
    ['a PDF that broke off', 'E-PDF-TRUNCATED', 'a.pdf', () => pdfFile([prose]).subarray(0, 900)],
    ['a PDF that is none inside', 'E-PDF-DAMAGED', 'a.pdf', () => '%PDF-1.7\nnonsense\n%%EOF'],
    ['a book of 300 pages', 'E-PDF-PAGES', 'a.pdf', () => pdfFile(Array.from({ length: 300 }, () => prose))],
    ['a PDF of pictures', 'E-SCAN', 'a.pdf', () => pdfFile([{ picture: [600, 800] }])],
    ['a picture', 'E-SCAN', 'a.pdf', () => Buffer.from('ffd8ffe000104a464946000101000001', 'hex')],
    ['a page scanned at 600 dpi', 'E-SCAN', 'a.pdf', () => pdfFile([{ picture: [4960, 7016] }])],
    ['a picture of 400 million points', 'E-PICTURE-SIZE', 'a.pdf', () => pdfFile([{ picture: [20_000, 20_000] }])],
    [
      'the same under a stamp in letters',
      'E-PICTURE-SIZE',
      'a.pdf',
      () => pdfFile([{ ...prose, picture: [20_000, 20_000] }]),
    ],
    ['an archive', 'E-ARCHIVE', 'a.zip', () => zipFile([['a.txt', '一']])],
    ['a broken Word file', 'E-DOCX-DAMAGED', 'a.docx', async () => (await docxFile('<w:p>')).subarray()],
    [
      'a Word file with a broken list of its parts',
      'E-ARCHIVE-DAMAGED',
      'a.docx',
      () => withoutEntry(docxFile('<w:p/>')),
    ],
    ['100 MB', 'E-TOO-LARGE', 'a.html', () => Buffer.alloc(100 * 1024 * 1024, '<p>')],
    ['two reports in one file', 'E-SEVERAL-REPORTS', 'a.txt', () => `${sample}\n${sample}`],
    ['text that lost its letters', 'E-TEXT-DAMAGED', 'a.txt', () => sample.replace(/[信息]/g, '\ufffd')],
  ];
  test.each(cases)('%s: %s', async (_, code, name, content) => {
    expect(await refusal(name, await content())).toBe(code);
  });
});

describe('harmful files cost a bounded time, and the next file is read as ever', () => {
  const cases: [string, () => Uint8Array][] = [
    ['a page that unpacks to 3 GB', () => pdfFile([{ stream: bombStream(3000) }])],
    ['a page of 600,000 operators', () => pdfFile([{ stream: stream('0 0 m 9 9 l S\n'.repeat(200_000)) }])],
  ];
  test.each(cases)('%s', async (_, content) => {
    expect(await refusal('a.pdf', content())).toMatch(/^E-(TIME-LIMIT|MEMORY-LIMIT|SCAN|PDF-DAMAGED|READER-STOPPED)$/);
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
