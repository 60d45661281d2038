/** What each step of the alignment is worth, in twentieths: whole numbers are added faster, and exactly. */
const [match, mismatch, skipSource, skipReference, skipOutside] = [40, -24, -12, -16, -1] as const;
const [pair, source, reference] = [1, 2, 3] as const;

/** Room for one move a cell, kept for the next text: every cell that is looked at was written first. */
let room = new Uint8Array(0);

/** The last alignment: two readers often see the same words in the same order. */
let last: { text: string; wanted: string; found: Int32Array } | undefined;

/**
 * Aligns the characters of a text with those of a reference, both in order: for each character of the text the index of
 * the equal character of the reference it stands for, or -1. What stands before and after the reference costs little.
 */
export function alignCharacters(text: string, wanted: string): Int32Array {
  if (last?.text === text && last.wanted === wanted) return last.found;
  const found = align(text, wanted);
  last = { text, wanted, found };
  return found;
}

function align(text: string, wanted: string): Int32Array {
  const [n, m] = [text.length, wanted.length];
  const width = m + 1;
  if (room.length < (n + 1) * width) room = new Uint8Array((n + 1) * width);
  const moves = room;
  const codes = Uint16Array.from({ length: m }, (_, at) => wanted.charCodeAt(at));
  // Worth of the row above, overwritten from the left.
  const worth = Int32Array.from({ length: width }, (_, at) => at * skipReference);
  moves.fill(reference, 0, width);
  for (let i = 1; i <= n; i++) {
    const code = text.charCodeAt(i - 1);
    let diagonal = worth[0]!;
    let best = diagonal + skipOutside;
    const row = i * width;
    worth[0] = best;
    moves[row] = source;
    for (let j = 1; j <= m; j++) {
      const above = worth[j]!;
      const paired = diagonal + (codes[j - 1] === code ? match : mismatch);
      const skipped = above + (j === m ? skipOutside : skipSource);
      const missed = best + skipReference;
      diagonal = above;
      if (paired >= skipped && paired >= missed) {
        best = paired;
        moves[row + j] = pair;
      } else if (skipped >= missed) {
        best = skipped;
        moves[row + j] = source;
      } else {
        best = missed;
        moves[row + j] = reference;
      }
      worth[j] = best;
    }
  }
  const found = new Int32Array(n).fill(-1);
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const move = moves[i * width + j];
    if (move === pair) {
      i--;
      j--;
      if (text.charCodeAt(i) === codes[j]) found[i] = j;
    } else if (move === source) i--;
    else j--;
  }
  return found;
}
