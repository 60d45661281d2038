import { type Figure, figureOf, type Measure } from '../report/measures/measure.ts';
import type { YearRow } from '../store/store.ts';

export type NumberFigure = Extract<Figure, { state: 'number' }>;
export type Counted = { row: YearRow; figure: NumberFigure };
export type Uncounted = { row: YearRow; state: Exclude<Figure['state'], 'number'> };

/** A measure over many reports: those with a number, and those without, each with its reason. */
export interface Tally {
  counted: Counted[];
  uncounted: Uncounted[];
  /** Sum of the numbers; for a share, the share of the sums. `null` where there is nothing to add. */
  total: number | null;
  mean: number | null;
  median: number | null;
  doubtful: number;
  corrected: number;
  /** Numbers that the text gives as more than, less than or about. */
  approximate: number;
}

const round = (value: number): number => Number(value.toFixed(6));

/** Counts what is there; a report without a number is named, never taken as 0. */
export const tally = (rows: readonly YearRow[], measure: Measure): Tally => tallies(rows, [measure])[0]!;

/** Several measures over the same reports; each report is looked at once for all of them. */
export function tallies(rows: readonly YearRow[], measures: readonly Measure[]): Tally[] {
  const found = measures.map(() => ({ counted: [] as Counted[], uncounted: [] as Uncounted[] }));
  for (const row of rows)
    for (const [index, measure] of measures.entries()) {
      const figure = figureOf(row, measure);
      if (figure.state === 'number') found[index]!.counted.push({ row, figure });
      else found[index]!.uncounted.push({ row, state: figure.state });
    }
  return measures.map((measure, index) => summed(found[index]!, measure));
}

function summed({ counted, uncounted }: Pick<Tally, 'counted' | 'uncounted'>, measure: Measure): Tally {
  const values = Float64Array.from(counted, ({ figure }) => figure.value).sort();
  const sum = round(values.reduce((a, b) => a + b, 0));
  const parts = counted.flatMap(({ figure }) => (figure.parts ? [figure.parts] : []));
  const base = parts.reduce((all, { of }) => all + of, 0);
  const middle = values.length / 2;
  const median = values.length % 2 === 1 ? values[Math.floor(middle)]! : (values[middle - 1]! + values[middle]!) / 2;
  return {
    counted,
    uncounted,
    total: values.length === 0 ? null : measure.of ? parts.reduce((all, { value }) => all + value, 0) / base : sum,
    mean: values.length === 0 ? null : round(sum / values.length),
    median: values.length === 0 ? null : round(median),
    doubtful: counted.filter(({ figure }) => figure.doubtful).length,
    corrected: counted.filter(({ figure }) => figure.corrected).length,
    approximate: counted.filter(({ figure }) => figure.precision).length,
  };
}
