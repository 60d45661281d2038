/** How a label was found in a text: 1 is word for word, and where it stands. */
export interface Fit {
  score: number;
  start: number;
  end: number;
}

/** Room for the rows of `fitAtEnd`, which is asked thousands of times for one report: made once, and larger when needed. */
const room = { codes: new Uint16Array(0), rows: [0, 1, 2, 3].map(() => new Uint16Array(0)) };

function roomFor(length: number): typeof room {
  if (room.codes.length <= length) {
    room.codes = new Uint16Array(2 * length + 1);
    room.rows = room.rows.map(() => new Uint16Array(2 * length + 1));
  }
  return room;
}

/**
 * The stretch of `text` that comes nearest to `label` (edit distance over the label's length), where every character
 * between its end and the end of `text` costs a little: a label is looked for near its values.
 */
export function fitAtEnd(label: string, text: string, distanceCost = 0.01): Fit {
  const n = text.length;
  const exact = text.lastIndexOf(label);
  if (exact >= 0 && (distanceCost === 0 || exact + label.length === n))
    return { score: 1, start: exact, end: exact + label.length };
  const { codes, rows } = roomFor(n);
  let [previous, current, starts, nextStarts] = rows as [Uint16Array, Uint16Array, Uint16Array, Uint16Array];
  for (let at = 0; at <= n; at++) {
    if (at < n) codes[at] = text.charCodeAt(at);
    previous[at] = 0;
    starts[at] = at;
  }
  for (let row = 1; row <= label.length; row++) {
    const code = label.charCodeAt(row - 1);
    current[0] = row;
    nextStarts[0] = 0;
    for (let column = 1; column <= n; column++) {
      const same = code === codes[column - 1] ? 0 : 1;
      const diagonal = previous[column - 1]! + same;
      const up = previous[column]! + 1;
      const left = current[column - 1]! + 1;
      if (diagonal <= up && diagonal <= left) {
        current[column] = diagonal;
        nextStarts[column] = starts[column - 1]!;
      } else if (up <= left) {
        current[column] = up;
        nextStarts[column] = starts[column]!;
      } else {
        current[column] = left;
        nextStarts[column] = nextStarts[column - 1]!;
      }
    }
    [previous, current] = [current, previous];
    [starts, nextStarts] = [nextStarts, starts];
  }
  let best: Fit = { score: 0, start: n, end: n };
  for (let end = n; end >= 0; end--) {
    const score = 1 - previous[end]! / label.length - (n - end) * distanceCost;
    if (score > best.score) best = { score, start: starts[end]!, end };
  }
  return best;
}

/** For each character of the label at hand the places it has in it, one bit each; emptied after use. */
const placesInLabel = new Int32Array(0x10000);

/** The score of `fitAtEnd` alone, by Myers's bit-parallel search: most labels are asked for only to be ruled out. */
export function scoreAtEnd(label: string, text: string, distanceCost = 0.01): number {
  const [m, n] = [label.length, text.length];
  if (m === 0 || m > 32) return fitAtEnd(label, text, distanceCost).score;
  if (text.endsWith(label) || (distanceCost === 0 && text.includes(label))) return 1;
  for (let at = 0; at < m; at++) placesInLabel[label.charCodeAt(at)]! |= 1 << at;
  const last = 1 << (m - 1);
  let [plus, minus, distance, best] = [-1, 0, m, 0];
  for (let at = 0; at < n; at++) {
    const equal = placesInLabel[text.charCodeAt(at)]!;
    const vertical = equal | minus;
    const horizontal = ((((equal & plus) + plus) | 0) ^ plus) | equal;
    let up = minus | ~(horizontal | plus);
    const down = plus & horizontal;
    if (up & last) distance++;
    else if (down & last) distance--;
    up <<= 1;
    plus = (down << 1) | ~(vertical | up);
    minus = up & vertical;
    const score = 1 - distance / m - (n - at - 1) * distanceCost;
    if (score > best) best = score;
  }
  for (let at = 0; at < m; at++) placesInLabel[label.charCodeAt(at)] = 0;
  return best;
}

export function reversed(text: string): string {
  let back = '';
  for (let at = text.length - 1; at >= 0; at--) back += text[at];
  return back;
}

/** As `fitAtEnd`, looked for near the beginning of the text. */
export function fitAtStart(label: string, text: string): Fit {
  const { score, start, end } = fitAtEnd(reversed(label), reversed(text));
  return { score, start: text.length - end, end: text.length - start };
}

/** What pairing and skipping is worth in `alignInOrder`. */
export interface Alignment {
  /** Worth of pairing item `i` with slot `j`; `null` where they must not meet. */
  worth(item: number, slot: number): number | null;
  skipItem(item: number): number;
  /** What an empty slot costs; slots before the first and after the last pair cost less, for a table may be cut off. */
  skipSlot: number;
  skipOuterSlot: number;
}

/** Pairs items with slots, both in order, each at most once, for the greatest worth: the slot of each item, or -1. */
export function alignInOrder(
  items: number,
  slots: number,
  { worth, skipItem, skipSlot, skipOuterSlot }: Alignment,
): { slots: number[]; total: number } {
  const width = slots + 1;
  const best = new Float64Array((items + 1) * width);
  const move = new Uint8Array((items + 1) * width);
  for (let item = 0; item <= items; item++) {
    const skipped = item > 0 ? skipItem(item - 1) : 0;
    const empty = item === 0 || item === items ? skipOuterSlot : skipSlot;
    for (let slot = item === 0 ? 1 : 0; slot <= slots; slot++) {
      const at = item * width + slot;
      const pair = item > 0 && slot > 0 ? worth(item - 1, slot - 1) : null;
      const paired = pair === null ? Number.NEGATIVE_INFINITY : best[at - width - 1]! + pair;
      const passed = item > 0 ? best[at - width]! + skipped : Number.NEGATIVE_INFINITY;
      const missed = slot > 0 ? best[at - 1]! + empty : Number.NEGATIVE_INFINITY;
      best[at] = Math.max(paired, passed, missed);
      move[at] = paired >= passed && paired >= missed ? 1 : passed >= missed ? 2 : 3;
    }
  }
  const result = new Array<number>(items).fill(-1);
  for (let item = items, slot = slots; item > 0 || slot > 0; ) {
    const by = move[item * width + slot];
    if (by === 1) result[--item] = --slot;
    else if (by === 2) item--;
    else slot--;
  }
  return { slots: result, total: best[items * width + slots]! };
}
