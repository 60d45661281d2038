import type { PageViewport, PDFPageProxy } from 'pdfjs-dist';
import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from './box.ts';
import { type Matrix, shownText } from './shown-text.ts';

/** A straight line drawn on a page, upright or level: at `at`, from `from` to `to`, in points from the top left corner. */
export interface Ruling {
  upright: boolean;
  at: number;
  from: number;
  to: number;
}

type OperatorList = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;

/** Fills at most this thick are lines: browsers draw the borders of cells as thin boxes. */
const thickest = 2.5;
/** A picture that is wider or higher is more than what stands in one cell. */
const widest = 200;

const strokes = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const fills = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const images = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);

export interface Drawing {
  rulings: Ruling[];
  /** The share of the page that pictures cover: 0 to 1, or more if they overlap. */
  pictures: number;
  /** Where pictures stand that are no bigger than a cell may be. */
  small: Box[];
  /** Whether most of its text is drawn invisibly, as programs do that lay recognised text over a scan. */
  hidesText: boolean;
  /** Pictures painted over text, by name or as they are, and how many letters stand below; they may let it through. */
  overText: { picture: unknown; letters: number }[];
}

/** How a page is drawn: its lines, its pictures, and whether one sees its text. */
export function drawing({ fnArray, argsArray }: OperatorList, viewport: PageViewport): Drawing {
  const rulings: Ruling[] = [];
  const letters = { seen: 0, unseen: 0 };
  // Where text stands matters only on pages with pictures.
  const shown = fnArray.some((operator) => images.has(operator)) ? shownText() : null;
  const overText: Drawing['overText'] = [];
  const small: Box[] = [];
  let pictures = 0;
  let state = { matrix: viewport.transform as Matrix, stroke: '', fill: '', unseen: false, sheer: false };
  const saved: (typeof state)[] = [];

  for (const [i, operator] of fnArray.entries()) {
    const args = argsArray[i];
    shown?.follow(operator, args);
    if (operator === OPS.save) saved.push({ ...state });
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) state = saved.pop() ?? state;
    else if (operator === OPS.setTextRenderingMode) state.unseen = args[0] === 3 || args[0] === 7;
    else if (operator === OPS.showText) {
      letters[state.unseen ? 'unseen' : 'seen'] += args[0].length;
      if (!state.unseen) shown?.add(state.matrix, args[0].length);
    } else if (operator === OPS.setGState) state.sheer = isSheer(args[0], state.sheer);
    else if (operator === OPS.transform) state.matrix = Util.transform(state.matrix, args) as Matrix;
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push({ ...state });
      if (args[0]) state.matrix = Util.transform(state.matrix, args[0]) as Matrix;
    } else if (operator === OPS.setStrokeRGBColor) state.stroke = String(args[0]);
    else if (operator === OPS.setFillRGBColor) state.fill = String(args[0]);
    else if (images.has(operator)) {
      const [a, b, c, d, e, f] = state.matrix;
      const [width, height] = [Math.abs(a) + Math.abs(c), Math.abs(b) + Math.abs(d)];
      if (Math.max(width, height) < widest && Math.min(width, height) > thickest)
        small.push([Math.min(e, e + a + c), Math.min(f, f + b + d), width, height]);
      pictures += Math.abs(a * d - b * c) / (viewport.width * viewport.height);
      const letters = operator === OPS.paintImageMaskXObject || state.sheer ? 0 : (shown?.below(state.matrix) ?? 0);
      if (letters > 0) overText.push({ picture: args[0], letters });
    } else if (operator === OPS.constructPath && args[1][0]) {
      const lines = subpaths(args[1][0], state.matrix);
      if (strokes.has(args[0]) && state.stroke !== '#ffffff') rulings.push(...lines.flatMap(strokedRulings));
      if (fills.has(args[0]) && state.fill !== '#ffffff') rulings.push(...lines.flatMap(filledRuling));
    }
  }
  return { rulings, pictures, small, hidesText: letters.unseen > letters.seen, overText };
}

/** Whether what is painted from here on lets something through: half transparent, blended, or behind a mask. */
function isSheer(changes: readonly (readonly [string, unknown])[], before: boolean): boolean {
  const sets = new Map(changes);
  const [alpha, blend, mask] = [sets.get('ca'), sets.get('BM'), sets.get('SMask')];
  if (typeof alpha === 'number' && alpha < 1) return true;
  if (mask || (blend !== undefined && blend !== 'source-over')) return true;
  return alpha === undefined && blend === undefined && mask === undefined ? before : false;
}

type Point = [number, number];

/** A packed path (0 move, 1 line, 2 curve with six numbers, 3 close) as lists of points; a curve breaks the list. */
function subpaths(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const found: Point[][] = [];
  let points: Point[] = [];
  const point = (at: number): Point => {
    const [a, b, c, d, e, f] = matrix;
    const [x, y] = [path[at]!, path[at + 1]!];
    return [a * x + c * y + e, b * x + d * y + f];
  };
  for (let at = 0; at < path.length; ) {
    const step = path[at++];
    if (step === 0 || step === 2) {
      found.push(points);
      if (step === 2) at += 4;
      points = [point(at)];
      at += 2;
    } else if (step === 1) {
      points.push(point(at));
      at += 2;
    } else if (points[0]) points.push(points[0]);
  }
  return [...found, points].filter((list) => list.length > 1);
}

function strokedRulings(points: Point[]): Ruling[] {
  return points.slice(1).flatMap((to, i) => ruling(points[i]!, to, 1));
}

function filledRuling(points: Point[]): Ruling[] {
  const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])];
  return ruling([Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)], thickest);
}

function ruling([x0, y0]: Point, [x1, y1]: Point, slack: number): Ruling[] {
  const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (width <= slack && height > width)
    return [{ upright: true, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) }];
  if (height <= slack && width > height)
    return [{ upright: false, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) }];
  return [];
}
