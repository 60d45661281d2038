import { GovinfoError } from '../../errors.ts';
import type { Document } from '../document.ts';
import { readers } from '../readers/index.ts';
import { noTextLayer } from '../readers/scan/no-text-layer.ts';
import { refuseSeveralReports } from '../several-reports.ts';
import { limits } from './limits.ts';
import { sniff } from './sniff.ts';
import type { SourceFile } from './source-file.ts';
import { openZip } from './zip.ts';

/** Reads one file, here and now, into a document. Throws `GovinfoError` where that cannot be done. */
export async function readDocument(file: SourceFile): Promise<Document> {
  refuseTooLarge(file);
  const format = await sniff(file);
  if (format === 'zip') {
    (await openZip(file.bytes)).close(); // a Word file that broke off is no archive to unpack
    throw archive();
  }
  if (format === 'image') throw noTextLayer('image');
  const read = await readers[format]();
  const document = await read(file.bytes);
  refuseSeveralReports(document);
  return document;
}

/** Throws `E-TOO-LARGE` for a file beyond the size limit. */
export function refuseTooLarge({ bytes }: SourceFile): void {
  if (bytes.length > limits.fileBytes) throw tooLarge(bytes.length);
}

/** A file beyond the size limit; `bytes` is its size. */
export function tooLarge(bytes: number): GovinfoError {
  const [size, most] = [bytes, limits.fileBytes].map((n) => Math.ceil(n / 1024 / 1024));
  return new GovinfoError('E-TOO-LARGE', {
    zh: `文件有 ${size} MB，最多只能读 ${most} MB`,
    en: `the file has ${size} MB; the most that is read is ${most} MB`,
  });
}

const archive = () =>
  new GovinfoError('E-ARCHIVE', {
    zh: '这是压缩文件，请解压后把里面的报告发来',
    en: 'this is an archive; please unpack it and send the reports inside',
  });
