import type { PDFPageProxy } from 'pdfjs-dist';
import type { Document, Grid, Token } from '../document.ts';
import { limits } from '../intake/limits.ts';
import { folios } from './pdf/folios.ts';
import { isTruncated, openPdf, pdfError, truncated } from './pdf/open-pdf.ts';
import { type PageLine, pageLines } from './pdf/page-lines.ts';
import { pictureSizes } from './pdf/picture-sizes.ts';
import { withoutCopies } from './pdf/printed-twice.ts';
import { withNoteMarks } from './pdf/raised-items.ts';
import { type Drawing, drawing } from './pdf/rulings.ts';
import { withoutSlanted } from './pdf/slanted.ts';
import { itemTokens } from './pdf/tokens.ts';
import { withTypedOver } from './pdf/typed-over.ts';
import { ruledGrids } from './ruled-grids.ts';
import { noTextLayer } from './scan/no-text-layer.ts';
import { refuseTooManyPixels } from './scan/too-many-pixels.ts';
import { refuseDamagedText } from './text-damage.ts';

/** Han characters a page below which a PDF with pictures is a scan; pages of real reports have 86 and more. */
const fewestHan = 50;

/** Letters under a picture beyond which it is no stamp: what is read there is not what one sees. */
const mostCovered = 100;

/** PDF with a text layer: text as pdf-parse gives it, words with their position, and tables from the drawn lines. */
export async function readPdf(bytes: Uint8Array): Promise<Document> {
  if (isTruncated(bytes)) throw truncated();
  const { parser, document } = await openPdf(bytes);
  try {
    const pages: PageContent[] = [];
    for (let page = 1; page <= document.numPages; page++) pages.push(await readPage(page));
    const { info } = await document.getMetadata();
    refuseScan(pages, bytes);

    const dropped = folios(pages.map((page) => page.lines));
    const { grids, tokens } = tables(pages, dropped);
    const lines = pages.flatMap((page) =>
      page.lines.filter((line) => !dropped.has(line)).map((line) => onGrid(line, grids)),
    );
    refuseDamagedText(lines);
    const declaredTitle = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() || null : null;
    // Invisible text over or under a picture of the page is what some other program recognised in a scan.
    const recognised = pages.some((page) => (page.hidesText && page.pictures > 0.5) || page.covered > mostCovered);
    return { format: 'pdf', pageCount: pages.length, recognised, lines, grids, tokens, declaredTitle };
  } catch (cause) {
    throw pdfError(cause, bytes);
  } finally {
    await parser.destroy();
  }

  async function readPage(number: number) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const printed = withoutCopies(withoutSlanted(await page.getTextContent()));
    const content = await withTypedOver(withNoteMarks(printed), page);
    const lines = await pageLines(parser, content, viewport, number);
    const items = content.items.filter((item) => 'str' in item);
    const words = items.map((item) => itemTokens(item, number, viewport));
    const drawn = drawing(await page.getOperatorList(), viewport);
    const covered = await coveredLetters(drawn.overText, page);
    page.cleanup();
    return { number, lines, words, ...drawn, covered };
  }
}

/** How pdfjs keeps a picture with a mask or an alpha channel. */
const withAlpha = 3;

/** Letters below pictures that let nothing through. That is looked at only where enough letters may be hidden. */
async function coveredLetters(overText: Drawing['overText'], page: PDFPageProxy): Promise<number> {
  const sum = (pictures: Drawing['overText']) => pictures.reduce((all, { letters }) => all + letters, 0);
  if (sum(overText) <= mostCovered) return 0;
  const opaque = await Promise.all(overText.map(({ picture }) => isOpaque(picture, page)));
  return sum(overText.filter((_, at) => opaque[at]));
}

async function isOpaque(picture: unknown, { objs, commonObjs }: PDFPageProxy): Promise<boolean> {
  const kept = typeof picture === 'string' && (picture.startsWith('g_') ? commonObjs : objs);
  const image = kept ? await new Promise((resolve) => kept.get(picture as string, resolve)) : picture;
  const kind = (image as { kind?: number } | null)?.kind;
  return kind !== undefined && kind !== withAlpha;
}

type PageContent = {
  number: number;
  lines: PageLine[];
  /** Words of each text item. */
  words: Token[][];
  /** Letters that one does not see for pictures painted over them. */
  covered: number;
} & Drawing;

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
