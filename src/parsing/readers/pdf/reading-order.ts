import type { PageViewport } from 'pdfjs-dist';
import { byLine } from '../by-line.ts';
import type { TextContent, TextItem } from './tokens.ts';

/** A piece of text and where it stands: points from the upper left corner of the page as it is shown. */
interface Piece {
  item: TextItem;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Numbers of one line by which alone it is known for a row of a table that was printed without its label. */
const fullRow = 3;

/** Lines of text that a page goes back up by before it can be out of order: less are cells of one row. */
const back = 3;

/** The text of a page line by line, from the top, and from left to right. */
export function inReadingOrder(content: TextContent, viewport: PageViewport): TextContent {
  const items = byLine(piecesOf(content, viewport)).flatMap((line, at, lines) =>
    line.map(({ item }, i): TextItem => ({ ...item, hasEOL: i === line.length - 1 && at < lines.length - 1 })),
  );
  return { ...content, items };
}

function piecesOf(content: TextContent, viewport: PageViewport): Piece[] {
  const pieces: Piece[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue;
    const [x, y] = viewport.convertToViewportPoint(item.transform[4], item.transform[5]) as [number, number];
    pieces.push({ item, x, y, width: item.width * viewport.scale, height: item.height });
  }
  return pieces;
}

/**
 * Whether a page prints numbers, goes back up, and prints only then the words left of them: on two lines or more, or on one
 * with a row of numbers. Programs print the cells of a row one after the other, but some (sheets printed from LibreOffice)
 * print the cells of one line first, and those of several lines behind the whole page: labels come far from their numbers.
 * Columns of words side by side are in order.
 */
export function isOutOfOrder(content: TextContent, viewport: PageViewport): boolean {
  const printed = piecesOf(content, viewport).filter(({ item }) => item.str.trim() !== '');
  const turns = new Map<Piece, number>();
  let turned = 0;
  printed.forEach((piece, at) => {
    const above = printed[at - 1];
    if (above && above.y - piece.y > back * piece.height) turned++;
    turns.set(piece, turned);
  });
  if (turned === 0) return false;
  const torn = byLine(printed).flatMap((line) => {
    const from = line.findIndex(isNumber);
    const label = line[from - 1];
    if (!label) return [];
    const own = line.slice(from).filter((piece) => isNumber(piece) && turns.get(piece)! < turns.get(label)!);
    return own.length || [];
  });
  return torn.length > 1 || torn.some((numbers) => numbers >= fullRow);
}

const isWords = ({ item }: Piece): boolean => /\p{Script=Han}/u.test(item.str);
const isNumber = (piece: Piece): boolean => /\d/u.test(piece.item.str) && !isWords(piece);
