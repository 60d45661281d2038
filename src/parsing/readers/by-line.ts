/** Something printed: where it begins, how wide and how high it is. */
interface Printed {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * What is printed by line: from the top, and from left to right. On one line stands what is off by half a height at most,
 * and not above or below any of it: small print may begin close under a title.
 */
export function byLine<T extends Printed>(pieces: readonly T[]): T[][] {
  const lines: T[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    const isNear = line && piece.y - line[0]!.y <= 0.5 * Math.max(piece.height, line[0]!.height);
    if (isNear && !line.some((other) => overlap(piece, other))) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x));
}

/** Whether one stands above the other; letters set tight may touch. Blanks have no height. */
function overlap(one: Printed, other: Printed): boolean {
  const shared = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  return shared > 0.5 * Math.min(one.height || other.height, other.height || one.height);
}
