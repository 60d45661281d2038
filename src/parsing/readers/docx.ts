import mammoth from 'mammoth';
import { GovinfoError } from '../../errors.ts';
import type { Document } from '../document.ts';
import { packageParts } from '../intake/office-package.ts';
import { pageBlocks } from './html/blocks.ts';
import { type Element, parseHtml } from './html/dom.ts';
import { blocksDocument } from './html.ts';
import { noTextLayer } from './scan/no-text-layer.ts';

/** A Word document: mammoth makes HTML of it, with merged cells as spans. Pictures and links are not followed. */
export async function readDocx(bytes: Uint8Array): Promise<Document> {
  await packageParts(bytes, /^$/); // refuses what unpacks to too much
  const html = await convert(bytes, async () => {});
  const $ = parseHtml(`<div>${html}</div>`);
  const document = blocksDocument(pageBlocks($('div')[0] as Element), 'docx', null);
  if (!document.lines.length) throw noTextLayer('docx');
  return document;
}

/** The pictures in a Word document, in the order in which they stand. */
export async function docxPictures(bytes: Uint8Array): Promise<Uint8Array[]> {
  await packageParts(bytes, /^$/);
  const pictures: Uint8Array[] = [];
  await convert(bytes, async (picture) => {
    pictures.push(await picture);
  });
  return pictures;
}

async function convert(bytes: Uint8Array, onPicture: (picture: Promise<Buffer>) => Promise<void>): Promise<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const none = mammoth.images.imgElement(async (picture) => {
      await onPicture(picture.readAsBuffer());
      return { src: '' };
    });
    return (await mammoth.convertToHtml({ buffer }, { convertImage: none, externalFileAccess: false })).value;
  } catch (cause) {
    throw new GovinfoError(
      'E-DOCX-DAMAGED',
      {
        zh: '这份 Word 文件已损坏，无法打开，请重新保存',
        en: 'this Word file is damaged and cannot be opened; please save it again',
      },
      { cause },
    );
  }
}
