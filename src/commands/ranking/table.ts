import { type FactChannel, factChannels } from '../../report/fact.ts';
import { figureOf, type Measure } from '../../report/measures/measure.ts';
import { textMeasure } from '../../report/measures/text-measures.ts';
import type { YearRow } from '../../store/store.ts';
import { type AnswerTable, type TableCell, tableRowsAtMost } from '../../views/answer/table.ts';
import { figureText, measureTitle } from '../../views/figure.ts';
import type { Locale } from '../../views/message.ts';
import { changeText, shareText } from '../../views/numbers.ts';
import { say } from '../../views/words/say.ts';
import type { Asked } from '../command.ts';
import { rowsIn, statusText } from '../scope.ts';
import { numberOf, type Tally } from '../statistics.ts';

const channelIds = Object.keys(factChannels) as FactChannel[];

/** The bureaus of a page: 50 at a time, or 前 10. */
function shownOf(found: Tally, { question }: Asked): readonly YearRow[] {
  const list = found.ranked(question.order);
  if (question.top !== null) return list.slice(0, question.top);
  return list.slice((pageOf(found, question.page) - 1) * tableRowsAtMost);
}

/** A page that there is. */
export const pageOf = ({ counted }: Tally, page: number): number =>
  Math.min(page, Math.max(1, Math.ceil(counted.length / tableRowsAtMost)));

interface Parts {
  measure: Measure;
  others: readonly Measure[];
  year: number;
  asked: Asked;
}

export async function rankingTable(found: Tally, { measure, others, year, asked }: Parts): Promise<AnswerTable> {
  const { locale } = asked.asker;
  const all = shownOf(found, asked);
  const shown = all.slice(0, tableRowsAtMost).map((row) => ({ row, figure: numberOf(row, measure) }));
  const shownBureaus = shown.flatMap(({ row }) => asked.directory.byKey(row.bureauKey) ?? []);
  const before = new Map((await rowsIn(shownBureaus, year - 1, asked)).map((row) => [row.bureauKey, row]));
  const changes = shown.map(({ row, figure }) => {
    const last = before.get(row.bureauKey);
    const then = last && figureOf(last, measure);
    return then?.state === 'number'
      ? changeText(Number((figure.value - then.value).toFixed(6)), measure.unit, locale)
      : null;
  });
  const withChange = changes.some((change) => change !== null);
  const withShare =
    measure.unit !== 'share' &&
    !measure.said &&
    asked.question.limits.length === 0 &&
    (found.total ?? 0) > 0 &&
    !found.negative;
  const inChannels = measure.said === 'published';
  return {
    caption: say(locale, 'ranking.caption', { year, measure: measureTitle(measure, locale) }),
    columns: [
      say(locale, 'column.bureau'),
      measureTitle(measure, locale),
      ...(withShare ? [say(locale, 'column.share')] : []),
      ...(withChange ? [say(locale, 'column.change')] : []),
      ...others.map((other) => measureTitle(other, locale)),
      ...(inChannels ? [say(locale, 'column.channels')] : []),
      say(locale, 'column.status'),
    ],
    of: all.length,
    rows: shown.map(({ row, figure }, index): TableCell[] => [
      row.bureau,
      { value: figure.value, text: withBase(figureText(figure, measure.unit, { locale, exact: true }), figure.parts) },
      ...(withShare ? [shareText(figure.value / found.total!, locale)] : []),
      ...(withChange ? [changes[index] ?? '—'] : []),
      ...others.map((other): TableCell => cellOf(row, other, locale)),
      ...(inChannels ? [channelsText(row, locale)] : []),
      statusText(row, locale),
    ]),
  };
}

/** `网站 141 · 微信 72`: where the items were published, as far as the text says. */
const channelsText = (row: YearRow, locale: Locale): string =>
  channelIds
    .flatMap((channel) => {
      const figure = figureOf(row, textMeasure(`published/${channel}`));
      return figure.state === 'number'
        ? [`${factChannels[channel][locale]} ${figureText(figure, 'said', { locale })}`]
        : [];
    })
    .join(' · ') || '—';

const withBase = (text: string, parts: { value: number; of: number } | undefined): string =>
  parts ? `${text}（${parts.value}/${parts.of}）` : text;

/** A figure as a cell: a number that sorts, or the word for its absence. */
export function cellOf(row: YearRow, measure: Measure, locale: Locale): TableCell {
  const figure = figureOf(row, measure);
  const text = figureText(figure, measure.unit, { locale, exact: true });
  return figure.state === 'number' ? { value: figure.value, text: withBase(text, figure.parts) } : text;
}
