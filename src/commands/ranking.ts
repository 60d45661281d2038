import { type FactChannel, factChannels } from '../report/fact.ts';
import { figureOf, type Measure } from '../report/measures/measure.ts';
import { textMeasure } from '../report/measures/text-measures.ts';
import type { YearRow } from '../store/store.ts';
import { answerMessage } from '../views/answer/answer.ts';
import { type AnswerTable, type TableCell, tableRowsAtMost } from '../views/answer/table.ts';
import { figureText, measureTitle, noNumberText } from '../views/figure.ts';
import type { Locale, Message } from '../views/message.ts';
import { changeText, meanText, numberText, shareText } from '../views/numbers.ts';
import { listText, say } from '../views/words/say.ts';
import { barFile } from './chart/bar-file.ts';
import { type Asked, defineCommand } from './command.ts';
import { formNotes } from './form-notes.ts';
import { limitsText } from './limits-text.ts';
import { nothingHeld } from './nothing-held.ts';
import { answerButtons, pageButtons } from './offers.ts';
import { overlapNotes } from './overlap.ts';
import { provenanceNotes } from './provenance.ts';
import type { Question } from './question/question.ts';
import { namesText, rowsIn, scopeOf, statusText, yearsAsked } from './scope.ts';
import { numberOf, type Tally, tally } from './statistics.ts';

/** So many measures stand side by side. */
const sideBySide = 4;
/** A chart holds twenty points. */
const barsAtMost = 20;
/** And names of so many characters. */
const nativeName = 20;
/** So many bars are drawn in a picture. */
const pictureBarsAtMost = 40;
const channelIds = Object.keys(factChannels) as FactChannel[];

/** A measure by bureau for one year: total, mean, median, share, change on last year, and who has no number. */
export const ranking = defineCommand({
  id: 'ranking',
  usage: { zh: '<指标> [年份] [地区或机关类别]', en: '<measure> [year] [region or kind of bureau]' },
  examples: ['处罚 2021', '许可 2021', '申请 2021'],
  suits: ({ measures }) => measures.length > 0,
  bounded: true,
  async run(asked) {
    const { question, directory, asker } = asked;
    const { bureaus, name } = scopeOf(question, directory);
    const held = directory.years;
    const year = yearsAsked(question, held).at(-1) ?? held.at(-1);
    if (year === undefined || !held.includes(year)) return noYear(year, asked);
    if (bureaus.length === 0) return nothingHeld(asked, name);
    const measure = question.measures[0]!;
    const rows = await rowsIn(bureaus, year, asked);
    const missing = bureaus.filter((bureau) => !bureau.rows.has(year));
    const found = tally(rows, measure, question.limits);
    const { locale } = asker;
    const others = question.measures.slice(1, sideBySide);
    const table = await rankingTable(found, { measure, others, year, asked });
    const title = say(locale, 'ranking.title', {
      year,
      measure: measureTitle(measure, locale),
      scope: name === null ? '' : say(locale, 'ranking.scope', { scope: name }),
    });
    const drawn = question.chart ? drawnOf(found, question) : [];
    const picture = fitsNative(drawn) ? null : await rankingPicture(drawn, title, measure, locale);
    const withoutChange =
      question.change && found.counted.length > 0 && !table.columns.includes(say(locale, 'column.change'));
    const notes = [
      ...(question.measures.length > sideBySide
        ? [
            say(locale, 'ranking.tooMany', {
              most: sideBySide,
              others: listText(
                question.measures.slice(sideBySide).map((other) => measureTitle(other, locale)),
                locale,
              ),
            }),
          ]
        : []),
      ...(withoutChange ? [say(locale, 'ranking.noChange', { before: year - 1 })] : []),
      ...uncountedNotes(found, locale),
      ...(missing.length > 0 ? [say(locale, 'ranking.missing', { count: missing.length, year })] : []),
      ...formNotes(rows, question.measures, locale),
      ...(found.counted.length > 1 ? overlapNotes(bureaus, [year], locale) : []),
      ...(picture ? [say(locale, 'bars.picture')] : []),
      ...(drawn.length > 0 && drawn.length < found.counted.length
        ? [say(locale, 'bars.first', { count: picture ? drawn.length : Math.min(drawn.length, barsAtMost) })]
        : []),
      ...(await provenanceNotes(rows, asked)),
    ];
    return answerMessage({
      title,
      lines: [...limitLines(found, question, locale), ...totalLines(found, measure, locale)],
      table,
      ...(drawn.length > 0 ? { chart: barChart(drawn, title, measure, locale) } : {}),
      ...(picture ? { files: [picture] } : {}),
      notes,
      buttons: [
        ...(question.top === null
          ? pageButtons(
              question,
              pageOf(found, question.page),
              pageOf(found, question.page) * tableRowsAtMost < found.counted.length,
              locale,
            )
          : []),
        ...answerButtons(asked, [
          'publish',
          'export',
          ...(found.counted.length > 1 && !question.chart ? (['chart'] as const) : []),
        ]),
      ],
      more: (count) => say(locale, 'ranking.more', { count }),
    });
  },
});

/** What a chart of the ranking shows, as far as a picture goes. */
const drawnOf = (found: Tally, { order, top }: Question): YearRow[] =>
  found.ranked(order).slice(0, Math.min(top ?? pictureBarsAtMost, pictureBarsAtMost));

/** Whether the native chart shows all of them, each by its whole name. */
const fitsNative = (drawn: readonly YearRow[]): boolean =>
  drawn.length <= barsAtMost && drawn.every(({ bureau }) => bureau.length <= nativeName);

const rankingPicture = (drawn: readonly YearRow[], title: string, measure: Measure, locale: Locale) =>
  barFile(
    title,
    [
      {
        title: '',
        bars: drawn.map((row) => {
          const figure = numberOf(row, measure);
          return {
            name: row.bureau,
            value: figure.value,
            text: figureText(figure, measure.unit, { locale, exact: true }),
          };
        }),
      },
    ],
    locale,
  );

function noYear(year: number | undefined, { question, asker: { locale }, directory }: Asked): Message {
  const held = directory.years;
  if (year === undefined || held.length === 0)
    return answerMessage({ title: say(locale, 'store.empty'), lines: [say(locale, 'store.howToUpload')] });
  return answerMessage({
    title: say(locale, 'store.noYear', { year, from: held[0] ?? '—', to: held.at(-1) ?? '—' }),
    lines: [],
    buttons: held.slice(-3).map((other) => ({
      label: say(locale, 'button.year', { year: other }),
      question: [...question.places.map(({ said }) => said), question.measures[0]!.title.zh, other].join(' '),
    })),
  });
}

/** `只列行政处罚大于 30 的：4 个机关；另有 4 个不符合`: what a bound leaves out is counted. */
function limitLines({ counted, beyond, beyondDoubtful }: Tally, { limits }: Question, locale: Locale): string[] {
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

/** The bureaus of a page: 50 at a time, or 前 10. */
function shownOf(found: Tally, { question }: Asked): readonly YearRow[] {
  const list = found.ranked(question.order);
  if (question.top !== null) return list.slice(0, question.top);
  return list.slice((pageOf(found, question.page) - 1) * tableRowsAtMost);
}

/** A page that there is. */
const pageOf = ({ counted }: Tally, page: number): number =>
  Math.min(page, Math.max(1, Math.ceil(counted.length / tableRowsAtMost)));

interface Parts {
  measure: Measure;
  others: readonly Measure[];
  year: number;
  asked: Asked;
}

async function rankingTable(found: Tally, { measure, others, year, asked }: Parts): Promise<AnswerTable> {
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

/** `未计入：演示县卫生健康局（空）`, by reason. */
export function uncountedNotes({ uncounted }: Tally, locale: Locale): string[] {
  return [...uncounted].map(([state, rows]) =>
    say(locale, 'ranking.uncounted', {
      count: rows.length,
      state: noNumberText(state, locale),
      names: namesText(
        rows.map(({ bureau }) => bureau),
        locale,
      ),
    }),
  );
}

function barChart(drawn: readonly YearRow[], title: string, measure: Measure, locale: Locale) {
  const shown = drawn.slice(0, barsAtMost);
  return {
    kind: 'bar' as const,
    title,
    points: shown.map(({ bureau }) => bureau),
    series: [{ name: say(locale, 'column.figure'), values: shown.map((row) => numberOf(row, measure).value) }],
  };
}
