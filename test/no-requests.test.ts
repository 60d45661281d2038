import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sourceFile } from '../src/parsing/intake/source-file.ts';
import { review } from '../src/review.ts';
import { docxFile, xlsxFile } from './documents/zip.ts';

const root = join(import.meta.dirname, '..');
const words = readFileSync(join(root, 'samples/红旗区卫生健康委员会2022.txt'), 'utf8');
const page = readFileSync(join(root, 'samples/灵武市卫生健康局2021.html'), 'utf8');

/** Stands for whatever a document may point to. */
let server: Server;
let at: string;
const asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!);
    response.end('x');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const relations = (type: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${at}/${type}" TargetMode="External"/></Relationships>`;
const entity = () => `<!DOCTYPE x [<!ENTITY y SYSTEM "${at}/entity"><!ENTITY % z SYSTEM "${at}/dtd"> %z;]>`;
const paragraphs = () =>
  words
    .split('\n')
    .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
    .join('');

test.each<[name: string, year: number | undefined, bytes: () => Promise<Buffer> | Buffer]>([
  [
    'a.html',
    2021,
    () =>
      Buffer.from(
        page.replace(
          '<body',
          `<base href="${at}/"><meta http-equiv="refresh" content="0;url=${at}/refresh"><link rel="stylesheet" href="${at}/css">
           <style>@import "${at}/import"; body { background: url(${at}/background) }</style><script src="${at}/script"></script>
           <img src="${at}/img"><iframe src="${at}/frame"></iframe><object data="${at}/object"></object><body`,
        ),
      ),
  ],
  ['a.md', 2022, () => Buffer.from(`${words}\n![图](${at}/img) <img src="${at}/img2"> [链接](${at}/link)\n`)],
  [
    'a.docx',
    2022,
    () =>
      docxFile(
        `${paragraphs()}<w:p><w:r><w:drawing><a:blip r:link="r9"/></w:drawing></w:r></w:p><w:altChunk r:id="r9"/>`,
        {
          'word/_rels/document.xml.rels': relations('image'),
          'word/_rels/settings.xml.rels': relations('attachedTemplate'),
        },
      ),
  ],
  ['b.docx', undefined, () => docxFile(`${entity()}${paragraphs()}&y;`)],
  [
    'a.xlsx',
    undefined,
    () =>
      xlsxFile('<row r="1"><c r="A1"><f>WEBSERVICE("x")</f></c></row>', [], {
        'xl/_rels/workbook.xml.rels2': relations('externalLink'),
      }),
  ],
  ['a.xml.html', undefined, () => Buffer.from(`<?xml version="1.0"?>${entity()}<html><body>${words}&y;</body></html>`)],
])(
  'reading %s asks nobody for what it points to',
  async (name, year, bytes) => {
    const read = review(sourceFile(name, await bytes()));
    if (year) expect((await read).report.year).toBe(year);
    else await read.catch(() => undefined);
    expect(asked).toEqual([]);
  },
  60_000,
);

const src = join(root, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split(sep).join('/'));
const naming = (pattern: RegExp) =>
  files.filter((name) => !name.startsWith('workspace/') && pattern.test(readFileSync(join(src, name), 'utf8')));

test('only what speaks to Slack, and the health page, knows of the network', () => {
  const network = /\bfetch\(|\bfetch\b\s*[;,]|from '(node:)?(http|https|http2|net|tls|dns|dgram|undici|ws)'|WebSocket/;
  expect(naming(network)).toEqual(['slack/download.ts', 'slack/health.ts', 'slack/hosts.ts', 'slack/replays.ts']);
});

test('nothing that comes with a file or a message is written to the disk but by order of the command line', () => {
  const writing = /\b(writeFile|createWriteStream|appendFile|mkdir|rename|copyFile|symlink)(Sync)?\(/;
  expect(naming(writing)).toEqual(['cli/save-files.ts', 'cli/trace.ts', 'store/backup.ts', 'store/embedded.ts']);
});
