import type { PDFPageProxy } from 'pdfjs-dist';
import type { Place } from '../../../report/report.ts';
import { openPdf } from './open-pdf.ts';

/** Width of a picture in pixels. */
const width = 1240;
/** Points of the page shown above and below the cells. */
const margin = 48;

/** Cells of one page cut out of it, framed and numbered in the order given. */
export interface EvidencePicture {
  page: number;
  png: Uint8Array;
}

/** The part of a canvas that is used here; pdfjs brings the canvas itself. */
interface Context {
  lineWidth: number;
  strokeStyle: string;
  fillStyle: string;
  font: string;
  textAlign: string;
  textBaseline: string;
  setLineDash(pattern: number[]): void;
  strokeRect(x: number, y: number, w: number, h: number): void;
  fillRect(x: number, y: number, w: number, h: number): void;
  fillText(text: string, x: number, y: number): void;
  drawImage(from: object, x: number, y: number): void;
}
interface Painter {
  canvas: { toBuffer(type: 'image/png'): Buffer };
  context: Context;
}
type Factory = { create(width: number, height: number): Painter };

/** Cuts the rows in which cells stand out of the pages of a PDF. Cells are framed with numbers from 1, by their order. */
export async function evidencePictures(bytes: Uint8Array, places: readonly Place[]): Promise<EvidencePicture[]> {
  const { parser, document } = await openPdf(bytes, 'paint');
  try {
    const marks = places.flatMap(({ page, box }, i) => (page && box ? [{ page, box, number: i + 1 }] : []));
    const pages = [...new Set(marks.map(({ page }) => page))].sort((a, b) => a - b).slice(0, 3);
    const pictures: EvidencePicture[] = [];
    for (const page of pages) {
      const onPage = marks.filter((mark) => mark.page === page);
      const png = await cut(document.canvasFactory as Factory, await document.getPage(page), onPage);
      pictures.push({ page, png });
    }
    return pictures;
  } finally {
    await parser.destroy();
  }
}

interface Mark {
  box: readonly [x: number, y: number, width: number, height: number];
  number: number;
}

async function cut(factory: Factory, page: PDFPageProxy, marks: readonly Mark[]): Promise<Uint8Array> {
  const scale = width / page.getViewport({ scale: 1 }).width;
  const viewport = page.getViewport({ scale });
  const whole = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: whole.canvas, canvasContext: whole.context, viewport }).promise;
  const top = Math.max(0, Math.min(...marks.map(({ box }) => box[1])) - margin) * scale;
  const bottom = Math.min(viewport.height, (Math.max(...marks.map(({ box }) => box[1] + box[3])) + margin) * scale);
  const { canvas, context } = factory.create(width, Math.max(1, Math.ceil(bottom - top)));
  context.drawImage(whole.canvas, 0, -top);
  for (const [at, { box, number }] of marks.entries()) {
    const [x, y, w, h] = box.map((n) => n * scale) as [number, number, number, number];
    frame(context, { x, y: y - top, w, h, number, dashed: at % 2 === 1 });
  }
  return new Uint8Array(canvas.toBuffer('image/png'));
}

/** A frame and its number beside it: told apart by number and line, not by colour alone. */
function frame(
  context: Context,
  { x, y, w, h, number, dashed }: { x: number; y: number; w: number; h: number; number: number; dashed: boolean },
): void {
  context.lineWidth = 3;
  context.strokeStyle = '#b3261e';
  context.setLineDash(dashed ? [8, 5] : []);
  context.strokeRect(x + 1, y + 1, w - 2, h - 2);
  context.setLineDash([]);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  // Beside the last column there is room; elsewhere the number is small, so that it hides no digit.
  const outside = x + w > width * 0.85 && x + w + 28 < width;
  context.fillStyle = '#b3261e';
  if (outside) {
    context.fillRect(x + w + 4, y + h / 2 - 11, 24, 22);
    context.fillStyle = '#ffffff';
  }
  context.font = `bold ${outside ? 15 : 11}px sans-serif`;
  if (outside) context.fillText(String(number), x + w + 16, y + h / 2 + 1);
  else context.fillText(String(number), x + 9, y + 9);
}
