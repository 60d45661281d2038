import { normalise } from '../text/normalise.ts';
import { isBlank, type ValueRow } from './value-row.ts';

const yearLast = /(?:20[0-3]\d\s*年?度?|本年度?|今年|上一?年度?|去年)$/u;

/** Why rows may be those of another year: the words right before their values name different years, again and again. */
export function rowsOfYears(rows: readonly ValueRow[]): string | undefined {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const year = isBlank(row) ? undefined : yearLast.exec(normalise(row.before.join('')).trim())?.[0];
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts.values()].filter((count) => count > 1).length > 1 ? 'rows of several years' : undefined;
}
