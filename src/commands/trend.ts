import { namedMeasure } from '../report/measures/catalogue.ts';
import { type Figure, figureOf, type Measure } from '../report/measures/measure.ts';
import { answerMessage } from '../views/answer/answer.ts';
import { clip } from '../views/escape.ts';
import { figureText, measureTitle, noNumberText } from '../views/figure.ts';
import type { Locale, MessageFile } from '../views/message.ts';
import { listText, say } from '../views/words/say.ts';
import { type Asked, defineCommand } from './command.ts';
import { formNotes } from './form-notes.ts';
import type { Bureau } from './names/directory.ts';
import { answerButtons } from './offers.ts';
import { overlapNotes } from './overlap.ts';
import { provenanceNotes } from './provenance.ts';
import { namesText, outlinesIn, rowOf, rowsIn, scopeOf, yearsOf, yearsText } from './scope.ts';
import { type Tally, tally } from './statistics.ts';

const linesAtMost = 4;
const yearsAtMost = 20;

/** One measure over the years: of up to four bureaus, or of all that were asked for together. */
export const trend = defineCommand({
  id: 'trend',
  usage: { zh: '趋势 <机关> <指标> [年份–年份]', en: 'trend <bureau> <measure> [year–year]' },
  examples: ['趋势 金凤区 处罚 2019-2023'],
  suits: ({ verb, measures, years, newest, all }) =>
    verb === 'trend' || (verb !== 'compare' && measures.length > 0 && (years.length > 1 || newest !== null || all)),
  async run(asked) {
    const { question, directory, asker } = asked;
    const { locale } = asker;
    const { bureaus, name } = scopeOf(question, directory);
    const held = yearsOf(bureaus);
    const measure = question.measures[0] ?? namedMeasure('penalties');
    const years = (
      question.years.length > 1 ? question.years : question.newest ? held.slice(-question.newest) : spanOf(held)
    ).slice(-yearsAtMost);
    if (held.length === 0)
      return answerMessage({ title: say(locale, 'lookup.unknownHere', { name: name ?? question.text }), lines: [] });
    const lines =
      bureaus.length <= linesAtMost
        ? await Promise.all(bureaus.map((bureau) => lineOf(asked, bureau, measure, years)))
        : [await togetherLine(asked, bureaus, measure, years, name)];
    const title = say(locale, 'trend.title', {
      name: namesText(
        lines.map((line) => line.name),
        locale,
        linesAtMost,
      ),
      years: yearsText(years, locale),
      measure: measureTitle(measure, locale),
    });
    const rows = years.flatMap((year) => outlinesIn(bureaus, year));
    const whole = lines.filter(({ figures }) => figures.every((figure) => figure?.state === 'number'));
    const gaps = whole.length < lines.length && years.length > 1;
    const picture = gaps && question.chart ? await pictureOf(title, years, lines, measure, locale) : null;
    return answerMessage({
      title,
      ...(picture && { files: [picture] }),
      lines: lines.map(
        (line) => `${lines.length > 1 ? `${line.name}：` : ''}${pointsText(line, years, measure, locale)}`,
      ),
      ...(years.length > 1 && whole.length > 0
        ? {
            chart: {
              kind: 'line' as const,
              title,
              points: years.map(String),
              series: whole.map(({ name, figures }) => ({
                name,
                values: figures.map((figure) => (figure?.state === 'number' ? figure.value : 0)),
              })),
            },
          }
        : {}),
      notes: [
        ...(gaps ? [say(locale, picture ? 'trend.picture' : question.chart ? 'trend.noFont' : 'trend.gaps')] : []),
        ...(bureaus.length > linesAtMost
          ? [say(locale, 'trend.together'), ...overlapNotes(bureaus, years, locale)]
          : []),
        ...lines.flatMap(({ left = [] }) => (left.length > 0 ? [left.join('；')] : [])),
        ...(question.measures.length > 1
          ? [
              say(locale, 'trend.oneMeasure', {
                others: listText(
                  question.measures.slice(1).map((other) => measureTitle(other, locale)),
                  locale,
                ),
              }),
            ]
          : []),
        ...formNotes(rows, [measure], locale),
        ...(await provenanceNotes(rows, asked)),
      ],
      buttons: [
        ...answerButtons(asked, ['publish', 'export']),
        ...(gaps && !question.chart
          ? [{ label: say(locale, 'button.lineChart'), question: `${question.text} 折线图` }]
          : []),
      ],
    });
  },
});

/** The lines as a picture, with every figure in words beside it; `null` where it cannot be drawn here. */
async function pictureOf(
  title: string,
  years: readonly number[],
  lines: readonly Line[],
  measure: Measure,
  locale: Locale,
): Promise<MessageFile | null> {
  // The library behind it is large, and most questions draw nothing.
  const { linePicture } = await import('./chart/line-picture.ts');
  const bytes = linePicture(
    title,
    years,
    lines.map(({ name, figures }) => ({
      name,
      points: figures.map((figure) =>
        figure?.state === 'number'
          ? figure.value
          : figure
            ? noNumberText(figure.state, locale)
            : say(locale, 'state.noReport'),
      ),
    })),
  );
  const words = lines.map((line) => `${line.name} ${pointsText(line, years, measure, locale)}`).join('；');
  return bytes && { name: 'trend.png', bytes, altText: clip(say(locale, 'trend.alt', { title, words }), 900) };
}

/** Every year from the first to the last that was reported; a year between without a report is a gap. */
const spanOf = (held: readonly number[]): number[] => {
  const [first, last] = [held[0], held.at(-1)];
  return first === undefined || last === undefined
    ? []
    : Array.from({ length: last - first + 1 }, (_, index) => first + index);
};

/** A name and its figure in each year; `null` where there is no report. */
interface Line {
  name: string;
  figures: (Figure | null)[];
  /** How many bureaus each is the sum of. */
  counts?: number[];
  /** Years in which some of these have no number, and why. */
  left?: string[];
}

const sizeOf = (lists: Tally['uncounted']): number => [...lists.values()].reduce((sum, { length }) => sum + length, 0);

async function lineOf(asked: Asked, bureau: Bureau, measure: Measure, years: readonly number[]): Promise<Line> {
  const rows = await Promise.all(years.map((year) => rowOf(bureau, year, asked)));
  return { name: bureau.name, figures: rows.map((row) => (row ? figureOf(row, measure) : null)) };
}

/** The sum of all bureaus asked for, year by year, over those that have a number. */
async function togetherLine(
  asked: Asked,
  bureaus: readonly Bureau[],
  measure: Measure,
  years: readonly number[],
  name: string | null,
): Promise<Line> {
  const { locale } = asked.asker;
  const tallied: Tally[] = [];
  for (const year of years) tallied.push(tally(await rowsIn(bureaus, year, asked), measure));
  return {
    name: say(locale, 'trend.sum', { name: name ?? say(locale, 'lookup.everybody') }),
    counts: tallied.map(({ counted, uncounted }) => counted.length || sizeOf(uncounted)),
    figures: tallied.map(({ total, doubtful, corrected, without }) => {
      if (total !== null)
        return { state: 'number', value: total, doubtful: doubtful > 0, corrected: corrected > 0, blanks: 0 };
      // Reports without a number are not reports that are missing.
      return without[0] ?? null;
    }),
    left: years.flatMap((year, index) => {
      const { counted, uncounted, without } = tallied[index]!;
      return counted.length === 0 || uncounted.size === 0
        ? []
        : [
            say(locale, 'trend.uncounted', {
              ...{ year, count: sizeOf(uncounted) },
              states: listText(
                without.map((figure) => figureText(figure, measure.unit, { locale })),
                locale,
              ),
            }),
          ];
    }),
  };
}

/** `2019 31 · 2020 未收到年报 · 2021 44 ⚠️` */
const pointsText = ({ figures, counts }: Line, years: readonly number[], measure: Measure, locale: Locale): string =>
  years
    .map((year, index) => {
      const figure = figures[index];
      if (!figure) return `${year} ${say(locale, 'state.noReport')}`;
      const text = figureText(figure, measure.unit, { locale });
      return `${year} ${counts ? say(locale, 'trend.of', { text, count: counts[index]! }) : text}`;
    })
    .join(' · ');
