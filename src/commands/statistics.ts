import { type Figure, figureOf, type Measure } from '../report/measures/measure.ts';
import type { YearRow } from '../store/store.ts';

export type NumberFigure = Extract<Figure, { state: 'number' }>;
export type Counted = { row: YearRow; figure: NumberFigure };
export type Uncounted = { row: YearRow; state: Exclude<Figure['state'], 'number'> };

const round = (value: number): number => Number(value.toFixed(6));

/** A measure over many reports: those with a number, and those without, each with its reason. */
export class Tally {
  readonly counted: Counted[] = [];
  readonly uncounted: Uncounted[] = [];
  doubtful = 0;
  corrected = 0;
  /** Numbers that the text gives as more than, less than or about. */
  approximate = 0;
  private sum = 0;
  /** For a share: what it is of, and the whole. */
  private readonly parts = { value: 0, of: 0 };

  constructor(private readonly measure: Measure) {}

  add(row: YearRow, figure: Figure): void {
    if (figure.state !== 'number') {
      this.uncounted.push({ row, state: figure.state });
      return;
    }
    this.counted.push({ row, figure });
    this.sum += figure.value;
    if (figure.doubtful) this.doubtful++;
    if (figure.corrected) this.corrected++;
    if (figure.precision) this.approximate++;
    if (!figure.parts) return;
    this.parts.value += figure.parts.value;
    this.parts.of += figure.parts.of;
  }

  /** Sum of the numbers; for a share, the share of the sums. `null` where there is nothing to add. */
  get total(): number | null {
    if (this.counted.length === 0) return null;
    return this.measure.of ? this.parts.value / this.parts.of : round(this.sum);
  }

  get mean(): number | null {
    return this.counted.length === 0 ? null : round(this.sum / this.counted.length);
  }

  get median(): number | null {
    const values = Float64Array.from(this.counted, ({ figure }) => figure.value).sort();
    const middle = values.length / 2;
    if (values.length === 0) return null;
    return round(values.length % 2 === 1 ? values[Math.floor(middle)]! : (values[middle - 1]! + values[middle]!) / 2);
  }
}

/** Counts what is there; a report without a number is named, never taken as 0. */
export const tally = (rows: readonly YearRow[], measure: Measure): Tally => tallies(rows, [measure])[0]!;

/** Several measures over the same reports; each report is looked at once for all of them. */
export function tallies(rows: readonly YearRow[], measures: readonly Measure[]): Tally[] {
  const found = measures.map((measure) => new Tally(measure));
  for (const row of rows)
    for (const [index, measure] of measures.entries()) found[index]!.add(row, figureOf(row, measure));
  return found;
}
