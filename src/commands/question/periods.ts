import { countOf } from './numerals.ts';

/** A stretch of days in which something happened: this week, yesterday, the last ten days. */
export type Period = { unit: 'day' | 'week' | 'month'; back: number } | { unit: 'days'; count: number };

const stretch =
  /(?:最近|近|过去|last|past)\s*(?:的)?\s*([一两二三四五六七八九十半]|\d{1,3})\s*(?:个)?\s*(天|日|周|星期|礼拜|月|days?|weeks?|months?)/;
const named: readonly (readonly [RegExp, Period])[] = [
  [/今天|今日|当天|today/, { unit: 'day', back: 0 }],
  [/昨天|昨日|yesterday/, { unit: 'day', back: 1 }],
  [/上(?:个|一)?(?:周|星期|礼拜)|last week/, { unit: 'week', back: 1 }],
  [/(?:本|这|这个|这一)(?:周|星期|礼拜)|this week/, { unit: 'week', back: 0 }],
  [/上(?:个|一)?月(?!份)|last month/, { unit: 'month', back: 1 }],
  [/(?:本|这|这个|这一)月|this month/, { unit: 'month', back: 0 }],
];

/** Takes the stretch of days out of a question: 本周, 上个月, 最近三天. */
export function takePeriod(text: string): { period: Period | null; rest: string } {
  const found = stretch.exec(text);
  if (found) {
    const [said, number = '', unit = ''] = found;
    const each = /天|日|day/.test(unit) ? 1 : /月|month/.test(unit) ? 30 : 7;
    const count = Math.max(1, Math.ceil((number === '半' ? 0.5 : (countOf(number) ?? 1)) * each));
    return { period: { unit: 'days', count }, rest: text.replace(said, ' ') };
  }
  for (const [pattern, period] of named) if (pattern.test(text)) return { period, rest: text.replace(pattern, ' ') };
  return { period: null, rest: text };
}

const day = 24 * 3600 * 1000;
const inChina = 8 * 3600 * 1000;

/** From when to when, as days begin and end in China; weeks begin on Monday. */
export function spanOf(period: Period, now: Date): { from: Date; to: Date } {
  const today = Math.floor((now.getTime() + inChina) / day) * day;
  const at = (time: number) => new Date(time - inChina);
  if (period.unit === 'days') return { from: at(today - (period.count - 1) * day), to: at(today + day) };
  if (period.unit === 'day') return { from: at(today - period.back * day), to: at(today + (1 - period.back) * day) };
  if (period.unit === 'week') {
    const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * day - period.back * 7 * day;
    return { from: at(monday), to: at(monday + 7 * day) };
  }
  const date = new Date(today);
  const first = (months: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  return { from: at(first(-period.back)), to: at(first(1 - period.back)) };
}
