import type { Measure } from '../../report/measures/measure.ts';
import { doubtMark, noNumberText } from '../../views/figure.ts';
import type { Locale } from '../../views/message.ts';
import { meanText, numberText, shareText } from '../../views/numbers.ts';
import { say } from '../../views/words/say.ts';
import { limitsText } from '../limits-text.ts';
import type { Question } from '../question/question.ts';
import { namesText } from '../scope.ts';
import type { Tally } from '../statistics.ts';

/** `只列行政处罚大于 30 的：4 个机关；另有 4 个不符合`: what a bound leaves out is counted. */
export function limitLines({ counted, beyond, beyondDoubtful }: Tally, { limits }: Question, locale: Locale): string[] {
  if (limits.length === 0 || counted.length + beyond === 0) return [];
  const words = { limits: limitsText(limits, locale), count: counted.length, others: beyond };
  return [
    say(locale, counted.length > 0 ? 'ranking.only' : 'ranking.noneSo', words),
    ...(beyondDoubtful > 0 ? [say(locale, 'ranking.onlyDoubtful', { count: beyondDoubtful })] : []),
  ];
}

/** `合计 105 件 · 3 个机关 · 平均 35 · 中位数 33`, and how many of these figures are in doubt. */
export function totalLines(
  { counted, beyond, base, total, mean, median, doubtful, corrected, approximate }: Tally,
  measure: Measure,
  locale: Locale,
): string[] {
  if (total === null && beyond > 0) return [];
  if (total === null) return [say(locale, 'ranking.none'), ...(measure.said ? [say(locale, 'said.fromText')] : [])];
  const { unit } = measure;
  const words = { count: counted.length, mean: meanText(mean!, unit, locale), median: meanText(median!, unit, locale) };
  const line =
    unit === 'share'
      ? say(locale, 'ranking.shareTotal', {
          ...words,
          total: shareText(total, locale),
          n: numberText(base, 'count', locale),
        })
      : say(locale, `ranking.total.${unit}`, { ...words, total: numberText(total, unit, locale) });
  return [
    line,
    ...(measure.said ? [say(locale, 'said.fromText')] : []),
    ...(doubtful > 0 ? [say(locale, measure.said ? 'said.doubtful' : 'ranking.doubtful', { count: doubtful })] : []),
    ...(approximate > 0 ? [say(locale, 'said.approximate', { count: approximate })] : []),
    ...(corrected > 0 ? [say(locale, 'ranking.corrected', { count: corrected })] : []),
  ];
}

/** `未计入 1 个（空）：演示县卫生健康局`, by reason; one whose blank is in doubt is marked. */
export function uncountedNotes({ uncounted, unsure }: Tally, locale: Locale): string[] {
  return [...uncounted].map(([state, rows]) =>
    say(locale, 'ranking.uncounted', {
      count: rows.length,
      state: noNumberText(state, locale),
      names: namesText(
        rows.map((row) => (unsure.has(row) ? `${row.bureau} ${doubtMark}` : row.bureau)),
        locale,
      ),
    }),
  );
}
