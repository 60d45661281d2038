import { expect, test } from 'vitest';
import { sniff } from '../../../src/parsing/intake/sniff.ts';
import { sourceFile } from '../../../src/parsing/intake/source-file.ts';
import { readHtml } from '../../../src/parsing/readers/html.ts';

/** A part as browsers write it: bytes above ASCII, and the sign itself, as `=BA`. */
const quoted = (bytes: Uint8Array) =>
  [...bytes]
    .map((byte, i) => {
      const sign = byte < 0x20 || byte > 0x7e || byte === 0x3d ? `=${byte.toString(16).toUpperCase()}` : null;
      return `${i % 25 === 24 ? '=\r\n' : ''}${sign ?? String.fromCharCode(byte)}`;
    })
    .join('');

const part = (type: string, name: string, encoding: string, body: string) =>
  `------b\r\nContent-Type: ${type}\r\nContent-ID: <${name}>\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: https://example.gov.cn/${name}\r\n\r\n${body}\r\n`;

const archive = (...parts: string[]) =>
  Buffer.from(
    `From: <Saved by Blink>\r\nSubject: =?utf-8?Q?=E5=B9=B4?=\r\n =?utf-8?Q?=E6=8A=A5?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b"\r\n\r\n\r\n${parts.join('')}------b--\r\n`,
  );

/** 规章 in GBK, as a page that says so holds it. */
const regulations = Uint8Array.of(0xb9, 0xe6, 0xd5, 0xc2);
const page = Buffer.concat([
  Buffer.from('<html><head><meta charset="gbk"><link rel="stylesheet" href="cid:s@x"></head><body><table><tr><td>'),
  regulations,
  Buffer.from('</td><td>=44<i class="tip">1</i></td></tr></table><iframe src="cid:f@x"></iframe></body></html>'),
]);

test('a page saved as one file is read as the page: its bytes, its style sheets, its frames', async () => {
  const bytes = archive(
    part('text/html', 'p@x', 'quoted-printable', quoted(page)),
    part('image/png', 'i@x', 'base64', Buffer.from('<p>44</p>').toString('base64')),
    part('text/css', 's@x', 'quoted-printable', quoted(Buffer.from('.tip { display: none }'))),
    part('text/html', 'f@x', 'base64', Buffer.from('<p>框架里的话。</p><iframe src="cid:p@x">').toString('base64')),
  );
  expect(await sniff(sourceFile('年报.txt', bytes))).toBe('html');
  const { lines } = readHtml(bytes);
  expect(lines.map(({ text }) => text)).toEqual(['规章\t=44', '框架里的话。']);
});

test('a file that is cut short gives what is there; one without a page gives nothing', () => {
  const whole = archive(part('text/html', 'p@x', '8bit', '<p>一、总体情况</p><p>二、主动公开</p>'));
  const cut = whole.subarray(0, whole.indexOf('</p><p>二'));
  expect(readHtml(cut).lines.map(({ text }) => text)).toEqual(['一、总体情况']);
  expect(readHtml(archive(part('image/png', 'i@x', 'base64', 'AAAA'))).lines).toEqual([]);
});

test.each([
  ['fields without a page', 'From: a\r\nContent-Type: text/plain\r\n\r\n一、总体情况'],
  ['a report that speaks of such fields', '一、总体情况\ncontent-type: text/html\n'],
])('%s are text', async (_, text) => {
  expect(await sniff(sourceFile('a.mht', Buffer.from(text)))).toBe('text');
});
