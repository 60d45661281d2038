import type { PageViewport } from 'pdfjs-dist';
import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type Matrix = [number, number, number, number, number, number];
/** `[left, top, right, bottom]` in points from the top left corner of the page. */
export type Bounds = readonly [left: number, top: number, right: number, bottom: number];

/** What painting depends on, as far as it is used here; colours as `#rrggbb`, `null` for a pattern. */
export interface GraphicsState {
  /** From what is painted to points from the top left corner of the page. */
  matrix: Matrix;
  stroke: string | null;
  fill: string | null;
  strokeAlpha: number;
  fillAlpha: number;
  /** Alpha of the groups around what is painted. */
  groupAlpha: number;
  /** Blended with what is below. */
  blended: boolean;
  /** Behind a mask, which may let all of it through, or nothing. */
  masked: boolean;
  /** What is painted shows inside of these bounds only, and everywhere there if they are exact. */
  clip: Bounds;
  exactClip: boolean;
  /** How letters are painted: 0 filled, 1 drawn, 2 both, 3 not at all; 4 to 7 the same, and they cut out what follows. */
  mode: number;
  font: string;
  size: number;
  letterSpacing: number;
  wordSpacing: number;
  /** 1 where letters are as wide as their font has them. */
  stretch: number;
  rise: number;
  leading: number;
}

export const initialState = ({ transform, width, height }: PageViewport): GraphicsState => ({
  matrix: transform as Matrix,
  stroke: '#000000',
  fill: '#000000',
  strokeAlpha: 1,
  fillAlpha: 1,
  groupAlpha: 1,
  blended: false,
  masked: false,
  clip: [0, 0, width, height],
  exactClip: true,
  mode: 0,
  font: '',
  size: 0,
  letterSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  rise: 0,
  leading: 0,
});

// biome-ignore lint/suspicious/noExplicitAny: arguments are as pdfjs gives them, for each operator others
type Arguments = any;

const setters = new Map<number, (state: GraphicsState, args: Arguments) => void>([
  [OPS.transform, (state, args) => transform(state, args)],
  [OPS.setStrokeRGBColor, (state, [colour]) => (state.stroke = String(colour))],
  [OPS.setFillRGBColor, (state, [colour]) => (state.fill = String(colour))],
  [OPS.setStrokeColorN, (state) => (state.stroke = null)],
  [OPS.setFillColorN, (state) => (state.fill = null)],
  [OPS.setStrokeTransparent, (state) => (state.stroke = null)],
  [OPS.setFillTransparent, (state) => (state.fill = null)],
  [OPS.setTextRenderingMode, (state, [mode]) => (state.mode = mode)],
  [OPS.setCharSpacing, (state, [spacing]) => (state.letterSpacing = spacing)],
  [OPS.setWordSpacing, (state, [spacing]) => (state.wordSpacing = spacing)],
  [OPS.setHScale, (state, [percent]) => (state.stretch = percent / 100)],
  [OPS.setTextRise, (state, [rise]) => (state.rise = rise)],
  [OPS.setLeading, (state, [leading]) => (state.leading = -leading)],
  [OPS.setFont, (state, font) => setFont(state, font)],
  [OPS.setGState, (state, [changes]) => changeAll(state, changes)],
]);

/** Takes in an operator that changes nothing but the state. */
export const follow = (state: GraphicsState, operator: number, args: Arguments): void =>
  setters.get(operator)?.(state, args);

export function transform(state: GraphicsState, matrix: ArrayLike<number>): void {
  state.matrix = Util.transform(state.matrix, matrix as number[]) as Matrix;
}

function setFont(state: GraphicsState, [font, size]: [string, number]): void {
  state.font = font;
  state.size = size;
}

function changeAll(state: GraphicsState, changes: readonly [key: string, value: unknown][]): void {
  for (const [key, value] of changes) change(state, key, value);
}

function change(state: GraphicsState, key: string, value: unknown): void {
  if (key === 'ca') state.fillAlpha = Number(value);
  else if (key === 'CA') state.strokeAlpha = Number(value);
  else if (key === 'Font') setFont(state, value as [string, number]);
  else if (key === 'BM') state.blended = value !== 'source-over';
  else if (key === 'SMask') state.masked = Boolean(value);
}

/** Whether what is filled lets through what is below it. */
export const isSheer = ({ fillAlpha, groupAlpha, blended, masked }: GraphicsState): boolean =>
  fillAlpha * groupAlpha < 0.9 || blended || masked;

/** Whether what is sheer still hides most of what is below it. */
export const hidesMuch = ({ fillAlpha, groupAlpha, blended }: GraphicsState): boolean =>
  fillAlpha * groupAlpha > 0.6 && !blended;

/** A group is painted with the alpha that was set before it, and begins with none of its own. */
export function beginGroup(state: GraphicsState): void {
  state.groupAlpha *= state.fillAlpha;
  state.fillAlpha = state.strokeAlpha = 1;
  state.blended = false;
}

/** From here on nothing shows outside of these bounds. */
export function clipTo(state: GraphicsState, [left, top, right, bottom]: Bounds, exact: boolean): void {
  const [x0, y0, x1, y1] = state.clip;
  state.clip = [Math.max(x0, left), Math.max(y0, top), Math.min(x1, right), Math.min(y1, bottom)];
  if (!exact) state.exactClip = false;
}

/** The bounds of a box that is given by two of its corners. Told for every letter and path of a page, so spelt out. */
export function boundsOf(matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Bounds {
  const [a, b, c, d, e, f] = matrix;
  const left = e + (a * (x1 - x0) < 0 ? a * x1 : a * x0) + (c * (y1 - y0) < 0 ? c * y1 : c * y0);
  const top = f + (b * (x1 - x0) < 0 ? b * x1 : b * x0) + (d * (y1 - y0) < 0 ? d * y1 : d * y0);
  return [
    left,
    top,
    left + Math.abs(a * (x1 - x0)) + Math.abs(c * (y1 - y0)),
    top + Math.abs(b * (x1 - x0)) + Math.abs(d * (y1 - y0)),
  ];
}

/** The same of a list of four numbers. */
export const boundsOfBox = (matrix: Matrix, box: ArrayLike<number>): Bounds =>
  boundsOf(matrix, box[0]!, box[1]!, box[2]!, box[3]!);
