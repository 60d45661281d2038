import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type Matrix = [number, number, number, number, number, number];

/** Runs of text as they are shown on a page, and where each begins. */
export interface ShownText {
  /** Takes in an operator that moves where text is shown. */
  follow(operator: number, args: readonly number[] | null): void;
  /** So many letters are shown here. */
  add(matrix: Matrix, letters: number): void;
  /** How many letters shown so far stand below a picture painted with this matrix. */
  below(matrix: Matrix): number;
}

export function shownText(): ShownText {
  const runs: { x: number; y: number; letters: number }[] = [];
  let [text, line]: Matrix[] = [start, start] as [Matrix, Matrix];
  let leading = 0;
  const move = (x: number, y: number): void => {
    line = Util.transform(line!, [1, 0, 0, 1, x, y]) as Matrix;
    text = line;
  };
  return {
    follow(operator, args) {
      if (operator === OPS.beginText) [text, line] = [start, start];
      else if (operator === OPS.setTextMatrix) text = line = matrixOf(args);
      else if (operator === OPS.moveText) move(args![0]!, args![1]!);
      else if (operator === OPS.setLeading) leading = -args![0]!;
      else if (operator === OPS.setLeadingMoveText) {
        leading = args![1]!;
        move(args![0]!, args![1]!);
      } else if (operator === OPS.nextLine) move(0, leading);
    },
    add(matrix, letters) {
      const [, , , , x, y] = Util.transform(matrix, text!) as Matrix;
      runs.push({ x, y, letters });
    },
    below([a, b, c, d, e, f]) {
      const [xs, ys] = [
        [e, e + a, e + c, e + a + c],
        [f, f + b, f + d, f + b + d],
      ];
      const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      return runs
        .filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom)
        .reduce((sum, { letters }) => sum + letters, 0);
    },
  };
}

const start: Matrix = [1, 0, 0, 1, 0, 0];

/** The six numbers, however they come: as the arguments themselves or as one list. */
const matrixOf = (args: readonly unknown[] | null): Matrix => [...((args!.length === 1 ? args![0] : args) as Matrix)];
