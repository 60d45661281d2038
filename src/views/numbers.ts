import type { Measure } from '../report/measures/measure.ts';
import type { Locale } from './message.ts';

const languages = { zh: 'zh-CN', en: 'en-GB' } as const;
const formats = new Map<string, Intl.NumberFormat>();

function format(locale: Locale, decimals: number, style?: 'percent'): Intl.NumberFormat {
  const key = `${locale} ${decimals} ${style}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.NumberFormat(languages[locale], { maximumFractionDigits: decimals, style: style ?? 'decimal' });
    formats.set(key, made);
  }
  return made;
}

/**
 * Decimals that a value of this unit is shown with: 万元 has 2 in a sentence and up to 6, as printed, in a table. A count is
 * whole; one that is printed with decimals is shown as it is, and not as another number.
 */
const decimalsOf = (unit: Measure['unit'], exact: boolean) =>
  unit === 'tenThousandYuan' || unit === 'yuan' ? (exact ? 6 : 2) : 6;

/** A count or an amount without its unit: `1,344`, `973.93`; a share as `41.9%`. */
export const numberText = (value: number, unit: Measure['unit'], locale: Locale, exact = false): string =>
  unit === 'share' ? shareText(value, locale) : format(locale, decimalsOf(unit, exact)).format(value);

/** A mean may have a decimal where counts have none. */
export const meanText = (value: number, unit: Measure['unit'], locale: Locale): string =>
  unit === 'share'
    ? numberText(value, unit, locale)
    : format(locale, unit === 'tenThousandYuan' || unit === 'yuan' ? 2 : 1).format(value);

/** `41.9%`; what is not nothing is never shown as 0%, and what is not all never as 100%. */
export function shareText(share: number, locale: Locale): string {
  const percent = format(locale, 1, 'percent');
  if (share > 0 && share < 0.0005) return `<${percent.format(0.001)}`;
  if (share < 1 && share >= 0.9995) return `>${percent.format(0.999)}`;
  return percent.format(share);
}

/** A difference with its sign: `+6`, `−3`, `±0`. */
export function changeText(change: number, unit: Measure['unit'], locale: Locale): string {
  if (change === 0) return '±0';
  if (unit === 'share') return `${change > 0 ? '+' : '−'}${format(locale, 1).format(Math.abs(change) * 100)} pp`;
  return `${change > 0 ? '+' : '−'}${numberText(Math.abs(change), unit, locale)}`;
}
