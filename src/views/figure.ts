import { type Cell, printedIn } from '../report/cell.ts';
import type { Figure, Measure } from '../report/measures/measure.ts';
import { clip, oneLine } from './escape.ts';
import type { Locale } from './message.ts';
import { numberText } from './numbers.ts';
import { say } from './words/say.ts';

/** Stands beside every figure that is not clean. */
export const doubtMark = '⚠️';

/** Why there is no number, in one word: 空, “/”, 未见, 读不清 … Never a 0. */
export function noNumberText(state: Exclude<Figure['state'], 'number'>, locale: Locale): string {
  return say(locale, `state.${state}`);
}

interface Shown {
  locale: Locale;
  /** With 万元 behind an amount. */
  withUnit?: boolean;
  /** Up to 6 decimals, as printed. */
  exact?: boolean;
}

/** A figure as it stands in an answer: the number, or the word for its absence, marked if in doubt. */
export function figureText(figure: Figure, unit: Measure['unit'], { locale, withUnit, exact }: Shown): string {
  if (figure.state !== 'number') {
    const word = noNumberText(figure.state, locale);
    return figure.doubtful ? `${word} ${doubtMark}` : word;
  }
  const plain = numberText(figure.value, unit, locale, exact);
  const number = figure.precision ? say(locale, `said.${figure.precision}`, { number: plain }) : plain;
  const worded = withUnit ? withUnitText(number, unit, locale) : number;
  const beside = worded + wasText(figure.printed, locale);
  return figure.doubtful ? `${beside} ${doubtMark}` : beside;
}

/** Counts need no unit in a card; amounts always do. */
function withUnitText(number: string, unit: Measure['unit'], locale: Locale): string {
  if (unit === 'tenThousandYuan') return say(locale, 'unit.tenThousandYuan', { number });
  return unit === 'yuan' ? say(locale, 'unit.yuan', { number }) : number;
}

/** The name of a measure as the head of a column: 行政事业性收费（万元）. */
export function measureTitle({ title, unit }: Pick<Measure, 'title' | 'unit'>, locale: Locale): string {
  if (unit === 'tenThousandYuan') return say(locale, 'title.tenThousandYuan', { title: title[locale] });
  return unit === 'yuan' ? say(locale, 'title.yuan', { title: title[locale] }) : title[locale];
}

/** `（原印 11）` beside a number that a bureau answered and that is printed otherwise; nothing beside any other. */
export const printedBeside = (cell: Cell | undefined, locale: Locale): string =>
  cell?.corrected === 'answered' ? wasText(printedIn(cell), locale) : '';

/** `printed` as in `Figure`. */
function wasText(printed: string | null | undefined, locale: Locale): string {
  if (printed === undefined) return '';
  if (printed === null) return say(locale, 'figure.wasAbsent');
  const raw = clip(oneLine(printed), 20);
  return raw ? say(locale, 'figure.was', { raw }) : say(locale, 'figure.wasBlank');
}
