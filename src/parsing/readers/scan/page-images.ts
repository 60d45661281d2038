import { createCanvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist';
import { limits } from '../../intake/limits.ts';
import { openPdf } from '../pdf/open-pdf.ts';
import type { GreyImage } from './grey-image.ts';
import { scale, uprightImage } from './upright.ts';

/** The pages of a scanned PDF as upright grey pictures. */
export async function* pageImages(bytes: Uint8Array): AsyncGenerator<GreyImage> {
  const { parser, document } = await openPdf(bytes, 'paint');
  try {
    for (let number = 1; number <= document.numPages; number++) yield await pageImage(await document.getPage(number));
  } finally {
    await parser.destroy();
  }
}

/** The longer side of paper, in points: A5 and A3, with some room. */
const paper = { least: 560, most: 1260 };
const a4 = { short: 595, long: 842 };

/**
 * How many times as large a page is to be painted as its size says: once where that is a size of paper. Programs that
 * make a PDF of photographs declare any other, a point for each pixel, say; such a page is taken for as wide as A4.
 */
export function enlargement({ width, height }: { width: number; height: number }): number {
  const longer = Math.max(width, height);
  if (longer >= paper.least && longer <= paper.most) return 1;
  const across = (width > height * 1.1 ? a4.long : a4.short) / width;
  return Math.min(across, Math.sqrt(limits.imagePixels / (width * height)) / scale);
}

async function pageImage(page: PDFPageProxy): Promise<GreyImage> {
  const enlarged = enlargement(page.getViewport({ scale: 1 }));
  const viewport = page.getViewport({ scale: scale * enlarged });
  const context = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height)).getContext('2d');
  await page.render({ canvas: null, canvasContext: context as never, viewport }).promise;
  page.cleanup();
  return { ...uprightImage(context), enlarged };
}
