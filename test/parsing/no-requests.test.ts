import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sourceFile } from '../../src/parsing/intake/source-file.ts';
import { readReport } from '../../src/parsing/read-report.ts';
import { docxFile, xlsxFile } from '../documents/zip.ts';

let asked: (string | undefined)[] = [];
const server = createServer((request, response) => {
  asked.push(request.url);
  response.end('<p>9999</p>');
});
let bait: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  bait = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const sample = readFileSync(join(import.meta.dirname, '../../samples/红旗区卫生健康委员会2022.txt'), 'utf8');
const paragraphs = (tag: string) =>
  sample
    .split('\n')
    .map((line) => `<${tag}>${line}</${tag}>`)
    .join('');
const word = () =>
  sample
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`)
    .join('');

const documents: [string, () => Promise<Buffer> | Buffer][] = [
  [
    'a.html',
    () =>
      Buffer.from(
        `<!DOCTYPE html><html><head><base href="${bait}/"><link rel="stylesheet" href="${bait}/css"><meta http-equiv="refresh" content="0;url=${bait}/next">
         <script src="${bait}/js"></script></head><body background="${bait}/bg"><img src="${bait}/img"><iframe src="${bait}/frame"></iframe>
         <object data="${bait}/object"></object><svg><image href="${bait}/svg"/></svg>${paragraphs('p')}</body></html>`,
      ),
  ],
  [
    'entities.html',
    () =>
      Buffer.from(
        `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "${bait}/entity">]><html><body>&x;${paragraphs('p')}</body></html>`,
      ),
  ],
  [
    'a.docx',
    () =>
      docxFile(
        `${word()}<w:p><w:r><w:drawing><a:blip r:link="r9"/></w:drawing></w:r></w:p><w:p><w:hyperlink r:id="r8"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>`,
        {
          'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${bait}/image" TargetMode="External"/>
            <Relationship Id="r8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${bait}/link" TargetMode="External"/>
            <Relationship Id="r7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${bait}/template" TargetMode="External"/></Relationships>`,
        },
      ),
  ],
  [
    'a.xlsx',
    () =>
      xlsxFile(
        `<sheetData>${sample
          .split('\n')
          .map((_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>${i}</v></c></row>`)
          .join('')}</sheetData>`,
        sample.split('\n'),
        {
          'xl/externalLinks/_rels/externalLink1.xml.rels': `<Relationships><Relationship Id="r1" Target="${bait}/book" TargetMode="External"/></Relationships>`,
        },
      ),
  ],
];

test.each(documents)('%s is read without a request, whatever it refers to', async (name, make) => {
  asked = [];
  await readReport(sourceFile(name, await make())).catch((error: unknown) => {
    expect(error).toMatchObject({ code: expect.stringMatching(/^E-/) });
  });
  // A request that was begun arrives before this one of our own.
  await fetch(`${bait}/own`);
  expect(asked).toEqual(['/own']);
});
