import { docxPictures } from '../docx.ts';
import type { GreyImage } from './grey-image.ts';
import { pageImages } from './page-images.ts';
import { pictureImages } from './picture-images.ts';

/** Pages that are pictures, upright and grey: of a scanned PDF, a picture file, or a Word file that holds nothing else. */
export const scannedPages = {
  pdf: async (bytes: Uint8Array): Promise<AsyncIterable<GreyImage>> => pageImages(bytes),
  image: async (bytes: Uint8Array) => pictureImages([bytes]),
  docx: async (bytes: Uint8Array) => pictureImages(await docxPictures(bytes)),
};

/** Whether files of this format may be pictures of pages. */
export const mayBeScanned = (format: string): format is keyof typeof scannedPages =>
  Object.hasOwn(scannedPages, format);
