import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PDFParse } from 'pdf-parse';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { GovinfoError } from '../../../errors.ts';
import { limits } from '../../intake/limits.ts';
import { readingWorker } from './reading-port.ts';

const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** An open PDF: pdf-parse with its text rules, and the pdfjs document inside it, so that each page is parsed once. */
export interface OpenPdf {
  parser: PDFParse;
  document: PDFDocumentProxy;
}

/**
 * Opens a PDF. Character maps come from pdfjs's own folder: without them text in fonts that are not embedded (SimSun in
 * most office exports) comes out empty without a word; so do pictures in JPEG 2000, as some scanners write them, without
 * its decoder, which is only needed where pages are painted. Throws `E-PDF-ENCRYPTED`, `E-PDF-TRUNCATED`, `E-PDF-DAMAGED`
 * and `E-PDF-PAGES`. The caller destroys the parser.
 */
export async function openPdf(bytes: Uint8Array, purpose: 'read' | 'paint' = 'read'): Promise<OpenPdf> {
  const parser = new PDFParse({
    data: new Uint8Array(bytes), // pdfjs takes the buffer away from its owner
    cMapUrl: join(pdfjs, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(pdfjs, 'standard_fonts/'),
    ...(purpose === 'paint' && { wasmUrl: join(pdfjs, 'wasm/') }),
    maxImageSize: purpose === 'read' ? limits.imagePixels : limits.scanPixels,
    // What a font says of its letters: names, and where their meaning comes from.
    fontExtraProperties: purpose === 'read',
    ...(purpose === 'read' && { ...nothingPainted(), worker: await readingWorker() }),
  });
  try {
    // biome-ignore lint/complexity/useLiteralKeys: private to TypeScript only; the way to parse each page just once
    const document: PDFDocumentProxy = await parser['load']();
    if (document.numPages > limits.pages) throw tooManyPages(document.numPages);
    return { parser, document };
  } catch (cause) {
    await parser.destroy();
    throw pdfError(cause, bytes);
  }
}

/**
 * Where pdfjs cannot hand an embedded font to a browser it outlines every glyph, which takes half of the reading time.
 * Nothing is painted here, so it gets a place for fonts that keeps none.
 */
function nothingPainted() {
  Reflect.set(globalThis, 'FontFace', class {});
  return { disableFontFace: false, ownerDocument: { fonts: { add() {}, delete() {} } } };
}

/** What went wrong inside pdfjs, in words for the person who sent the file. */
export function pdfError(cause: unknown, bytes: Uint8Array): Error {
  if (!(cause instanceof Error) || cause instanceof GovinfoError) return cause as Error;
  if (cause.name === 'PasswordException') return encrypted(cause);
  return isTruncated(bytes) ? truncated(cause) : damaged(cause);
}

/** A whole PDF ends in `%%EOF`, perhaps with a few bytes behind it. */
export function isTruncated(bytes: Uint8Array): boolean {
  const end = new TextDecoder('latin1').decode(bytes.subarray(-2048));
  return !end.includes('%%EOF');
}

const encrypted = (cause: Error) =>
  new GovinfoError(
    'E-PDF-ENCRYPTED',
    {
      zh: '这份 PDF 要密码才能打开，请去掉密码后再发',
      en: 'this PDF needs a password to open; please send it without one',
    },
    { cause },
  );

export const truncated = (cause?: Error) =>
  new GovinfoError(
    'E-PDF-TRUNCATED',
    {
      zh: '这份 PDF 不完整，结尾缺失，可能没有传完，请重新上传',
      en: 'this PDF is incomplete: its end is missing, perhaps the upload broke off; please send it again',
    },
    { cause },
  );

const damaged = (cause: Error) =>
  new GovinfoError(
    'E-PDF-DAMAGED',
    {
      zh: '这份 PDF 已损坏，无法打开，请重新导出',
      en: 'this PDF is damaged and cannot be opened; please export it again',
    },
    { cause },
  );

const tooManyPages = (pages: number) =>
  new GovinfoError('E-PDF-PAGES', {
    zh: `这份 PDF 有 ${pages} 页，最多只能读 ${limits.pages} 页，请只发年度报告那几页`,
    en: `this PDF has ${pages} pages; the most that is read is ${limits.pages}. Please send only the pages of the report`,
  });
