import type { Bounds } from './graphics-state.ts';

/** What was painted onto a page: a colour that hides what is below, or something that may show any colour. */
export interface Paint {
  /** `#rrggbb`; `null` where it is not one colour. */
  colour: string | null;
  /** What it is that has no single colour: a picture by its name or as it is, a shape that is no box, or a tint. */
  kind: 'box' | 'picture' | 'shape' | 'tint';
  picture?: unknown;
}

const blank: Paint = { colour: '#ffffff', kind: 'box' };

/** Squares that a page is looked at in, at most, and squares painted: a harmful file paints the whole page without end. */
const mostSquares = 1e6;
const mostPainted = 4e8;
const mostPaints = 0xffff;

/** One page is looked at at a time, and its squares are those of the next one. */
const squaresOf = { boxes: new Uint16Array(0), others: new Uint16Array(0) };

/** The paper of a page, in squares of a point: what lies on top at each, and what was painted after what. */
export class Paper {
  readonly #width: number;
  readonly #height: number;
  readonly #side: number;
  readonly #paints: Paint[] = [blank];
  /** For each square the last paint that hides what is below it, and the last one that is not to be foretold. */
  #boxes: Uint16Array | undefined;
  #others: Uint16Array | undefined;
  #painted = 0;

  constructor(width: number, height: number) {
    this.#side = Math.max(1, Math.sqrt((width * height) / mostSquares));
    this.#width = Math.ceil(width / this.#side);
    this.#height = Math.ceil(height / this.#side);
  }

  /** How much was painted so far; what counts more was painted later. */
  get count(): number {
    return this.#paints.length - 1;
  }

  /** Whether so much was painted that the rest was not looked at. */
  get isFull(): boolean {
    return this.#painted > mostPainted || this.#paints.length > mostPaints;
  }

  /** Paints the squares that lie inside these bounds as a whole. Lines are too thin to cover any. */
  add([left, top, right, bottom]: Bounds, paint: Paint): void {
    const [x0, y0] = [Math.max(0, Math.ceil(left / this.#side)), Math.max(0, Math.ceil(top / this.#side))];
    const x1 = Math.min(this.#width, Math.floor(right / this.#side));
    const y1 = Math.min(this.#height, Math.floor(bottom / this.#side));
    if (!(x1 > x0 && y1 > y0) || this.isFull) return;
    this.#painted += (x1 - x0) * (y1 - y0);
    const number = this.#paints.push(paint) - 1;
    if (paint.kind === 'box') this.#boxes ??= this.#cleared('boxes');
    else this.#others ??= this.#cleared('others');
    const squares = (paint.kind === 'box' ? this.#boxes : this.#others)!;
    for (let y = y0; y < y1; y++) squares.fill(number, y * this.#width + x0, y * this.#width + x1);
  }

  /** What lies on top at a point by now. */
  at(x: number, y: number): Paint {
    if (this.#paints.length === 1) return blank;
    const square = this.#square(x, y);
    return this.#paints[Math.max(this.#boxes?.[square] ?? 0, this.#others?.[square] ?? 0)]!;
  }

  /** What hides at this point what was painted when the count was this, as far as one can say. */
  over(x: number, y: number, count: number): Paint | undefined {
    const square = this.#square(x, y);
    const [box, other] = [this.#boxes?.[square] ?? 0, this.#others?.[square] ?? 0];
    if (box > count) return this.#paints[box];
    return other > count && this.#paints[other]!.kind !== 'tint' ? this.#paints[other] : undefined;
  }

  #cleared(name: keyof typeof squaresOf): Uint16Array {
    const wanted = this.#width * this.#height;
    if (squaresOf[name].length < wanted) squaresOf[name] = new Uint16Array(wanted);
    else squaresOf[name].fill(0, 0, wanted);
    return squaresOf[name];
  }

  #square(x: number, y: number): number {
    const [column, row] = [Math.floor(x / this.#side), Math.floor(y / this.#side)];
    const isOn = column >= 0 && row >= 0 && column < this.#width && row < this.#height;
    return isOn ? row * this.#width + column : -1;
  }
}
