import type { PageViewport, PDFPageProxy } from 'pdfjs-dist';
import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from './box.ts';
import type { FontFacts } from './font-facts.ts';
import {
  type Bounds,
  beginGroup,
  boundsOf,
  boundsOfBox,
  clipTo,
  follow,
  type GraphicsState,
  hidesMuch,
  initialState,
  isSheer,
  type Matrix,
  transform,
} from './graphics-state.ts';
import { type Letter, Pen } from './letters.ts';
import { Paper } from './paper.ts';
import { type PaintedPicture, paintsPictures, picturesOf } from './pictures.ts';
import { filledRulings, type Ruling, strokedRulings, thickest } from './rulings.ts';
import { isOneBox, shapesOf } from './shapes.ts';
import { sightAfter, sightOf } from './sight.ts';
import { withoutStrikes } from './strikes.ts';

type OperatorList = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;

/** A picture that is wider or higher is more than what stands in one cell. */
const widest = 200;
/** Letters drawn as shapes are not higher or wider than that. */
const largestShape = 40;
/** The part of a page's shorter side below which a letter is too small to be seen: a point of A4. */
const smallest = 1 / 600;

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

export interface Drawing {
  rulings: Ruling[];
  /** The share of the page that pictures cover: 0 to 1, or more if they overlap. */
  pictures: number;
  /** Where something stands that is no text and no bigger than a cell may be: a picture, a digit drawn as a shape, a stamp. */
  small: Box[];
  /** The letters of the page's text, in the order in which they are shown. */
  letters: Letter[];
  /** Whether most of its text is drawn invisibly, as programs do that lay recognised text over a scan. */
  hidesText: boolean;
  /** Pictures painted over letters, by name or as they are; they may let them through. */
  overText: { picture: unknown; letters: Letter[] }[];
}

/** What the drawing of a page takes from around it. */
export interface Around {
  fontFacts(name: string): FontFacts;
  /** Whether an optional part of the page is shown. */
  isShown(group: unknown): boolean;
}

/** How a page is drawn: its lines, its pictures, and whether one sees its text. */
export function drawing({ fnArray, argsArray }: OperatorList, viewport: PageViewport, around: Around): Drawing {
  const [rulings, small]: [Ruling[], Box[]] = [[], []];
  const letters: Letter[] = [];
  const paper = new Paper(viewport.width, viewport.height);
  const tooSmall = Math.min(viewport.width, viewport.height) * smallest;
  const pen = new Pen();
  let pictures = 0;
  let state = initialState(viewport);
  const saved: GraphicsState[] = [];
  /** Optional parts around, and masks, whose content paints nothing by itself. */
  const parts: boolean[] = [];
  let masks = 0;
  let isNote = false;
  let cut = false;

  for (let i = 0; i < fnArray.length; i++) {
    const operator = fnArray[i]!;
    const args = argsArray[i];
    const isPainted = masks === 0 && !parts.includes(false);
    switch (operator) {
      case OPS.save:
        saved[saved.length] = { ...state };
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        state = saved.pop() ?? state;
        break;
      case OPS.paintFormXObjectBegin:
        saved[saved.length] = { ...state };
        if (args[0]) transform(state, args[0]);
        if (args[1]) clipTo(state, boundsOfBox(state.matrix, args[1]), true);
        break;
      case OPS.beginGroup:
        saved[saved.length] = { ...state };
        if (args[0].smask) masks++;
        beginGroup(state);
        if (args[0].bbox) clipTo(state, boundsOfBox(within(state.matrix, args[0].matrix), args[0].bbox), true);
        break;
      case OPS.endGroup:
        state = saved.pop() ?? state;
        if (args[0].smask) masks--;
        break;
      case OPS.beginAnnotation:
        saved[saved.length] = { ...state };
        state = initialState(viewport);
        transform(state, args[2]);
        transform(state, args[3]);
        isNote = true;
        break;
      case OPS.endAnnotation:
        state = saved.pop() ?? state;
        isNote = false;
        break;
      case OPS.beginMarkedContent:
        parts.push(true);
        break;
      case OPS.beginMarkedContentProps:
        parts.push(args[0] !== 'OC' || around.isShown(args[1]));
        break;
      case OPS.endMarkedContent:
        parts.pop();
        break;
      case OPS.clip:
      case OPS.eoClip:
        cut = true;
        break;
      case OPS.showText: {
        const facts = around.fontFacts(state.font);
        pen.show(args[0], state, facts, (letter) => {
          const isThere = isPainted && letter.size >= tooSmall;
          letter.sight = isThere ? sightOf(letter, state, paper, facts.drawn) : 'unseen';
          letter.count = paper.count;
          if (!isNote) letters[letters.length] = letter;
          else if (letter.sight === 'seen') small.push(boxOf(letter.ink));
        });
        break;
      }
      case OPS.constructPath:
        if (isPainted && args[1][0]) construct(args[0], args[1][0], args[2]);
        if (cut)
          clipTo(state, args[2] ? boundsOfBox(state.matrix, args[2]) : nowhere, isOneBox(args[1][0], state.matrix));
        cut = false;
        break;
      case OPS.shadingFill:
        if (isPainted) paper.add(state.clip, { colour: null, kind: isSheer(state) ? 'tint' : 'shape' });
        break;
      default:
        follow(state, operator, args);
        pen.follow(operator, args, state);
        if (isPainted && paintsPictures(operator))
          for (const picture of picturesOf(operator, args, state.matrix)) paintPicture(picture);
    }
  }
  return { pictures, small, letters, ...afterAll() };

  function construct(operator: number, path: ArrayLike<number>, extent: number[]): void {
    if (strokes.has(operator) && state.stroke !== '#ffffff') rulings.push(...strokedRulings(path, state.matrix));
    if (!fills.has(operator)) return;
    if (state.fill !== '#ffffff') rulings.push(...filledRulings(path, state.matrix));
    const [left, top, right, bottom] = boundsOfBox(state.matrix, extent);
    if (Math.min(right - left, bottom - top) <= thickest) return;
    for (const { bounds, isBox } of shapesOf(path, state.matrix)) {
      const isPlain = isBox && state.exactClip && state.fill !== null;
      if (isSheer(state)) paper.add(inClip(bounds), { colour: null, kind: hidesMuch(state) ? 'shape' : 'tint' });
      else if (isPlain) paper.add(inClip(bounds), { colour: state.fill, kind: 'box' });
      else {
        paper.add(inClip(bounds), { colour: null, kind: 'shape' });
        const [x, y, width, height] = boxOf(bounds);
        if (!isBox && Math.max(width, height) < largestShape && state.fill !== '#ffffff')
          small.push([x, y, width, height]);
      }
    }
  }

  function paintPicture({ matrix, picture, kind }: PaintedPicture): void {
    const bounds = boundsOf(matrix, 0, 0, 1, 1);
    const [x, y, width, height] = boxOf(bounds);
    if (kind === 'box') {
      paper.add(
        inClip(bounds),
        isSheer(state) ? { colour: null, kind: 'tint' } : { colour: state.fill, kind: state.fill ? kind : 'shape' },
      );
      return;
    }
    if (Math.max(width, height) < widest && Math.min(width, height) > thickest) small.push([x, y, width, height]);
    pictures += Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) / (viewport.width * viewport.height);
    const isSolid = kind === 'picture' && !isSheer(state);
    paper.add(inClip(bounds), { colour: null, kind: isSolid ? 'picture' : 'tint', picture });
  }

  function inClip([left, top, right, bottom]: Bounds): Bounds {
    const [x0, y0, x1, y1] = state.clip;
    return [Math.max(left, x0), Math.max(top, y0), Math.min(right, x1), Math.min(bottom, y1)];
  }

  /** What one sees of the letters once all is painted. */
  function afterAll(): Pick<Drawing, 'rulings' | 'hidesText' | 'overText'> {
    const hidden = letters.filter(({ sight }) => sight !== 'seen').length;
    const overText = new Map<unknown, Letter[]>();
    for (const letter of letters) {
      if (paper.isFull && letter.sight === 'seen') letter.sight = 'doubtful';
      if (letter.count === paper.count || letter.sight === 'unseen') continue;
      const { ink, count } = letter;
      const after = sightAfter(ink, paper, count);
      if (after !== 'seen') letter.sight = after;
      const over = paper.over((ink[0] + ink[2]) / 2, (ink[1] + ink[3]) / 2, count);
      if (over?.kind !== 'picture') continue;
      const below = overText.get(over.picture);
      if (below) below.push(letter);
      else overText.set(over.picture, [letter]);
    }
    return {
      rulings: withoutStrikes(rulings, letters),
      hidesText: 2 * hidden > letters.length,
      overText: [...overText].map(([picture, letters]) => ({ picture, letters })),
    };
  }
}

/** Bounds that hold nothing: what is cut to an empty path does not show. */
const nowhere: Bounds = [0, 0, -1, -1];

const boxOf = ([left, top, right, bottom]: Bounds): Box => [left, top, right - left, bottom - top];

const within = (outer: Matrix, inner: Matrix | null): Matrix =>
  inner ? (Util.transform(outer, inner) as Matrix) : outer;
