import { fileTypeFromBuffer } from 'file-type';
import { GovinfoError } from '../../errors.ts';
import type { Report } from '../../report/report.ts';
import { isWebArchive } from '../readers/html/web-archive.ts';
import type { SourceFile } from './source-file.ts';
import { unsupported } from './unsupported.ts';

export type Format = Report['source']['format'];

/** Formats that `file-type` names and a reader takes. Word 97 files are told from other Office 97 files by their streams. */
const known: Partial<Record<string, Format | 'zip'>> = {
  pdf: 'pdf',
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  zip: 'zip',
  png: 'image',
  jpg: 'image',
  tif: 'image',
  webp: 'image',
  bmp: 'image',
  gif: 'image',
};

/** Recognises a file by its content; its name plays no part. Throws `E-EMPTY` and `E-FORMAT`. */
export async function sniff(file: SourceFile): Promise<Format | 'zip'> {
  const { bytes } = file;
  if (bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 9 && byte <= 13))) throw emptyFile();
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return 'pdf';
  const extension = (await fileTypeFromBuffer(bytes))?.ext;
  if (extension === 'cfb') {
    if (hasStream(bytes, 'WordDocument')) return 'doc';
    throw unsupported(hasStream(bytes, 'Workbook') ? 'xls' : 'wps');
  }
  if (extension === 'zip' && head.includes('OFD.xml')) throw unsupported('ofd');
  const format = extension && known[extension];
  if (format) return format;
  if (extension && extension !== 'xml') throw unsupported(extension);
  if (looksLikeHtml(bytes) || isWebArchive(bytes)) return 'html';
  if (looksBinary(bytes)) throw unsupported('binary');
  return 'text';
}

/** A text may begin with `<` too, so only tags that pages begin with count. */
const opening =
  /^\s*<(\?xml|!doctype|(html|head|body|meta|title|link|style|script|p|div|span|section|article|main|table|center|font|strong|b|h[1-6]|ul|ol|br)[\s>/])/i;

/** A page starts with a tag, or says what it is near its start; Markdown only has tables of HTML between its lines. */
function looksLikeHtml(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).replaceAll('\0', '');
  const visible = head.replace(/^[\xef\xbb\xbf\xfe\xff\s]+/, '').replace(/<!--.*?-->/gs, '');
  return opening.test(visible) || /<(!doctype html|html|head|body)[\s>]/i.test(visible);
}

/** Control characters that no text holds. UTF-16 has zero bytes, but says so in its first two bytes. */
function looksBinary(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false;
  return bytes.subarray(0, 65_536).some((byte) => byte < 9 || (byte > 13 && byte < 27));
}

/** Whether an Office 97 file has a stream of this name: names stand in its directory in UTF-16. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}

const emptyFile = () => new GovinfoError('E-EMPTY', { zh: '文件是空的', en: 'the file is empty' });
