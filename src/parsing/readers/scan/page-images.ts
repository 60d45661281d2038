import { createCanvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist';
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

async function pageImage(page: PDFPageProxy): Promise<GreyImage> {
  const viewport = page.getViewport({ scale });
  const context = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height)).getContext('2d');
  await page.render({ canvas: null, canvasContext: context as never, viewport }).promise;
  page.cleanup();
  return uprightImage(context);
}
