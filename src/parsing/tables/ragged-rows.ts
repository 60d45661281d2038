import type { Grid } from '../document.ts';
import { mostOf } from '../most-of.ts';
import { isWords } from './value-row.ts';

/** What is drawn in a row: its last column, the last one with text, the last one of a value, and how wide values are. */
interface Drawn {
  end: number;
  filled: number;
  last: number;
  widths: number[];
  /** Whether a cell holds two numbers. */
  two: boolean;
  words: number;
  hasNumber: boolean;
}

/**
 * The rows of a table in which a cell may be one too many, or part of the one before it, so that all values behind it have
 * moved: they reach further right than most rows do, or than any other, or have one value wider than the others and end
 * elsewhere or hold two numbers in one cell. Where the values are of many widths, the table was drawn by eye and
 * its edges say nothing. Several tables may stand in one grid, each under its own heads.
 */
export function raggedRows({ cells, rows }: Grid): ReadonlySet<number> {
  if (cells.every(({ c0, c1 }) => c0 === c1)) return new Set();
  const drawn = Array.from(
    { length: rows },
    (): Drawn => ({ end: -1, filled: -1, last: -1, widths: [], two: false, words: 0, hasNumber: false }),
  );
  for (const { r0, r1, c0, c1, text } of cells)
    for (const row of drawn.slice(r0, r1 + 1)) {
      row.end = Math.max(row.end, c1);
      if (text.trim() !== '') row.filled = Math.max(row.filled, c1);
      if (isWords(text)) {
        row.words++;
        continue;
      }
      row.last = Math.max(row.last, c1);
      row.widths.push(c1 - c0);
      row.hasNumber ||= /\p{N}/u.test(text);
      row.two ||= /\d\s+\d/u.test(text);
    }
  // Rows of other years' tables are taken out of a grid, and leave none of their cells.
  const ragged = new Set(parted(drawn.filter(({ end }) => end >= 0)).flatMap(raggedIn));
  return new Set(drawn.flatMap((row, at) => (ragged.has(row) ? [at] : [])));
}

const isHead = ({ words, widths, hasNumber }: Drawn): boolean => !hasNumber && words > widths.length;

/** The tables of a grid: each begins at heads behind rows of values. */
function parted(rows: readonly Drawn[]): Drawn[][] {
  const tables: Drawn[][] = [];
  rows.forEach((row, at) => {
    const above = rows[at - 1];
    if (!above || (isHead(row) && !isHead(above))) tables.push([]);
    tables.at(-1)!.push(row);
  });
  return tables;
}

function raggedIn(rows: readonly Drawn[]): Drawn[] {
  const usual = mostOf(rows.map(({ end }) => end));
  // A sheet has a cell in every column that any row uses, a page may have a bare one behind the table.
  const [, used = usual, third = usual] = rows.map(({ filled }) => filled).sort((a, b) => b - a);
  const isKnown = rows.length > fewestRows || used === third;
  return rows.filter(({ end, filled, last, widths, two }) => {
    const usualWidth = mostOf(widths);
    const wide = widths.filter((width) => width !== usualWidth).length;
    const isLonger = last > usual || (isKnown && Math.min(filled, last) > used);
    return (isLonger && wide <= 1) || (wide === 1 && (two || end !== usual));
  });
}

/** In a table of fewer rows, most of them heads, only heads that end alike show which columns it uses. */
const fewestRows = 5;
