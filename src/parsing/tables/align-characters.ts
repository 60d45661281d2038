/** What each step of the alignment is worth. */
const worth = { match: 2, mismatch: -1.2, skipSource: -0.6, skipReference: -0.8, skipOutside: -0.05 };
const [pair, source, reference] = [1, 2, 3] as const;

/** Room for one move a cell, kept for the next text: every cell that is looked at was written first. */
let room = new Uint8Array(0);

/**
 * Aligns the characters of a text with those of a reference, both in order: for each character of the text the index of
 * the equal character of the reference it stands for, or -1. What stands before and after the reference costs little.
 */
export function alignCharacters(text: string, wanted: string): Int32Array {
  const [n, m] = [text.length, wanted.length];
  const width = m + 1;
  if (room.length < (n + 1) * width) room = new Uint8Array((n + 1) * width);
  const moves = room;
  const codes = Uint16Array.from({ length: m }, (_, at) => wanted.charCodeAt(at));
  let previous = Float32Array.from({ length: width }, (_, at) => at * worth.skipReference);
  let current = new Float32Array(width);
  moves.fill(reference, 0, width);
  for (let i = 1; i <= n; i++) {
    const code = text.charCodeAt(i - 1);
    current[0] = previous[0]! + worth.skipOutside;
    moves[i * width] = source;
    for (let j = 1; j <= m; j++) {
      const paired = previous[j - 1]! + (codes[j - 1] === code ? worth.match : worth.mismatch);
      const skipped = previous[j]! + (j === m ? worth.skipOutside : worth.skipSource);
      const missed = current[j - 1]! + worth.skipReference;
      if (paired >= skipped && paired >= missed) {
        current[j] = paired;
        moves[i * width + j] = pair;
      } else if (skipped >= missed) {
        current[j] = skipped;
        moves[i * width + j] = source;
      } else {
        current[j] = missed;
        moves[i * width + j] = reference;
      }
    }
    [previous, current] = [current, previous];
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
