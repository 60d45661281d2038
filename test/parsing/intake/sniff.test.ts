import { expect, test } from 'vitest';
import { sniff } from '../../../src/parsing/intake/sniff.ts';
import { sourceFile } from '../../../src/parsing/intake/source-file.ts';
import { zipFile } from '../../documents/zip.ts';

const format = (content: string | Uint8Array, name = 'report.pdf') => sniff(sourceFile(name, Buffer.from(content)));

test('content decides, not the name', async () => {
  expect(await format('%PDF-1.7\n…', 'report.txt')).toBe('pdf');
  expect(await format(`${'x'.repeat(20)}%PDF-1.4\n`)).toBe('pdf');
  expect(await format('<!DOCTYPE html><title>登录</title>')).toBe('html');
  expect(await format('\ufeff\n<!-- 2021 --><html><body>')).toBe('html');
  expect(await format('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>')).toBe('html');
  expect(await format('<p>年报</p>')).toBe('html');
  expect(await format('年报\n\n<table><tr><td>规章</td></tr></table>')).toBe('text');
  expect(await format('<!channel> 2021 年政府信息公开工作年度报告')).toBe('text');
  expect(await format('# 2021 年政府信息公开工作年度报告')).toBe('text');
  expect(await format(Buffer.from('ffd8ffe000104a464946000101000001', 'hex'))).toBe('image');
});

test('nothing in the file', async () => {
  for (const nothing of ['', ' \r\n\t ', '\0'.repeat(4096)]) {
    await expect(format(nothing)).rejects.toMatchObject({ code: 'E-EMPTY' });
  }
});

const cfb = Buffer.from('d0cf11e0a1b11ae1', 'hex');

test.each<[string, Uint8Array, string]>([
  ['RTF', Buffer.from('{\\rtf1\\ansi 报告}'), 'DOCX'],
  ['RAR', Buffer.from('526172211a0700cf907300000d', 'hex'), '解压'],
  ['7z', Buffer.from('377abcaf271c0004', 'hex'), '解压'],
  ['OFD', await zipFile([['OFD.xml', '<ofd:OFD/>']]), 'PDF'],
  ['ODT', await zipFile([['mimetype', 'application/vnd.oasis.opendocument.text', { compress: false }]]), 'DOCX'],
  ['XLS', Buffer.concat([cfb, Buffer.alloc(504), Buffer.from('Workbook', 'utf16le')]), 'XLSX'],
  ['WPS', Buffer.concat([cfb, Buffer.alloc(504)]), 'DOCX'],
])('%s is named, with what to do instead', async (name, content, advice) => {
  await expect(format(content)).rejects.toMatchObject({
    code: 'E-FORMAT',
    words: { zh: expect.stringMatching(new RegExp(`${name}.*${advice}`)) },
  });
});

test('what nobody can name is refused', async () => {
  await expect(format(Uint8Array.of(1, 2, 3, 4, 0, 7))).rejects.toMatchObject({ code: 'E-FORMAT' });
});
