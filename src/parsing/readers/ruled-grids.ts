import type { Grid, GridCell, Token } from '../document.ts';
import { blotSign, pictureSign } from '../signs.ts';
import { cellText } from './cell-text.ts';
import { withoutGutters } from './gutters.ts';
import { type Box, round } from './pdf/box.ts';
import type { Ruling } from './pdf/rulings.ts';

/** Points by which two drawn lines may miss each other and still be one line, or meet. */
const same = 2;
const slack = 3;
/** A shorter line is a dot or part of a letter. */
const shortest = 4;

/**
 * Tables drawn with lines on one page, with the words inside their cells, and a sign where nothing but one of the
 * pictures stands in it; tables without a word are frames.
 */
export function ruledGrids(
  rulings: readonly Ruling[],
  tokens: readonly Token[],
  page: number,
  pictures: readonly Box[] = [],
): Grid[] {
  // Told once: every cell looks at all words of the page.
  const middles = Float64Array.from(tokens, ({ x, width }) => x + width / 2);
  const centres = Float64Array.from(tokens, ({ y, height }) => y + height / 2);
  const wordsIn = ([x, y, width, height]: Box): Token[] =>
    tokens.filter(
      (_, i) => centres[i]! >= y && centres[i]! < y + height && middles[i]! >= x && middles[i]! < x + width,
    );
  const numbers = tokens.filter(({ text }) => /^[\d.,/-]+$/u.test(text));
  const textIn = (area: Box) =>
    numbers.some((number) => isAcross(number, area))
      ? blotSign
      : cellText(wordsIn(area), area) || (pictures.some((box) => isWithin(box, area)) ? pictureSign : '');
  const upright = joined(rulings.filter((line) => line.upright));
  return drawnGrids(rulings, textIn, page, (area) => textHeight(wordsIn(area)))
    .filter(({ cells }) => cells.some(({ text }) => text) && !isOverprinted(cells))
    .map((grid) => ({ ...grid, cells: grid.cells.filter((cell) => !isBeside(cell, grid, upright)) }));
}

/** Height of most words, in points. */
const textHeight = (words: readonly Token[]): number =>
  words.map(({ height }) => height).sort((a, b) => a - b)[words.length >> 1] ?? 0;

/** Whether the columns are narrower than what is printed in them: no telling which cell any of it stands in. */
const isOverprinted = (cells: readonly GridCell[]): boolean => cells.filter(({ text }) => text === blotSign).length > 2;

/**
 * Whether an empty box is a piece of the page beside the table: a row with a cell too many reaches further than the
 * others, and beside these no line closes the box.
 */
function isBeside(
  { text, c0, c1, place }: GridCell,
  { columns, place: whole }: Grid,
  upright: readonly Ruling[],
): boolean {
  const [[, y, , height], [left, top, across, down]] = [place.box!, whole.box!];
  const isOpen = (at: number): boolean => {
    const own = upright.filter((line) => Math.abs(line.at - at) <= same && line.to > top && line.from < top + down);
    return own.length > 0 && !stands(own, at, y, y + height);
  };
  return text === '' && ((c0 === 0 && isOpen(left)) || (c1 === columns - 1 && isOpen(left + across)));
}

/**
 * Tables drawn with lines, top to bottom: lines become boxes, boxes without a wall between them one cell. `textIn` tells
 * what is printed in a box, `heightIn` how high most words in it are; without it nothing is known of what is written in
 * the tables, and room between cells is not told from cells.
 */
export function drawnGrids(
  rulings: readonly Ruling[],
  textIn: (area: Box) => string,
  page: number,
  heightIn?: (area: Box) => number,
): Grid[] {
  const upright = joined(rulings.filter((line) => line.upright));
  const level = joined(rulings.filter((line) => !line.upright));
  return bands(upright).flatMap((band) => {
    const drawn = drawnGrid(band, level, textIn, page);
    if (!drawn) return [];
    const { grid, open } = drawn;
    return [heightIn ? withoutGutters(grid, heightIn(grid.place.box!), open) : grid];
  });
}

/** Pieces of one line joined where they touch; lines on nearly the same position count as one. */
function joined(pieces: readonly Ruling[]): Ruling[] {
  const lines: Ruling[] = [];
  for (const row of clusters(pieces, (line) => line.at)) {
    const at = row.reduce((sum, line) => sum + line.at, 0) / row.length;
    let open: Ruling | undefined;
    for (const piece of row.sort((a, b) => a.from - b.from)) {
      if (open && piece.from <= open.to + slack) open.to = Math.max(open.to, piece.to);
      else {
        open = { ...piece, at };
        lines.push(open);
      }
    }
  }
  return lines.filter((line) => line.to - line.from > shortest);
}

/** Groups by position; a group ends where the next one is further off than two lines of one border can be. */
function clusters<T>(items: readonly T[], position: (item: T) => number): T[][] {
  const groups: T[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const item of [...items].sort((a, b) => position(a) - position(b))) {
    if (position(item) - last > same) groups.push([]);
    groups.at(-1)!.push(item);
    last = position(item);
  }
  return groups;
}

/** Upright lines that share a stretch of the page make one table. */
function bands(upright: Ruling[]): Ruling[][] {
  const found: Ruling[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const line of [...upright].sort((a, b) => a.from - b.from)) {
    if (line.from > bottom + slack) found.push([]);
    found.at(-1)!.push(line);
    bottom = Math.max(bottom, line.to);
  }
  return found;
}

/** A table, and which of its cells are pieces of the room around others. */
interface DrawnGrid {
  grid: Grid;
  open: Set<GridCell>;
}

function drawnGrid(
  upright: Ruling[],
  allLevel: Ruling[],
  textIn: (area: Box) => string,
  page: number,
): DrawnGrid | null {
  const [top, bottom] = [Math.min(...upright.map((l) => l.from)), Math.max(...upright.map((l) => l.to))];
  const [left, right] = [Math.min(...upright.map((l) => l.at)), Math.max(...upright.map((l) => l.at))];
  const level = allLevel.filter(
    (l) => l.at >= top - slack && l.at <= bottom + slack && l.to > left - slack && l.from < right + slack,
  );
  if (level.length < 2) return null;
  const ys = positions([...level.map((l) => l.at), top, bottom]);
  const xs = positions([...upright.map((l) => l.at), ...openSides(level, left, right)]);
  if (xs.length < 2 || ys.length < 2) return null;

  const open = new Set<GridCell>();
  const cells = mergedBoxes(xs, ys, upright, level).flatMap((boxes) =>
    boxes.map((box): GridCell => {
      const area: Box = [xs[box.c0]!, ys[box.r0]!, xs[box.c1 + 1]! - xs[box.c0]!, ys[box.r1 + 1]! - ys[box.r0]!];
      const cell = { text: textIn(area), ...box, place: { page, box: round(area) } };
      if (boxes.length > 1) open.add(cell);
      return cell;
    }),
  );
  const area: Box = [xs[0]!, ys[0]!, xs.at(-1)! - xs[0]!, ys.at(-1)! - ys[0]!];
  const place = { page, box: round(area) };
  return { grid: { cells, rows: ys.length - 1, columns: xs.length - 1, source: 'ruling', place }, open };
}

/** Some tables have no line at the far left or right: there most of the level lines run beyond the upright ones. */
function openSides(level: Ruling[], left: number, right: number): number[] {
  const beyond = [
    level.filter((l) => l.from < left - 10).map((l) => l.from),
    level.filter((l) => l.to > right + 10).map((l) => l.to),
  ];
  return beyond.flatMap((ends, side) =>
    ends.length > level.length / 2 ? [side === 0 ? Math.min(...ends) : Math.max(...ends)] : [],
  );
}

const positions = (numbers: number[]) =>
  clusters(numbers, (n) => n).map((group) => group.reduce((sum, n) => sum + n, 0) / group.length);

type Span = Pick<GridCell, 'r0' | 'r1' | 'c0' | 'c1'>;

/** The boxes between all lines, united wherever no line stands between two neighbours; what unites is one, or several. */
function mergedBoxes(xs: number[], ys: number[], upright: Ruling[], level: Ruling[]): Span[][] {
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const parent = Array.from({ length: rows * columns }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const here = r * columns + c;
      const right = c + 1 < columns && !stands(upright, xs[c + 1]!, ys[r]!, ys[r + 1]!);
      const below = r + 1 < rows && !stands(level, ys[r + 1]!, xs[c]!, xs[c + 1]!);
      if (right) parent[root(here + 1)] = root(here);
      if (below) parent[root(here + columns)] = root(here);
    }
  }
  const pieces = new Map<number, Span[]>();
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const key = root(r * columns + c);
      const own = pieces.get(key) ?? [];
      const last = own.at(-1);
      if (last?.r0 === r && last.c1 === c - 1) last.c1 = c;
      else own.push({ r0: r, r1: r, c0: c, c1: c });
      pieces.set(key, own);
    }
  }
  return [...pieces.values()].map(rectangles);
}

/**
 * Runs of boxes, each in its row, as rectangles. A cell makes one; what makes several is no cell but a stretch without
 * walls that reaches around cells, and must not take theirs for its own.
 */
function rectangles(runs: readonly Span[]): Span[] {
  const made: Span[] = [];
  for (const run of runs) {
    const above = made.find(({ r1, c0, c1 }) => r1 === run.r0 - 1 && c0 === run.c0 && c1 === run.c1);
    if (above) above.r1 = run.r1;
    else made.push({ ...run });
  }
  return made;
}

/** Whether lines at this position cover most of the way between two corners. */
function stands(lines: readonly Ruling[], at: number, from: number, to: number): boolean {
  const covered = lines
    .filter((line) => Math.abs(line.at - at) <= same)
    .reduce((sum, line) => sum + Math.max(0, Math.min(line.to, to) - Math.max(line.from, from)), 0);
  return covered > 0.6 * (to - from);
}

/**
 * Whether a number fills a cell and goes on beyond its walls, or the cell is too narrow for a single digit of it: no telling
 * what is printed in which cell.
 */
function isAcross({ text, x, y, width, height }: Token, [left, top, across, down]: Box): boolean {
  const shared = Math.min(x + width, left + across) - Math.max(x, left);
  const beyond = Math.max(left - x, x + width - left - across);
  const isAtHeight = y + height / 2 >= top && y + height / 2 < top + down;
  return isAtHeight && shared > 0.5 * across && (across < 0.6 * height || beyond > slack + width / text.length);
}

/** Whether a picture stands in a cell and nowhere else; a seal lies over many. */
const isWithin = ([x, y, width, height]: Box, [left, top, across, down]: Box): boolean =>
  x >= left - slack && y >= top - slack && x + width <= left + across + slack && y + height <= top + down + slack;
