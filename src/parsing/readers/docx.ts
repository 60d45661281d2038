import mammoth from 'mammoth';
import { GovinfoError } from '../../errors.ts';
import type { Document } from '../document.ts';
import { packageParts } from '../intake/office-package.ts';
import { asShown } from './docx/as-shown.ts';
import { pageBlocks } from './html/blocks.ts';
import { type Element, parseHtml } from './html/dom.ts';
import { blocksDocument } from './html.ts';
import { noTextLayer } from './scan/no-text-layer.ts';

/** A Word document: mammoth makes HTML of it, with merged cells as spans. Pictures and links are not followed. */
export async function readDocx(bytes: Uint8Array): Promise<Document> {
  const parts = await packageParts(bytes, /\.(?:xml|rels)$/i); // refuses what unpacks to too much
  const html = await convert({ file: partsToConvert(parts) }, async () => ({ src: '' }));
  const $ = parseHtml(`<div>${html}</div>`);
  const document = blocksDocument(pageBlocks($('div')[0] as Element), 'docx', null);
  if (!document.lines.length) throw noTextLayer('docx');
  return document;
}

/** The pictures in a Word document, in the order in which they stand. */
export async function docxPictures(bytes: Uint8Array): Promise<Uint8Array[]> {
  await packageParts(bytes, /^$/);
  const pictures: Uint8Array[] = [];
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  await convert({ buffer }, async (picture) => {
    pictures.push(await picture.readAsBuffer());
    return { src: '' };
  });
  return pictures;
}

/** What mammoth takes in place of a packed file: its parts, unpacked before. */
const partsToConvert = (parts: ReadonlyMap<string, string>) => ({
  exists: (name: string) => parts.has(name),
  read: async (name: string) => asShown(parts.get(name) ?? ''),
});

type Source = { buffer: Buffer } | { file: ReturnType<typeof partsToConvert> };

async function convert(source: Source, onPicture: Parameters<typeof mammoth.images.imgElement>[0]): Promise<string> {
  try {
    const convertImage = mammoth.images.imgElement(onPicture);
    const options = { convertImage, externalFileAccess: false };
    return (await mammoth.convertToHtml(source as { buffer: Buffer }, options)).value;
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
