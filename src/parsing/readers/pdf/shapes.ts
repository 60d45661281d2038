import { type Bounds, boundsOfBox, type Matrix } from './graphics-state.ts';

/** One closed piece of a path that is filled. */
export interface Shape {
  bounds: Bounds;
  /** Whether it is a box that stands upright. */
  isBox: boolean;
}

/** Pieces of a path beyond which they are the hatching of a drawing and nothing that covers text. */
const most = 64;

/**
 * The pieces of a packed path (0 move, 1 line, 2 curve with six numbers, 3 close). Pieces around each other make a frame,
 * which covers nothing: these are left out.
 */
export function shapesOf(path: ArrayLike<number>, matrix: Matrix): Shape[] {
  const pieces: { box: Bounds; isBox: boolean }[] = [];
  let [xs, ys]: [number[], number[]] = [[], []];
  let straight = true;
  const end = (): void => {
    if (xs.length > 2) {
      const box: Bounds = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
      const atCorner = xs.every(
        (x, i) => (x === box[0] || x === box[2]) && (ys[i] === box[1] || ys[i] === box[3]) && (i === 0 || isLevel(i)),
      );
      pieces.push({ box, isBox: straight && xs.length > 3 && atCorner });
    }
    [xs, ys, straight] = [[], [], true];
  };
  const isLevel = (i: number): boolean => xs[i] === xs[i - 1] || ys[i] === ys[i - 1];
  for (let at = 0; at < path.length; ) {
    const step = path[at++];
    if (step === 0) end();
    if (step === 2) straight = false;
    for (let points = step === 2 ? 3 : step === 3 ? 0 : 1; points > 0; points--) {
      xs.push(path[at++]!);
      ys.push(path[at++]!);
    }
  }
  end();
  if (pieces.length > most) return [];
  const upright = (matrix[1] === 0 && matrix[2] === 0) || (matrix[0] === 0 && matrix[3] === 0);
  return pieces
    .filter(({ box }, i) => !pieces.some((other, at) => at !== i && (holds(box, other.box) || holds(other.box, box))))
    .map(({ box, isBox }) => ({ bounds: boundsOfBox(matrix, box), isBox: isBox && upright }));
}

const holds = (outer: Bounds, inner: Bounds): boolean =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];

/** Whether a path is one box that stands upright, begun at one of its corners: as nearly all programs cut. */
export function isOneBox(path: ArrayLike<number> | null, [a, b, c, d]: Matrix): boolean {
  if (!path || path.length < 12 || path.length > longestBox || !((b === 0 && c === 0) || (a === 0 && d === 0)))
    return false;
  if (path[3] !== 1 || path[6] !== 1 || path[9] !== 1) return false;
  const [x0, y0, x1, y1, x2, y2, x3, y3] = [path[1], path[2], path[4], path[5], path[7], path[8], path[10], path[11]];
  return (y0 === y1 && x1 === x2 && y2 === y3 && x3 === x0) || (x0 === x1 && y1 === y2 && x2 === x3 && y3 === y0);
}

/** Numbers of a packed path that is one box: four or five points, and its end. */
const longestBox = 16;
