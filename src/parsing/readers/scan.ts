import { GovinfoError } from '../../errors.ts';
import type { Document, Grid, Line } from '../document.ts';
import type { Box } from './pdf/box.ts';
import { folios } from './pdf/folios.ts';
import { drawnGrids } from './ruled-grids.ts';
import { isDash } from './scan/dash.ts';
import { findRulings } from './scan/find-rulings.ts';
import { type GreyImage, inkLines, type PixelArea } from './scan/grey-image.ts';
import type { Recogniser } from './scan/recogniser.ts';
import { rightWayUp, turnedBack } from './scan/right-way-up.ts';
import { isSlash } from './scan/slash.ts';
import { withoutSpecks } from './scan/specks.ts';
import { thrifty } from './scan/thrifty.ts';
import { scale } from './scan/upright.ts';

/** Pictures of pages: tables from the lines found on them, every cell and every line of text recognised by itself. */
export async function readScan(
  images: AsyncIterable<GreyImage>,
  format: Document['format'],
  recognise: Recogniser,
): Promise<Document> {
  const pages: Line[][] = [];
  const grids: Grid[] = [];
  const nextPage = thrifty(recognise);
  for await (const painted of images) {
    const page = pages.length + 1;
    const image = await rightWayUp(painted, (turned) => writing(turned, page, format), nextPage);
    const ink = withoutSpecks(image);
    const found = gridsOn(ink, page);
    const read = nextPage();
    const sheet: Sheet = { ink, recognise: (area) => read(image, area) };
    // Whose report it is stands above the first table, and is read before a page of dust has used up what it may cost.
    const first = found.find(({ cells }) => cells.length >= fewestCells);
    if (first) await linesBetween(sheet, 0, upperEdge(first));
    if (format === 'image' && found.every(({ cells }) => cells.length < fewestCells)) throw noTable();
    for (const grid of found) {
      grid.source = 'ocr';
      for (const cell of grid.cells) cell.text = await cellText(sheet, cell.place.box!);
    }
    const tables = found.filter((grid) => grid.cells.some((cell) => cell.text));
    const lines = await pageText(sheet, page, tables, grids.length);
    for (const { place } of [...lines, ...tables, ...tables.flatMap(({ cells }) => cells)])
      if (place.box) place.box = asDeclared(place.box, image);
    pages.push(lines);
    grids.push(...tables);
  }
  const dropped = folios(pages);
  const lines = pages.flat().filter((line) => !dropped.has(line));
  return { format, pageCount: pages.length, recognised: true, lines, grids, tokens: [], declaredTitle: null };
}

/** Lines of writing in the cells of the tables on a picture, or all over a page without any; a photograph is not looked at. */
function writing(image: GreyImage, page: number, format: Document['format']): PixelArea[] {
  const ink = withoutSpecks(image);
  const grids = gridsOn(ink, page).filter(({ cells }) => cells.length >= fewestCells);
  if (grids.length === 0 && format === 'image') return [];
  const areas = grids.flatMap(({ cells }) => cells.map(({ place }) => inside(place.box!)));
  const all = { x0: 0, y0: 0, x1: ink.width, y1: ink.height };
  return (areas.length > 0 ? areas : [all]).flatMap((area) => inkLines(ink, area, 3)).filter(isText);
}

/** A page: where its ink is, and what is written in an area. */
interface Sheet {
  ink: GreyImage;
  recognise(area: PixelArea): Promise<string>;
}

/** Tables by the lines on the picture of a page; nothing is read yet. */
export const foundGrids = (image: GreyImage, page: number): Grid[] => gridsOn(withoutSpecks(image), page);

const gridsOn = (ink: GreyImage, page: number): Grid[] => drawnGrids(findRulings(ink, scale), () => '', page);

/** Rows of pixels between which a table lies, its own lines included. */
const upperEdge = (grid: Grid): number => Math.floor(grid.place.box![1] * scale) - 4;
const lowerEdge = (grid: Grid): number => Math.ceil((grid.place.box![1] + grid.place.box![3]) * scale) + 4;

/** The smallest table of the form has as many. A picture without one is somebody's photograph and costs no recognition. */
const fewestCells = 15;

const noTable = () =>
  new GovinfoError('E-NOT-A-REPORT', {
    zh: '这张图片里没有画线的表格，不是政府信息公开工作年度报告',
    en: 'no table with drawn lines stands on this picture, so it is no annual report',
  });

/** The pixels of a cell, its lines left out. */
function inside(box: Box): PixelArea {
  const inset = 5;
  const [x0, y0, x1, y1] = [box[0], box[1], box[0] + box[2], box[1] + box[3]].map((n) => Math.round(n * scale));
  return { x0: x0! + inset, y0: y0! + inset, x1: x1! - inset, y1: y1! - inset };
}

/** Lines inside a cell are joined without a blank: a number wrapped in a narrow cell is one number. */
async function cellText({ ink, recognise }: Sheet, box: Box): Promise<string> {
  const area = inside(box);
  const texts: string[] = [];
  const dash = (line: PixelArea) => isDash(ink, line, area);
  const lines = inkLines(ink, area, 3).filter((line) => isText(line) || dash(line));
  if (lines.length === 1 && dash(lines[0]!)) return '—';
  for (const line of lines) texts.push((await recognise(line)).trim());
  if (lines.length === 1 && isSlash(ink, lines[0]!, texts[0]!)) return '/';
  return lone[texts.join('')] ?? texts.join('');
}

/** A single sign in a cell of figures that looks like a digit is that digit. */
const lone: Record<string, string> = { O: '0', o: '0', 〇: '0', '○': '0', '。': '0', l: '1', I: '1', '|': '1' };

/** Dust is smaller than a dash. */
const isText = ({ x0, y0, x1, y1 }: PixelArea) => x1 - x0 >= 3 && y1 - y0 >= 2 && (x1 - x0 >= 8 || y1 - y0 >= 8);

/** The page from top to bottom: lines of text between the tables, and the rows of the tables. */
async function pageText(sheet: Sheet, page: number, tables: Grid[], firstGrid: number): Promise<Line[]> {
  const lines: Line[] = [];
  let top = 0;
  for (const [i, grid] of [...tables, null].entries()) {
    for (const { text, area } of await linesBetween(sheet, top, grid ? upperEdge(grid) : sheet.ink.height))
      if (text) lines.push({ text, place: { page, line: lines.length + 1, box: inPoints(area) } });
    if (!grid) break;
    for (let row = 0; row < grid.rows; row++) {
      const text = grid.cells
        .filter((cell) => cell.r0 === row)
        .map((cell) => cell.text)
        .join('\t');
      lines.push({ text, grid: firstGrid + i, place: { page, line: lines.length + 1 } });
    }
    top = lowerEdge(grid);
  }
  return lines;
}

/** The lines of text between two rows of pixels. */
async function linesBetween({ ink, recognise }: Sheet, top: number, bottom: number) {
  const area = { x0: 0, y0: top, x1: ink.width, y1: Math.max(top, bottom) };
  const lines: { text: string; area: PixelArea }[] = [];
  for (const line of inkLines(ink, area, 4).filter(isText))
    lines.push({ text: (await recognise(line)).trim(), area: line });
  return lines;
}

/** A place on the page as it lies in its file and as large as declared there. */
const asDeclared = (box: Box, { enlarged = 1, quarters, width, height }: GreyImage): Box =>
  turnedBack(box, quarters, width / scale, height / scale).map((n) => Math.round((n / enlarged) * 10) / 10) as Box;

const inPoints = ({ x0, y0, x1, y1 }: PixelArea): Box =>
  [x0, y0, x1 - x0, y1 - y0].map((n) => Math.round((n / scale) * 10) / 10) as Box;
