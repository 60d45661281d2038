import { expect, test } from 'vitest';
import { decodeText } from '../../../src/parsing/intake/decode.ts';

const gbk = Buffer.from([0xd0, 0xd0, 0xd5, 0xfe, 0xb4, 0xa6, 0xb7, 0xa3]); // 行政处罚

test('UTF-8, with and without its mark', () => {
  expect(decodeText(Buffer.from('行政处罚 44'))).toBe('行政处罚 44');
  expect(decodeText(Buffer.from('\ufeff行政处罚 44'))).toBe('行政处罚 44');
});

test('UTF-16 by its mark', () => {
  expect(decodeText(Buffer.from('\ufeff行政处罚', 'utf16le'))).toBe('行政处罚');
});

test('GBK without any declaration', () => {
  expect(decodeText(gbk)).toBe('行政处罚');
});

test('a page that declares gb2312 or big5', () => {
  const page = (charset: string, text: Uint8Array) =>
    Buffer.concat([
      Buffer.from(`<html><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><p>`),
      text,
    ]);
  expect(decodeText(page('gb2312', gbk))).toMatch(/<p>行政处罚$/);
  expect(decodeText(page('big5', Buffer.from([0xa6, 0xe6, 0xac, 0x46])))).toMatch(/<p>行政$/);
});

test('a charset that nobody knows falls back to GB 18030', () => {
  const page = Buffer.concat([Buffer.from('<meta charset="x-unheard-of">'), gbk]);
  expect(decodeText(page)).toMatch(/行政处罚$/);
});

test('broken bytes become the replacement character and nothing else is lost', () => {
  expect(decodeText(Buffer.concat([gbk, Buffer.from([0xff]), Buffer.from(' 44')]))).toBe('行政处罚\ufffd 44');
});
