import { expect, test } from 'vitest';
import { unpack } from '../../../src/parsing/intake/archive.ts';
import { sourceFile } from '../../../src/parsing/intake/source-file.ts';
import { zipFile } from '../../documents/zip.ts';

type Entries = Parameters<typeof zipFile>[0];

async function unpacked(archive: Buffer) {
  const found: [string, string][] = [];
  for await (const item of unpack(sourceFile('reports.zip', archive))) {
    found.push([item.name, 'error' in item ? item.error.code : Buffer.from(item.bytes).toString()]);
  }
  return found;
}
const unzipped = async (entries: Entries) => unpacked(await zipFile(entries));

/** Changes bytes of a finished archive, as a hostile program would. */
const altered = (archive: Buffer, from: string | Buffer, to: string | Buffer) => {
  const [search, replacement] = [Buffer.from(from), Buffer.from(to)];
  const copy = Buffer.from(archive);
  for (let at = copy.indexOf(search); at >= 0; at = copy.indexOf(search, at + 1)) replacement.copy(copy, at);
  return copy;
};

test('every file comes out, in order, without what programs leave behind', async () => {
  expect(
    await unzipped([
      ['2023/演示县林业局.txt', '一'],
      ['__MACOSX/2023/._演示县林业局.txt', 'x'],
      ['.DS_Store', 'x'],
      ['演示县水利局.md', '二'],
    ]),
  ).toEqual([
    ['2023/演示县林业局.txt', '一'],
    ['演示县水利局.md', '二'],
  ]);
});

test('what is no archive comes back as it is', async () => {
  expect(await unpacked(Buffer.from('规章 3'))).toEqual([['reports.zip', '规章 3']]);
});

test('names in GBK', async () => {
  const gbk = Buffer.from([0xc1, 0xd6, 0xd2, 0xb5, 0xbe, 0xd6]); // 林业局
  const archive = altered(await zipFile([['abcdef.txt', '一']]), 'abcdef', gbk);
  expect(await unpacked(archive)).toEqual([['林业局.txt', '一']]);
});

test('names that point elsewhere are refused, the other files are not', async () => {
  const plain = await zipFile([
    ['aa/etc.txt', '一'],
    ['bbb.txt', '二'],
  ]);
  const code = 'E-ARCHIVE-PATH';
  expect(await unpacked(altered(plain, 'aa/etc', '../etc'))).toEqual([
    ['../etc.txt', code],
    ['bbb.txt', '二'],
  ]);
  expect(await unpacked(altered(plain, 'aa/etc', '/a/etc'))).toContainEqual(['/a/etc.txt', code]);
  expect(await unpacked(altered(plain, 'aa/etc', 'C:/etc'))).toContainEqual(['C:/etc.txt', code]);
  expect(await unpacked(altered(plain, 'aa/etc', '..\\etc'))).toContainEqual(['../etc.txt', code]);
  expect(await unzipped([['link.txt', '/etc/passwd', { mode: 0o120777 }]])).toEqual([['link.txt', code]]);
});

test('an archive inside is named, not opened', async () => {
  expect(await unzipped([['inner.zip', await zipFile([['a.txt', '一']])]])).toEqual([
    ['inner.zip', 'E-ARCHIVE-NESTED'],
  ]);
});

test('a file that unpacks to a hundred times its size', async () => {
  expect(
    await unzipped([
      ['zeros.txt', '0'.repeat(5_000_000)],
      ['a.txt', '一'],
    ]),
  ).toEqual([
    ['zeros.txt', 'E-ARCHIVE-SIZE'],
    ['a.txt', '一'],
  ]);
});

test('a file that claims to be smaller than it is', async () => {
  const archive = await zipFile([['a.txt', 'x'.repeat(70_000)]]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(70_000);
  expect(await unpacked(altered(archive, size, Buffer.from([10, 0, 0, 0])))).toEqual([['a.txt', 'E-ARCHIVE-DAMAGED']]);
});

test('too many files', async () => {
  const many = (count: number): Entries =>
    Array.from({ length: count }, (_, i) => [`${i}.txt`, '一', { compress: false }] as const);
  await expect(unzipped(many(51))).rejects.toMatchObject({
    code: 'E-ARCHIVE-FILES',
    words: { zh: expect.stringContaining('51') },
  });
  await expect(unzipped(many(10_000))).rejects.toMatchObject({ code: 'E-ARCHIVE-FILES' });
  expect(await unzipped(many(50))).toHaveLength(50);
});

test('a broken archive', async () => {
  const archive = await zipFile([['a.txt', '一']]);
  await expect(unpacked(archive.subarray(0, archive.length - 30))).rejects.toMatchObject({ code: 'E-ARCHIVE-DAMAGED' });
});
