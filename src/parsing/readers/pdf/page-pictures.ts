import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { Cell } from '../../../report/report.ts';
import { openPdf } from './open-pdf.ts';

/** Pixels for each point: fine enough to read the small print of table 三. */
const scale = 2;

/** Green, amber, red. */
export const trustColours: Record<Cell['trust'], string> = { high: '#1a7f37', medium: '#bf8700', low: '#cf222e' };

/** Pages of a PDF that cells were read from, as PNG, each cell framed in the colour of its trust. */
export async function* pagePictures(
  bytes: Uint8Array,
  cells: readonly Cell[],
): AsyncGenerator<{ page: number; png: Buffer }> {
  const { parser, document } = await openPdf(bytes, 'paint');
  try {
    const pages = new Set(cells.flatMap(({ place }) => (place.box && place.page ? [place.page] : [])));
    for (const page of [...pages].sort((a, b) => a - b)) {
      const onPage = cells.filter(({ place }) => place.page === page);
      yield { page, png: await paint(document, await document.getPage(page), onPage) };
    }
  } finally {
    await parser.destroy();
  }
}

/** The part of a canvas that is used here; pdfjs brings the canvas itself. */
interface Painter {
  canvas: { toBuffer(type: 'image/png'): Buffer };
  context: { lineWidth: number; strokeStyle: string; strokeRect(x: number, y: number, w: number, h: number): void };
}

async function paint(document: PDFDocumentProxy, page: PDFPageProxy, cells: readonly Cell[]): Promise<Buffer> {
  const viewport = page.getViewport({ scale });
  const factory = document.canvasFactory as { create(width: number, height: number): Painter };
  const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  context.lineWidth = 2;
  for (const { place, trust } of cells) {
    if (!place.box) continue;
    const [x, y, width, height] = place.box.map((n) => n * scale) as [number, number, number, number];
    context.strokeStyle = trustColours[trust];
    context.strokeRect(x + 2, y + 2, width - 4, height - 4);
  }
  return canvas.toBuffer('image/png');
}
