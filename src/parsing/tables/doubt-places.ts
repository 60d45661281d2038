import type { Cell, Place, Report } from '../../report/report.ts';
import type { Printed } from '../document.ts';

/**
 * Marks the cells that stand where one cannot say for sure what a person sees: a number cut off, faint, or half under
 * something else.
 */
export function doubtPlaces(report: Report, doubtful: readonly Printed[]): Report {
  const pages = new Map<number | undefined, Place[]>();
  for (const { place } of doubtful) {
    const here = pages.get(place.page);
    if (here) here.push(place);
    else pages.set(place.page, [place]);
  }
  for (const cell of Object.values(report.cells) as Cell[])
    if (pages.get(cell.place.page)?.some((place) => overlap(place, cell.place))) cell.trust = 'low';
  return report;
}

/** Whether two places on one page share room; a place without a box may be anywhere on it. */
function overlap({ box: one }: Place, { box: other }: Place): boolean {
  if (!one || !other) return true;
  const [x0, y0, width0, height0] = one;
  const [x1, y1, width1, height1] = other;
  return x0 < x1 + width1 && x1 < x0 + width0 && y0 < y1 + height1 && y1 < y0 + height0;
}
