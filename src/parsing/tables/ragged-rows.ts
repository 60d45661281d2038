import type { Grid } from '../document.ts';
import { mostOf } from '../most-of.ts';
import { isWords } from './value-row.ts';

/**
 * The rows of a table in which a cell may be one too many, or part of the one before it, so that all values behind it have
 * moved: they reach further right than most rows do, or than any other, or have one value wider than the others and end
 * elsewhere or hold two numbers in one cell. Where the values are of many widths, the table was drawn by eye and
 * its edges say nothing.
 */
export function raggedRows({ cells, rows }: Grid): ReadonlySet<number> {
  if (cells.every(({ c0, c1 }) => c0 === c1)) return new Set();
  const drawn = Array.from({ length: rows }, () => ({
    end: -1,
    filled: -1,
    last: -1,
    widths: [] as number[],
    two: false,
  }));
  for (const { r0, r1, c0, c1, text } of cells)
    for (const row of drawn.slice(r0, r1 + 1)) {
      row.end = Math.max(row.end, c1);
      if (text.trim() !== '') row.filled = Math.max(row.filled, c1);
      if (isWords(text)) continue;
      row.last = Math.max(row.last, c1);
      row.widths.push(c1 - c0);
      row.two ||= /\d\s+\d/u.test(text);
    }
  const usual = mostOf(drawn.map(({ end }) => end));
  // A sheet has a cell in every column that any row uses, a page may have a bare one behind the table.
  const [, used = usual, third = usual] = drawn.map(({ filled }) => filled).sort((a, b) => b - a);
  const isKnown = rows > fewestRows || used === third;
  return new Set(
    drawn.flatMap(({ end, filled, last, widths, two }, row) => {
      const usualWidth = mostOf(widths);
      const wide = widths.filter((width) => width !== usualWidth).length;
      const isLonger = last > usual || (isKnown && Math.min(filled, last) > used);
      return (isLonger && wide <= 1) || (wide === 1 && (two || end !== usual)) ? [row] : [];
    }),
  );
}

/** In a table of fewer rows, most of them heads, only heads that end alike show which columns it uses. */
const fewestRows = 5;
