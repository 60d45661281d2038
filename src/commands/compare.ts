import { type MeasureId, namedMeasure } from '../report/measures/catalogue.ts';
import { figureOf, type Measure } from '../report/measures/measure.ts';
import type { YearRow } from '../store/store.ts';
import { answerMessage } from '../views/answer/answer.ts';
import type { TableCell } from '../views/answer/table.ts';
import { figureText, measureTitle } from '../views/figure.ts';
import type { Locale, Message } from '../views/message.ts';
import { changeText } from '../views/numbers.ts';
import { say } from '../views/words/say.ts';
import { barFile } from './chart/bar-file.ts';
import { type Asked, defineCommand } from './command.ts';
import type { Bureau } from './names/directory.ts';
import { levelOf } from './names/place.ts';
import { answerButtons } from './offers.ts';
import { provenanceNotes } from './provenance.ts';
import { namesText, rowOf, rowsIn, scopeOf, yearsAsked, yearsOf, yearsText } from './scope.ts';

/** What is compared where no measure was named. */
export const usual: readonly MeasureId[] = [
  'licences',
  'penalties',
  'measures',
  'fees',
  'applications',
  'concluded',
  'carried-out',
  'reconsideration',
  'litigation',
];
/** Beside the name of the measure a phone shows three more columns. */
const sideBySide = 3;

/** Bureaus side by side in one year, or two years of one bureau. */
export const compare = defineCommand({
  id: 'compare',
  usage: {
    zh: '对比 <机关> <机关> [年份]；对比 <机关> <年份> <年份>',
    en: 'compare <bureau> <bureau> [year]; compare <bureau> <year> <year>',
  },
  examples: ['对比 金凤区 灵武市 2021', '对比 金凤区 2020 2021'],
  suits: ({ verb, places, measures }) =>
    (verb === 'compare' || (verb === null && measures.length === 0)) &&
    (verb === 'compare' || places.filter(({ is }) => is !== 'kind').length > 1),
  async run(asked) {
    const { question, directory, asker } = asked;
    const { locale } = asker;
    const { bureaus } = scopeOf(question, directory);
    const held = yearsOf(bureaus);
    const years = yearsAsked(question, held);
    const measures = question.measures.length > 0 ? question.measures : usual.map(namedMeasure);
    if ((question.places.length === 0 && question.level === null) || bureaus.length === 0)
      return answerMessage({ title: say(locale, 'compare.whom'), lines: [say(locale, 'compare.example')] });
    if (bureaus.length === 1) {
      const pair = question.years.length > 1 ? question.years : held.slice(-2);
      return twoYears(asked, bureaus[0]!, pair, measures);
    }
    return sideways(asked, bureaus, years.at(-1)!, measures);
  },
});

async function sideways(
  asked: Asked,
  bureaus: readonly Bureau[],
  year: number,
  measures: readonly Measure[],
): Promise<Message> {
  const { locale } = asked.asker;
  const answering = bureaus.filter(({ rows }) => rows.has(year));
  const shown = answering.slice(0, sideBySide);
  const absent = bureaus.filter(({ rows }) => !rows.has(year)).map(({ name }) => name);
  const rows = await rowsIn(shown, year, asked);
  if (rows.length === 0)
    return answerMessage({
      title: say(locale, 'compare.absent', { year, names: namesText(absent, locale) }),
      lines: [say(locale, 'lookup.held', { years: yearsText(yearsOf(bureaus), locale) })],
      buttons: yearsOf(bureaus)
        .slice(-3)
        .map((held) => ({
          label: say(locale, 'button.year', { year: held }),
          question: `对比 ${bureaus.map(({ name }) => name).join(' ')} ${held}`,
        })),
    });
  const title = say(locale, 'compare.title', {
    year,
    names: namesText(
      shown.map(({ name }) => name),
      locale,
      3,
    ),
  });
  const picture = asked.question.chart ? await sidewaysPicture(title, rows, measures, locale) : null;
  return answerMessage({
    title,
    lines: [],
    ...(picture ? { files: [picture] } : {}),
    table: {
      caption: title,
      columns: [say(locale, 'column.measure'), ...shortNames(shown)],
      rows: measures.map((measure): TableCell[] => [
        measureTitle(measure, locale),
        ...rows.map((row) => figureText(figureOf(row, measure), measure.unit, { locale, exact: true })),
      ]),
    },
    notes: [
      ...(absent.length > 0 ? [say(locale, 'compare.absent', { year, names: namesText(absent, locale) })] : []),
      ...(answering.length > sideBySide ? [say(locale, 'compare.more', { count: answering.length - sideBySide })] : []),
      ...differences(shown, rows, locale),
      ...(asked.question.chart ? [say(locale, picture ? 'bars.picture' : 'trend.noFont')] : []),
      ...(await provenanceNotes(rows, asked)),
    ],
    buttons: answerButtons(asked, ['publish', 'export', ...(asked.question.chart ? [] : (['chart'] as const))]),
  });
}

/** 金凤区, 灵武市 where all are bureaus of one kind: four columns are to fit a phone, and the title has the whole names. */
function shortNames(bureaus: readonly Bureau[]): string[] {
  const places = bureaus.map(({ region, name }) => region?.path.at(-1) ?? name);
  const alike = new Set(bureaus.map(({ body }) => body)).size === 1 && new Set(places).size === places.length;
  return alike ? places : bureaus.map(({ name }) => name);
}

/** Every measure on a scale of its own: the native chart has one for all. */
const sidewaysPicture = (title: string, rows: readonly YearRow[], measures: readonly Measure[], locale: Locale) =>
  barFile(
    title,
    measures.map((measure) => ({
      title: measureTitle(measure, locale),
      bars: rows.map((row) => {
        const figure = figureOf(row, measure);
        const text = figureText(figure, measure.unit, { locale, exact: true });
        return { name: row.bureau, value: figure.state === 'number' ? figure.value : text, text };
      }),
    })),
    locale,
  );

/** What keeps the figures from meaning the same: levels, kinds, forms. */
function differences(bureaus: readonly Bureau[], rows: readonly YearRow[], locale: Locale): string[] {
  const levels = new Set(bureaus.flatMap(({ region }) => (region ? [levelOf(region)] : [])));
  return [
    ...(levels.size > 1 ? [say(locale, 'compare.levels')] : []),
    ...(new Set(bureaus.map(({ body }) => body)).size > 1 ? [say(locale, 'compare.kinds')] : []),
    ...(new Set(rows.map(({ forms }) => forms.disclosures).filter(Boolean)).size > 1
      ? [say(locale, 'compare.forms')]
      : []),
  ];
}

/** 指标 | 2020 | 2021 | 变化, a change only where both years have a number that means the same. */
async function twoYears(
  asked: Asked,
  bureau: Bureau,
  years: readonly number[],
  measures: readonly Measure[],
): Promise<Message> {
  const { locale } = asked.asker;
  const [from, to] = [years[0]!, years.at(-1)!];
  const [before, after] = await Promise.all([rowOf(bureau, from, asked), rowOf(bureau, to, asked)]);
  const absent = [from, to].filter((year) => !bureau.rows.has(year));
  const title = say(locale, 'compare.years', { name: bureau.name, from, to });
  if (from === to || (!before && !after))
    return answerMessage({ title: say(locale, 'compare.oneYear', { name: bureau.name, year: to }), lines: [] });
  const shown = (row: YearRow | undefined, measure: Measure) =>
    row ? figureText(figureOf(row, measure), measure.unit, { locale, exact: true }) : say(locale, 'state.noReport');
  return answerMessage({
    title,
    lines: [],
    table: {
      caption: title,
      columns: [say(locale, 'column.measure'), String(from), String(to), say(locale, 'column.difference')],
      rows: measures.map((measure) => {
        const [then, now] = [before && figureOf(before, measure), after && figureOf(after, measure)];
        const change =
          then?.state === 'number' && now?.state === 'number'
            ? changeText(Number((now.value - then.value).toFixed(6)), measure.unit, locale)
            : '—';
        return [measureTitle(measure, locale), shown(before, measure), shown(after, measure), change];
      }),
    },
    notes: [
      ...(absent.length > 0 ? [say(locale, 'trend.absent', { years: absent.join('、') })] : []),
      ...(before && after && before.forms.disclosures !== after.forms.disclosures
        ? [say(locale, 'form.acrossYears')]
        : []),
      ...(await provenanceNotes(
        [before, after].filter((row) => row !== undefined),
        asked,
      )),
    ],
    buttons: answerButtons(asked, ['publish', 'export']),
  });
}
