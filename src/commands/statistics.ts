import { type Figure, figureOf, type Measure } from '../report/measures/measure.ts';
import type { YearRow } from '../store/store.ts';
import { keepsTo, type Limit } from './question/limits.ts';

export type NumberFigure = Extract<Figure, { state: 'number' }>;
type NoFigure = Exclude<Figure, NumberFigure>;
export type Order = 'most' | 'least';

const round = (value: number): number => Number(value.toFixed(6));

/**
 * A measure over many reports: those with a number, and those without, by reason. Of tens of thousands of reports only
 * the numbers are kept; the few that are shown are looked at once more.
 */
export class Tally {
  /** Reports with a number, in no order; `ranked` has them in one. */
  readonly counted: YearRow[] = [];
  readonly uncounted = new Map<NoFigure['state'], YearRow[]>();
  /** Those of them whose blank or placeholder is in doubt. */
  readonly unsure = new Set<YearRow>();
  doubtful = 0;
  corrected = 0;
  /** Numbers that the text gives as more than, less than or about. */
  approximate = 0;
  /** What the reports' shares are of, together. */
  base = 0;
  /** Numbers beyond the bounds that were asked for, and how many of these are in doubt. */
  beyond = 0;
  beyondDoubtful = 0;
  private part = 0;
  private sum = 0;
  private readonly values: number[] = [];
  private readonly ranks: Partial<Record<Order, YearRow[]>> = {};

  constructor(
    private readonly measure: Measure,
    private readonly limits: readonly Limit[] = [],
  ) {}

  add(row: YearRow): void {
    const figure = figureOf(row, this.measure);
    if (figure.state !== 'number') {
      this.leaveOut(row, figure);
      return;
    }
    for (const limit of this.limits) {
      const bound = limit.measure === this.measure ? figure : figureOf(row, limit.measure);
      if (bound.state === 'number' && keepsTo(bound.value, limit)) continue;
      if (bound.state !== 'number') this.leaveOut(row, bound);
      else {
        this.beyond++;
        if (bound.doubtful) this.beyondDoubtful++;
      }
      return;
    }
    this.counted.push(row);
    this.values.push(figure.value);
    this.sum += figure.value;
    if (figure.doubtful) this.doubtful++;
    if (figure.corrected) this.corrected++;
    if (figure.precision) this.approximate++;
    if (!figure.parts) return;
    this.part += figure.parts.value;
    this.base += figure.parts.of;
  }

  private leaveOut(row: YearRow, { state, doubtful }: NoFigure): void {
    if (doubtful) this.unsure.add(row);
    const others = this.uncounted.get(state);
    if (others) others.push(row);
    else this.uncounted.set(state, [row]);
  }

  /** Why reports are left out, each reason once; in doubt where it is of one of them. */
  get without(): NoFigure[] {
    return [...this.uncounted].map(([state, rows]) => ({ state, doubtful: rows.some((row) => this.unsure.has(row)) }));
  }

  /** Sum of the numbers; for a share, the share of the sums. `null` where there is nothing to add. */
  get total(): number | null {
    if (this.counted.length === 0) return null;
    return this.measure.of ? this.part / this.base : round(this.sum);
  }

  get mean(): number | null {
    return this.counted.length === 0 ? null : round(this.sum / this.counted.length);
  }

  get median(): number | null {
    const values = Float64Array.from(this.values).sort();
    const middle = values.length / 2;
    if (values.length === 0) return null;
    return round(values.length % 2 === 1 ? values[Math.floor(middle)]! : (values[middle - 1]! + values[middle]!) / 2);
  }

  get negative(): boolean {
    return this.values.some((value) => value < 0);
  }

  /** How many have this very number, and how many a larger one. */
  against(number: number): { same: number; above: number } {
    let [same, above] = [0, 0];
    for (const value of this.values) {
      if (value === number) same++;
      else if (value > number) above++;
    }
    return { same, above };
  }

  /** Those with a number, the most first or the least; equals stand as in the official list of places, then by name. */
  ranked(order: Order): readonly YearRow[] {
    const { values, counted } = this;
    const sign = order === 'most' ? -1 : 1;
    this.ranks[order] ??= Array.from(counted.keys())
      .sort((a, b) => sign * (values[a]! - values[b]!) || inOrder(counted[a]!, counted[b]!))
      .map((index) => counted[index]!);
    return this.ranks[order];
  }
}

const inOrder = (a: YearRow, b: YearRow): number =>
  compare(a.regionCode ?? '~', b.regionCode ?? '~') || compare(a.bureau, b.bureau);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Counts what is there; a report without a number is named, never taken as 0. */
export function tally(rows: readonly YearRow[], measure: Measure, limits?: readonly Limit[]): Tally {
  const found = new Tally(measure, limits);
  for (const row of rows) found.add(row);
  return found;
}

/** The number of a report that was counted. */
export const numberOf = (row: YearRow, measure: Measure): NumberFigure => figureOf(row, measure) as NumberFigure;
