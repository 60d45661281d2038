import type { GridCell } from '../document.ts';
import { normalise } from '../text/normalise.ts';

const hasWords = (text: string): boolean => /\p{Script=Han}.*\p{Script=Han}/su.test(normalise(text));

/**
 * Some converters print a merged cell in each of the columns it covers, which shows where words stand three times side by
 * side. There repeated words become one cell again, and so do equal values in columns whose head, the nearest words above
 * them, was one cell.
 */
export function mergeRepeated(rows: readonly (readonly string[])[]): GridCell[] {
  const isRepeating = rows.some((row) =>
    row.some((text, c) => hasWords(text) && text === row[c + 1] && text === row[c + 2]),
  );
  const heads = new Map<number, number>();
  return rows.flatMap((row, r) => {
    const cells: GridCell[] = [];
    row.forEach((text, c) => {
      const last = cells.at(-1);
      const underOneHead = text !== '' && heads.has(c) && heads.get(c) === heads.get(c - 1);
      if (isRepeating && last?.text === text && (hasWords(text) || underOneHead)) last.c1 = c;
      else cells.push({ text, r0: r, r1: r, c0: c, c1: c, place: {} });
    });
    for (const { text, c0, c1 } of cells)
      if (hasWords(text)) for (let c = c0; c <= c1; c++) heads.set(c, r * mostColumns + c0);
    return cells;
  });
}

/** Keeps heads of different rows apart. */
const mostColumns = 10_000;
