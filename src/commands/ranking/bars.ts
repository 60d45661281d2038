import type { Measure } from '../../report/measures/measure.ts';
import type { YearRow } from '../../store/store.ts';
import type { AnswerChart } from '../../views/answer/chart.ts';
import { figureText } from '../../views/figure.ts';
import type { Locale, MessageFile } from '../../views/message.ts';
import { say } from '../../views/words/say.ts';
import { barFile } from '../chart/bar-file.ts';
import type { Asked } from '../command.ts';
import { numberOf, type Tally } from '../statistics.ts';

/** A chart holds twenty points. */
const barsAtMost = 20;
/** And names of so many characters. */
const nativeName = 20;
/** So many bars are drawn in a picture. */
const pictureBarsAtMost = 40;

/** What is drawn for a ranking: the native chart, a picture where that shows less than all, and what people must know of them. */
export interface RankingBars {
  chart?: AnswerChart;
  picture: MessageFile | null;
  notes: string[];
}

/** Bars where they were asked for. */
export async function barsOf(
  found: Tally,
  { question, asker: { locale } }: Asked,
  title: string,
  measure: Measure,
): Promise<RankingBars> {
  const most = Math.min(question.top ?? pictureBarsAtMost, pictureBarsAtMost);
  const drawn = question.chart ? found.ranked(question.order).slice(0, most) : [];
  if (drawn.length === 0) return { picture: null, notes: [] };
  const picture = fitsNative(drawn) ? null : await rankingPicture(drawn, title, measure, locale);
  const shown = picture ? drawn.length : Math.min(drawn.length, barsAtMost);
  return {
    chart: barChart(drawn, title, measure, locale),
    picture,
    notes: [
      ...(picture ? [say(locale, 'bars.picture')] : []),
      ...(drawn.length < found.counted.length ? [say(locale, 'bars.first', { count: shown })] : []),
    ],
  };
}

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

function barChart(drawn: readonly YearRow[], title: string, measure: Measure, locale: Locale): AnswerChart {
  const shown = drawn.slice(0, barsAtMost);
  return {
    kind: 'bar',
    title,
    points: shown.map(({ bureau }) => bureau),
    series: [{ name: say(locale, 'column.figure'), values: shown.map((row) => numberOf(row, measure).value) }],
  };
}
