import { GovinfoError } from '../../errors.ts';
import type { Document, Grid, Line } from '../document.ts';
import type { Box } from './pdf/box.ts';
import { folios } from './pdf/folios.ts';
import { drawnGrids } from './ruled-grids.ts';
import { isDash } from './scan/dash.ts';
import { findRulings } from './scan/find-rulings.ts';
import { type GreyImage, inkLines, type PixelArea } from './scan/grey-image.ts';
import type { Recogniser } from './scan/recogniser.ts';
import { isSlash } from './scan/slash.ts';
import { scale } from './scan/upright.ts';

/** Pictures of pages: tables from the lines found on them, every cell and every line of text recognised by itself. */
export async function readScan(
  images: AsyncIterable<GreyImage>,
  format: Document['format'],
  recognise: Recogniser,
): Promise<Document> {
  const pages: Line[][] = [];
  const grids: Grid[] = [];
  for await (const image of images) {
    const page = pages.length + 1;
    const found = foundGrids(image, page);
    if (format === 'image' && found.every(({ cells }) => cells.length < fewestCells)) throw noTable();
    for (const grid of found) {
      grid.source = 'ocr';
      for (const cell of grid.cells) cell.text = await cellText(image, cell.place.box!, recognise);
    }
    const tables = found.filter((grid) => grid.cells.some((cell) => cell.text));
    pages.push(await pageText(image, page, tables, grids.length, recognise));
    grids.push(...tables);
  }
  const dropped = folios(pages);
  const lines = pages.flat().filter((line) => !dropped.has(line));
  return { format, pageCount: pages.length, recognised: true, lines, grids, tokens: [], declaredTitle: null };
}

/** Tables by the lines on the picture of a page; nothing is read yet. */
export const foundGrids = (image: GreyImage, page: number): Grid[] =>
  drawnGrids(findRulings(image, scale), () => '', page);

/** The smallest table of the form has as many. A picture without one is somebody's photograph and costs no recognition. */
const fewestCells = 15;

const noTable = () =>
  new GovinfoError('E-NOT-A-REPORT', {
    zh: '这张图片里没有画线的表格，不是政府信息公开工作年度报告',
    en: 'no table with drawn lines stands on this picture, so it is no annual report',
  });

/** Lines inside a cell are joined without a blank: a number wrapped in a narrow cell is one number. */
async function cellText(image: GreyImage, box: Box, recognise: Recogniser): Promise<string> {
  const inset = 5;
  const [x0, y0, x1, y1] = [box[0], box[1], box[0] + box[2], box[1] + box[3]].map((n) => Math.round(n * scale));
  const area = { x0: x0! + inset, y0: y0! + inset, x1: x1! - inset, y1: y1! - inset };
  const texts: string[] = [];
  const dash = (ink: PixelArea) => isDash(image, ink, area);
  const lines = inkLines(image, area, 3).filter((ink) => isText(ink) || dash(ink));
  if (lines.length === 1 && dash(lines[0]!)) return '—';
  for (const line of lines) texts.push((await recognise(image, line)).trim());
  if (lines.length === 1 && isSlash(image, lines[0]!, texts[0]!)) return '/';
  return lone[texts.join('')] ?? texts.join('');
}

/** A single sign in a cell of figures that looks like a digit is that digit. */
const lone: Record<string, string> = { O: '0', o: '0', 〇: '0', '○': '0', '。': '0', l: '1', I: '1', '|': '1' };

/** Dust is smaller than a dash. */
const isText = ({ x0, y0, x1, y1 }: PixelArea) => x1 - x0 >= 3 && y1 - y0 >= 2 && (x1 - x0 >= 8 || y1 - y0 >= 8);

/** The page from top to bottom: lines of text between the tables, and the rows of the tables. */
async function pageText(
  image: GreyImage,
  page: number,
  tables: Grid[],
  firstGrid: number,
  recognise: Recogniser,
): Promise<Line[]> {
  const lines: Line[] = [];
  let top = 0;
  for (const [i, grid] of [...tables, null].entries()) {
    const bottom = grid ? Math.floor(grid.place.box![1] * scale) - 4 : image.height;
    const area = { x0: 0, y0: top, x1: image.width, y1: Math.max(top, bottom) };
    for (const line of inkLines(image, area, 4).filter(isText)) {
      const text = (await recognise(image, line)).trim();
      if (text) lines.push({ text, place: { page, line: lines.length + 1, box: inPoints(line) } });
    }
    if (!grid) break;
    for (let row = 0; row < grid.rows; row++) {
      const text = grid.cells
        .filter((cell) => cell.r0 === row)
        .map((cell) => cell.text)
        .join('\t');
      lines.push({ text, grid: firstGrid + i, place: { page, line: lines.length + 1 } });
    }
    top = Math.ceil((grid.place.box![1] + grid.place.box![3]) * scale) + 4;
  }
  return lines;
}

const inPoints = ({ x0, y0, x1, y1 }: PixelArea): Box =>
  [x0, y0, x1 - x0, y1 - y0].map((n) => Math.round((n / scale) * 10) / 10) as Box;
