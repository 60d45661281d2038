import type { Place } from '../report/report.ts';
import type { Document, GridCell, Token } from './document.ts';
import { stretchOf } from './tables/token-words.ts';

/**
 * A document without the content of some ranges of lines (`end` exclusive), in all its views. Lines and grids keep their
 * numbers; what stood there is empty.
 */
export function withoutLines(document: Document, ranges: readonly (readonly [start: number, end: number])[]): Document {
  const isOut = (at: number): boolean => ranges.some(([start, end]) => at >= start && at < end);
  const stretches = ranges.map(([start, end]) => {
    const [first, after] = [start, end].map((from) =>
      document.lines.findIndex((line, at) => at >= from && line.place.box),
    );
    return stretchOf(document, { body: Math.max(first!, start), end: after! < 0 ? document.lines.length : after! });
  });
  const isOutside = (at: Pick<Token, 'page' | 'y' | 'height'>): boolean => !stretches.some((covers) => covers(at));
  const rows = new Map<number, Set<number>>();
  document.lines.forEach(({ grid, place }, at) => {
    const row = rowOf(place);
    if (grid === undefined || row === undefined || !isOut(at)) return;
    rows.set(grid, (rows.get(grid) ?? new Set()).add(row));
  });
  const isLeft = (grid: number, { place }: GridCell): boolean =>
    place.box && place.page !== undefined
      ? isOutside({ page: place.page, y: place.box[1], height: place.box[3] })
      : !rows.get(grid)?.has(rowOf(place) ?? Number.NaN);
  return {
    ...document,
    lines: document.lines.map((line, at) => (isOut(at) ? { ...line, text: '', grid: undefined } : line)),
    grids: document.grids.map((grid, at) => ({ ...grid, cells: grid.cells.filter((cell) => isLeft(at, cell)) })),
    tokens: document.tokens.filter(isOutside),
  };
}

const rowOf = ({ row, line }: Place): number | undefined => row ?? line;
