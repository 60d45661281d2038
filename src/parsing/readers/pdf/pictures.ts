import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Matrix } from './graphics-state.ts';

/** A picture painted once, into the unit square of its matrix. */
export interface PaintedPicture {
  matrix: Matrix;
  /** By name or as it is. */
  picture: unknown;
  /** `stencil`: lets the colour of the moment through where it is open; `box`: a stencil that is open all over. */
  kind: 'picture' | 'stencil' | 'box';
}

// biome-ignore lint/suspicious/noExplicitAny: arguments are as pdfjs gives them, for each operator others
type Arguments = any;
type At = { transform: Matrix };

const unit: Matrix = [1, 0, 0, 1, 0, 0];

/** By operator: what is painted, and where. Pictures that follow each other come as one list. */
const painters = new Map<number, (args: Arguments) => Omit<PaintedPicture, 'kind'>[]>([
  [OPS.paintImageXObject, ([picture]) => [{ picture, matrix: unit }]],
  [OPS.paintInlineImageXObject, ([picture]) => [{ picture, matrix: unit }]],
  [OPS.paintImageMaskXObject, ([picture]) => [{ picture, matrix: unit }]],
  [OPS.paintSolidColorImageMask, () => [{ picture: null, matrix: unit }]],
  [OPS.paintImageXObjectRepeat, ([picture, x, y, at]) => repeated(picture, [x, 0, 0, y], at)],
  [OPS.paintImageMaskXObjectRepeat, ([picture, a, b, c, d, at]) => repeated(picture, [a, b, c, d], at)],
  [OPS.paintInlineImageXObjectGroup, ([picture, at]) => at.map(({ transform: matrix }: At) => ({ picture, matrix }))],
  [OPS.paintImageMaskXObjectGroup, ([all]) => all.map((one: At) => ({ picture: one, matrix: one.transform }))],
]);
const stencils = new Set<number>([
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintImageMaskXObjectGroup,
]);

export const paintsPictures = (operator: number): boolean => painters.has(operator);

/** The pictures that an operator paints: one, or many. */
export function picturesOf(operator: number, args: Arguments, matrix: Matrix): PaintedPicture[] {
  const kind = stencils.has(operator) ? 'stencil' : operator === OPS.paintSolidColorImageMask ? 'box' : 'picture';
  return painters.get(operator)!(args).map((one) => ({
    ...one,
    kind,
    matrix: Util.transform(matrix, one.matrix) as Matrix,
  }));
}

function repeated(picture: unknown, [a, b, c, d]: number[], at: ArrayLike<number>): Omit<PaintedPicture, 'kind'>[] {
  return Array.from({ length: at.length / 2 }, (_, i) => ({
    picture,
    matrix: [a!, b!, c!, d!, at[2 * i]!, at[2 * i + 1]!],
  }));
}
