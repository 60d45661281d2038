import type { Document, Grid, Token } from '../document.ts';
import { limits } from '../intake/limits.ts';
import { type DrawnPage, drawnPage } from './pdf/drawn-page.ts';
import { folios } from './pdf/folios.ts';
import { isTruncated, openPdf, pdfError, truncated } from './pdf/open-pdf.ts';
import { type PageLine, pageLines } from './pdf/page-lines.ts';
import { pictureSizes } from './pdf/picture-sizes.ts';
import { withoutCopies } from './pdf/printed-twice.ts';
import { withNoteMarks } from './pdf/raised-items.ts';
import { inReadingOrder, isOutOfOrder } from './pdf/reading-order.ts';
import { type SeenText, seenOnly } from './pdf/seen-only.ts';
import { withoutSlanted } from './pdf/slanted.ts';
import { itemTokens } from './pdf/tokens.ts';
import { withTypedOver } from './pdf/typed-over.ts';
import { ruledGrids } from './ruled-grids.ts';
import { noTextLayer } from './scan/no-text-layer.ts';
import { refuseTooManyPixels } from './scan/too-many-pixels.ts';
import { refuseDamagedText } from './text-damage.ts';

/** Han characters a page below which a PDF with pictures is a scan; pages of real reports have 86 and more. */
const fewestHan = 50;

/** PDF with a text layer: text as pdf-parse gives it, words with their position, and tables from the drawn lines. */
export async function readPdf(bytes: Uint8Array): Promise<Document> {
  if (isTruncated(bytes)) throw truncated();
  const { parser, document } = await openPdf(bytes);
  try {
    // One program printed all pages: where one is out of order, others that do not show it may be so too.
    const pages = (await readPages('as printed')) ?? (await readPages('line by line'))!;
    const { info } = await document.getMetadata();
    refuseScan(pages, bytes);

    const dropped = folios(pages.map((page) => page.lines));
    const { grids, tokens } = tables(pages, dropped);
    const lines = pages.flatMap((page) =>
      page.lines.filter((line) => !dropped.has(line)).map((line) => onGrid(line, grids)),
    );
    refuseDamagedText(lines);
    const declaredTitle = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() || null : null;
    const recognised = pages.some((page) => page.recognised);
    const [unseen, doubtful] = [pages.flatMap((page) => page.unseen), pages.flatMap((page) => page.doubtful)];
    return {
      ...{ format: 'pdf', pageCount: pages.length, recognised, lines, grids, tokens, declaredTitle },
      ...(unseen.length > 0 && { unseen }),
      ...(doubtful.length > 0 && { doubtful }),
    };
  } catch (cause) {
    throw pdfError(cause, bytes);
  } finally {
    await parser.destroy();
  }

  /** All pages; `null` where they are to be read as printed and one of them is out of order. */
  async function readPages(order: Order): Promise<PageContent[] | null> {
    const pages: PageContent[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await readPage(number, order);
      if (!page) return null;
      pages.push(page);
    }
    return pages;
  }

  async function readPage(number: number, order: Order): Promise<PageContent | null> {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const drawn = await drawnPage(page, viewport, document);
    const text = await page.getTextContent();
    const seen = seenOnly(text, drawn.recognised ? [] : drawn.letters, viewport, number);
    const printed = withoutCopies(withoutSlanted(seen.content));
    const marked = withNoteMarks(printed);
    if (order === 'as printed' && isOutOfOrder(marked, viewport)) return null;
    const ordered = order === 'as printed' ? marked : inReadingOrder(marked, viewport);
    const content = await withTypedOver(ordered, page);
    const lines = await pageLines(parser, content, viewport, number);
    const items = content.items.filter((item) => 'str' in item);
    const words = items.map((item) => itemTokens(item, number, viewport));
    page.cleanup();
    // The letters are looked at by now: kept for all pages at once they would be most of what is kept.
    const [{ rulings, small, pictures, recognised }, { unseen, doubtful }] = [drawn, seen];
    return { number, lines, words, rulings, small, pictures, recognised, unseen, doubtful };
  }
}

type Order = 'as printed' | 'line by line';

type PageContent = {
  number: number;
  lines: PageLine[];
  /** Words of each text item. */
  words: Token[][];
} & Pick<DrawnPage, 'rulings' | 'small' | 'pictures' | 'recognised'> &
  Pick<SeenText, 'unseen' | 'doubtful'>;

function tables(pages: PageContent[], dropped: Set<PageLine>): { grids: Grid[]; tokens: Token[] } {
  const grids: Grid[] = [];
  const tokens: Token[] = [];
  for (const { number, lines, words, rulings, small } of pages) {
    const skip = new Set(lines.filter((line) => dropped.has(line)).flatMap((line) => line.items));
    const own = words.filter((_, item) => !skip.has(item)).flat();
    tokens.push(...own);
    grids.push(...ruledGrids(rulings, own, number, small));
  }
  return { grids, tokens };
}

/** Says which table a line belongs to, by its middle. */
function onGrid({ items: _, ...line }: PageLine, grids: Grid[]) {
  const { page, box } = line.place;
  if (!box) return line;
  const [x, y] = [box[0] + box[2] / 2, box[1] + box[3] / 2];
  const grid = grids.findIndex(({ place }) => {
    const [left, top, width, height] = place.box ?? [0, 0, 0, 0];
    return place.page === page && x >= left && x <= left + width && y >= top && y <= top + height;
  });
  return grid < 0 ? line : { ...line, grid };
}

/** A PDF of pictures has no text to read, or next to none: a stamp, an address at the edge. */
function refuseScan(pages: PageContent[], bytes: Uint8Array) {
  const text = pages.flatMap((page) => page.lines.map((line) => line.text)).join('');
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (text.trim() && han >= fewestHan * pages.length) return;
  const sizes = pictureSizes(bytes);
  const leftOut = sizes.some(([width, height]) => width * height > limits.imagePixels);
  if (text.trim() && !leftOut && pages.every((page) => page.pictures <= 0.5)) return;
  for (const [width, height] of sizes) refuseTooManyPixels(width, height);
  throw noTextLayer('pdf');
}
