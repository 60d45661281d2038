import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gbk } from './gbk.ts';
import { bombStream, pdfFile, stream } from './pdf.ts';
import { docxFile, zipFile } from './zip.ts';

const samples = join(import.meta.dirname, '../../samples');
const sample = (name: string) => readFileSync(join(samples, name));

/** The text of a report of our own. */
export const reportText = sample('红旗区卫生健康委员会2022.txt').toString();

/** A file that must be refused: what it is, the code it gets, the name it comes under, and its bytes. */
export type BadFile = readonly [
  what: string,
  code: string,
  name: string,
  bytes: () => string | Uint8Array | Promise<Uint8Array>,
];

const prose = { texts: [{ text: '本机关认真贯彻落实条例。', x: 80, y: 80 }] };
const loginPage =
  '<!DOCTYPE html><html><head><title>用户登录</title></head><body><form>账号<input name="u">密码<input type="password"></form></body></html>';
const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2));

/** Files that are damaged, hostile or something else than their name says, each refused in words of its own. */
export const badFiles: readonly BadFile[] = [
  ['an empty file', 'E-EMPTY', 'a.pdf', () => ''],
  ['a file of zero bytes', 'E-EMPTY', 'a.docx', () => Buffer.alloc(5000)],
  ['a text that is no report', 'E-NOT-A-REPORT', 'a.txt', () => '关于召开例会的通知\n请各科室于周五下午参加。'],
  ['a login page saved as PDF', 'E-LOGIN-PAGE', '2023年报.pdf', () => loginPage],
  ['a PDF with a user password', 'E-PDF-ENCRYPTED', 'a.pdf', () => pdfFile([prose], { user: 'secret', owner: 'x' })],
  ['a PDF that broke off', 'E-PDF-TRUNCATED', 'a.pdf', () => half(sample('示例区卫生健康局2022.pdf'))],
  ['a PDF that is none inside', 'E-PDF-DAMAGED', 'a.pdf', () => '%PDF-1.7\nnonsense\n%%EOF'],
  ['a book of 300 pages', 'E-PDF-PAGES', 'a.pdf', () => pdfFile(Array.from({ length: 300 }, () => prose))],
  ['a PDF of pictures', 'E-SCAN', 'a.pdf', () => pdfFile([{ picture: [600, 800] }])],
  ['a page scanned at 600 dpi', 'E-SCAN', 'a.pdf', () => pdfFile([{ picture: [4960, 7016] }])],
  ['a picture of 400 million points', 'E-PICTURE-SIZE', 'a.pdf', () => pdfFile([{ picture: [20_000, 20_000] }])],
  ['the same under a stamp', 'E-PICTURE-SIZE', 'a.pdf', () => pdfFile([{ ...prose, picture: [20_000, 20_000] }])],
  ['a picture', 'E-SCAN', 'a.pdf', () => Buffer.from('ffd8ffe000104a464946000101000001', 'hex')],
  ['a broken Word file', 'E-DOCX-DAMAGED', 'a.docx', async () => docxFile('<w:p>')],
  ['a Word file that broke off', 'E-ARCHIVE-DAMAGED', 'a.docx', () => half(sample('金凤区卫生健康局2021.docx'))],
  [
    'a Word file with a broken list of its parts',
    'E-ARCHIVE-DAMAGED',
    'a.docx',
    () => withoutEntry(docxFile('<w:p/>')),
  ],
  [
    'a Word file that unpacks to 110 MB',
    'E-BOMB',
    'a.docx',
    () => docxFile('<w:p/>', { 'word/media/zero.bin': Buffer.alloc(110_000_000) }),
  ],
  ['a sheet that broke off', 'E-ARCHIVE-DAMAGED', 'a.xlsx', () => half(sample('示例区教育局2023.xlsx'))],
  ['a web page of 50 MB', 'E-TOO-LARGE', 'a.html', () => Buffer.alloc(50 * 1024 * 1024, '<p>')],
  ['two reports in one file', 'E-SEVERAL-REPORTS', 'a.txt', () => `${reportText}\n${reportText}`],
  ['text that lost its letters', 'E-TEXT-DAMAGED', 'a.txt', () => reportText.replace(/[信息]/g, '\ufffd')],
  [
    'GBK that lost its letters',
    'E-TEXT-DAMAGED',
    'a.txt',
    () => gbk(reportText).map((byte, at) => (at % 9 !== 4 ? byte : 0xff)),
  ],
];

/** Archives that are refused as a whole, or of which every file is. */
export const badArchives: readonly BadFile[] = [
  ['a name that leads out of the folder', 'E-ARCHIVE-PATH', 'a.zip', () => pointingOut()],
  ['a size that is a lie', 'E-ARCHIVE-DAMAGED', 'a.zip', () => lyingAboutItsSize()],
  [
    'an archive in an archive',
    'E-ARCHIVE-NESTED',
    'a.zip',
    async () => zipFile([['b.zip', await zipFile([['a.txt', reportText]])]]),
  ],
  [
    '10,000 entries',
    'E-ARCHIVE-FILES',
    'a.zip',
    () => zipFile(Array.from({ length: 10_000 }, (_, i) => [`${i}.txt`, ''] as const)),
  ],
  ['5 MB of zeros in 5 KB', 'E-ARCHIVE-SIZE', 'a.zip', () => zipFile([['a.txt', '0'.repeat(5_000_000)]])],
  ['an archive that broke off', 'E-ARCHIVE-DAMAGED', 'a.zip', async () => half(await zipFile([['a.txt', reportText]]))],
];

/** Files that are stopped by whichever limit they meet first. */
export const harmful: readonly (readonly [what: string, bytes: () => Uint8Array])[] = [
  ['a page that unpacks to 3 GB', () => pdfFile([{ stream: bombStream(3000) }])],
  ['a page of 600,000 operators', () => pdfFile([{ stream: stream('0 0 m 9 9 l S\n'.repeat(200_000)) }])],
];

/** A ZIP in whose list of entries the second one is spoilt. */
async function withoutEntry(zip: Promise<Buffer>): Promise<Buffer> {
  const bytes = await zip;
  const entry = Buffer.from('PK\x01\x02');
  const second = bytes.indexOf(entry, bytes.indexOf(entry) + 4);
  bytes.fill(0, second, second + 4);
  return bytes;
}

async function pointingOut(): Promise<Buffer> {
  const zip = await zipFile([['aa/report.txt', reportText]]);
  return Buffer.from(zip.toString('latin1').replaceAll('aa/report', '../report'), 'latin1');
}

async function lyingAboutItsSize(): Promise<Buffer> {
  const text = 'x'.repeat(70_000);
  const [size, lie] = [70_000, 10].map((n) => Buffer.from(new Uint32Array([n]).buffer).toString('latin1'));
  return Buffer.from((await zipFile([['a.txt', text]])).toString('latin1').replaceAll(size!, lie!), 'latin1');
}
