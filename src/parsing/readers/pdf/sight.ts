import type { Bounds, GraphicsState } from './graphics-state.ts';
import type { Letter, Sight } from './letters.ts';
import type { Paint, Paper } from './paper.ts';

/** Steps of 255 by which a colour must differ from what is below it to be seen at all, and to be seen without doubt. */
const faintest = 24;
const plain = 48;
/** What lets this much through is not seen. */
const sheerest = 0.05;
/** The shares of a letter outside of which it is cut away as a whole, or not at all. */
const [least, most] = [0.1, 0.7];

/** Whether a letter shows when it is painted, whatever is painted later. */
export function sightOf(letter: Letter, state: GraphicsState, paper: Paper, isDrawn: boolean): Sight {
  const { ink } = letter;
  const share = shareInside(ink, state.clip);
  if (share < least) return 'unseen';
  let best: Sight = 'unseen';
  for (let at = 1; at <= points && best !== 'seen'; at++) {
    const [x, y] = pointOf(ink, at);
    const looks = look(paper.at(x, y), state, isDrawn);
    if (looks !== 'unseen') best = looks;
  }
  return best === 'seen' && (share < most || state.masked || letter.mayLie) ? 'doubtful' : best;
}

/** Whether a letter still shows once the page is painted. A picture over it may let it through: that is looked at elsewhere. */
export function sightAfter(ink: Bounds, paper: Paper, count: number): Sight {
  let [boxes, others] = [0, 0];
  let over: Paint | undefined;
  for (let at = 1; at <= points; at++) {
    const [x, y] = pointOf(ink, at);
    const paint = paper.over(x, y, count);
    if (paint?.kind === 'box') boxes++;
    else if (paint && paint.kind !== 'picture') others++;
    over = paint ?? over;
  }
  if (boxes === points) return contrast(over!.colour!, '#ffffff') < plain ? 'unseen' : 'blotted';
  return boxes + others > 0 ? 'doubtful' : 'seen';
}

/** What a letter of this state looks like on what is below it. */
function look(below: Paint, state: GraphicsState, isDrawn: boolean): Sight {
  const { mode, fill, stroke, fillAlpha, strokeAlpha, groupAlpha } = state;
  const how = mode & 3;
  // Text that is not painted over a picture is what a program recognised in it; as a mask it may show what follows.
  if (how === 3) return mode === 3 && below.kind !== 'picture' ? 'unseen' : 'doubtful';
  const filled = how === 1 ? 'unseen' : visible(isDrawn ? null : fill, fillAlpha * groupAlpha, below);
  const drawn = how === 0 ? 'unseen' : visible(stroke, strokeAlpha * groupAlpha, below);
  return filled === 'unseen' || drawn === 'seen' ? drawn : filled;
}

function visible(colour: string | null, alpha: number, below: Paint): Sight {
  if (alpha < sheerest) return below.kind === 'picture' ? 'doubtful' : 'unseen';
  if (colour === null) return 'seen';
  if (below.colour === null) return contrast(colour, '#ffffff') < plain ? 'doubtful' : 'seen';
  const difference = alpha * contrast(colour, below.colour);
  if (difference < faintest) return contrast(below.colour, '#ffffff') < plain ? 'unseen' : 'blotted';
  return difference < plain ? 'doubtful' : 'seen';
}

/** By how much two colours differ, in the one of red, green and blue in which they differ most. */
function contrast(one: string, other: string): number {
  if (one === other) return 0;
  if (one === '#000000' && other === '#ffffff') return 255;
  const [a, b] = [Number.parseInt(one.slice(1), 16), Number.parseInt(other.slice(1), 16)];
  return Math.max(...[16, 8, 0].map((shift) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255))));
}

/** So many points of a letter are looked at, evenly across it. */
const points = 3;
const pointOf = ([left, top, right, bottom]: Bounds, at: number): [x: number, y: number] => {
  const share = at / (points + 1);
  return [left + share * (right - left), top + share * (bottom - top)];
};

function shareInside([left, top, right, bottom]: Bounds, [x0, y0, x1, y1]: Bounds): number {
  if (left >= x0 && top >= y0 && right <= x1 && bottom <= y1) return 1;
  const [across, down] = [Math.min(right, x1) - Math.max(left, x0), Math.min(bottom, y1) - Math.max(top, y0)];
  if (across < 0 || down < 0) return 0;
  // Some fonts say that their letters have no width.
  return (right > left ? across / (right - left) : 1) * (bottom > top ? down / (bottom - top) : 1);
}
