import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FontFacts } from './font-facts.ts';
import { type Bounds, boundsOf, type GraphicsState, type Matrix } from './graphics-state.ts';

/** What pdfjs tells of a letter that is shown, or points by which the pen is moved back. */
export type Glyph =
  | { unicode: string; originalCharCode: number; width: number; isSpace: boolean; vmetric?: [number, number, number] }
  | number;

/** Whether one sees a letter: `blotted` is painted over so that one sees that something was there. */
export type Sight = 'seen' | 'doubtful' | 'unseen' | 'blotted';

/** A letter as it stands on the page: where the pen was put down, and about where its ink is. */
export interface Letter {
  text: string;
  x: number;
  y: number;
  ink: Bounds;
  /** Points that a letter as high as the font, or as wide, has on the page: the smaller of the two. */
  size: number;
  /** What it is filled with, `#rrggbb`; `null` where that is not one colour. */
  colour: string | null;
  /** Its font, and its number there. */
  font: string;
  code: number;
  /** What it looks like may not be what the file says it means; as in a mirror, where 52 may look like 25. */
  mayLie: boolean;
  sight: Sight;
  /** How much was painted on the page before it. */
  count: number;
}

/** Follows the pen that shows text. */
export class Pen {
  #text: Matrix = start;
  #line: Matrix = start;

  /** Takes in an operator that moves where text is shown. */
  follow(operator: number, args: ArrayLike<number> | null, state: GraphicsState): void {
    if (operator === OPS.beginText) this.#text = this.#line = start;
    else if (operator === OPS.setTextMatrix) this.#text = this.#line = matrixOf(args!);
    else if (operator === OPS.moveText) this.#move(args![0]!, args![1]!);
    else if (operator === OPS.setLeadingMoveText) {
      state.leading = args![1]!;
      this.#move(args![0]!, args![1]!);
    } else if (operator === OPS.nextLine) this.#move(0, state.leading);
  }

  /** Gives the letters of a piece that is shown here; blanks only move the pen, if they are. */
  show(glyphs: readonly Glyph[], state: GraphicsState, facts: FontFacts, take: (letter: Letter) => void): void {
    const { size, stretch, rise } = state;
    const { unit, vertical, drawn } = facts;
    const matrix = Util.transform(state.matrix, this.#text) as Matrix;
    const [a, b, c, d, e, f] = matrix;
    const onPage = 1000 * unit * Math.abs(size) * Math.min(Math.hypot(a, b) * Math.abs(stretch), Math.hypot(c, d));
    const isMirrored = (a * d - b * c) * stretch > 0;
    let at = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        at -= (glyph * size * (vertical ? 1 : stretch)) / 1000;
        continue;
      }
      const spacing = state.letterSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      const step = (vertical ? (glyph.vmetric?.[0] ?? -glyph.width) : glyph.width * stretch) * unit * size;
      const mayLie = glyph.unicode < '\u2e80' && facts.mayLie(glyph.originalCharCode, glyph.unicode);
      if (mayLie || glyph.unicode.trim() !== '') {
        const high = drawn ? Math.abs(step) : size;
        const ink = vertical
          ? boundsOf(matrix, -0.3 * size, at + 0.85 * step, 0.3 * size, at + 0.15 * step)
          : boundsOf(matrix, at + 0.12 * step, rise + 0.04 * high, at + 0.88 * step, rise + 0.66 * high);
        const [x, y] = vertical ? [0, at] : [at, rise];
        take({
          text: glyph.unicode,
          x: a * x + c * y + e,
          y: b * x + d * y + f,
          ink,
          size: onPage,
          colour: state.fill,
          font: state.font,
          code: glyph.originalCharCode,
          mayLie: mayLie || isMirrored,
          sight: 'seen',
          count: 0,
        });
      }
      at += vertical ? step - spacing : step + spacing * stretch;
    }
    this.#text = Util.transform(this.#text, vertical ? [1, 0, 0, 1, 0, at] : [1, 0, 0, 1, at, 0]) as Matrix;
  }

  #move(x: number, y: number): void {
    this.#text = this.#line = Util.transform(this.#line, [1, 0, 0, 1, x, y]) as Matrix;
  }
}

const start: Matrix = [1, 0, 0, 1, 0, 0];

/** The six numbers, however they come: as the arguments themselves or as one list. */
function matrixOf(args: ArrayLike<unknown>): Matrix {
  const numbers = (args.length === 1 ? args[0] : args) as Matrix;
  return [numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]];
}
