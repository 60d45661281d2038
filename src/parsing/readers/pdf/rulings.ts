import type { Matrix } from './graphics-state.ts';

/** A straight line drawn on a page, upright or level: at `at`, from `from` to `to`, in points from the top left corner. */
export interface Ruling {
  upright: boolean;
  at: number;
  from: number;
  to: number;
}

/** Fills at most this thick are lines: browsers draw the borders of cells as thin boxes. */
export const thickest = 2.5;

type Point = [number, number];

/** The lines that a path draws, and those that it fills as thin boxes. */
export const strokedRulings = (path: ArrayLike<number>, matrix: Matrix): Ruling[] =>
  subpaths(path, matrix).flatMap(stroked);
export const filledRulings = (path: ArrayLike<number>, matrix: Matrix): Ruling[] =>
  subpaths(path, matrix).flatMap(filled);

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

function stroked(points: Point[]): Ruling[] {
  return points.slice(1).flatMap((to, i) => ruling(points[i]!, to, 1));
}

function filled(points: Point[]): Ruling[] {
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
