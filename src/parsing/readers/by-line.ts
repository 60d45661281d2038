/** Something printed, by where it begins and how high it is. */
interface Printed {
  x: number;
  y: number;
  height: number;
}

/** What is printed by line: from the top, and from left to right. On one line stands what is off by half a height at most. */
export function byLine<T extends Printed>(pieces: readonly T[]): T[][] {
  const lines: T[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y)) {
    const [first] = lines.at(-1) ?? [];
    if (first && piece.y - first.y <= 0.5 * Math.max(piece.height, first.height)) lines.at(-1)!.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x));
}
