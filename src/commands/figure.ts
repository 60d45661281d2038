import type { Fact } from '../report/fact.ts';
import { figureOf, type Measure } from '../report/measures/measure.ts';
import { type SaidId, statementsOf } from '../report/measures/said.ts';
import type { YearRow } from '../store/store.ts';
import { answerMessage } from '../views/answer/answer.ts';
import { clip } from '../views/escape.ts';
import { figureText, measureTitle } from '../views/figure.ts';
import type { Locale } from '../views/message.ts';
import { say } from '../views/words/say.ts';
import { defineCommand } from './command.ts';
import { answerButtons } from './offers.ts';
import { sourceNote } from './provenance.ts';
import { rowOf, scopeOf, yearsAsked, yearsOf, yearsText } from './scope.ts';

/** One measure of one bureau in one year: the number, how sure it is, and where it stands. */
export const figure = defineCommand({
  id: 'figure',
  usage: { zh: '<机关> <指标> [年份]', en: '<bureau> <measure> [year]' },
  examples: ['金凤区卫健局 处罚 2021'],
  suits: ({ measures, places, verb, years, newest, all }) =>
    measures.length > 0 &&
    places.length === 1 &&
    places[0]!.is === 'bureau' &&
    years.length < 2 &&
    newest === null &&
    !all &&
    verb !== 'trend',
  async run(asked) {
    const { question, directory, asker, store } = asked;
    const { locale } = asker;
    const [bureau] = scopeOf(question, directory).bureaus;
    const held = yearsOf([bureau!]);
    const year = yearsAsked(question, held)[0]!;
    const row = await rowOf(bureau!, year, asked);
    if (!row)
      return answerMessage({
        title: say(locale, 'lookup.noReport', { name: bureau!.name, year }),
        lines: [say(locale, 'lookup.held', { years: yearsText(held, locale) })],
        buttons: [
          {
            label: say(locale, 'button.year', { year: held.at(-1)! }),
            question: `${bureau!.name} ${held.at(-1)} ${question.measures[0]!.title.zh}`,
          },
        ],
      });
    const stored = await store.reports.current(bureau!.key, year);
    const lines = question.measures.map((measure) => figureLine(row, measure, locale));
    return answerMessage({
      title: `${say(locale, 'report.name', { bureau: bureau!.name, year })}　${lines[0]}`,
      lines: lines.slice(1),
      notes: [
        ...question.measures.flatMap((measure) =>
          measure.said
            ? sentences(stored?.entry.report.facts ?? [], measure.said, locale)
            : places(stored?.entry.report.cells ?? {}, measure, locale),
        ),
        sourceNote(row, stored, locale),
      ],
      buttons: [
        ...answerButtons(asked, ['publish']),
        { label: say(locale, 'button.trend'), question: `趋势 ${question.text.replace(/(?:19|20)\d{2}年?/g, '')}` },
      ],
    });
  },
});

/** `行政处罚 44`, with a word for every doubt. */
export function figureLine(row: YearRow, measure: Measure, locale: Locale): string {
  const found = figureOf(row, measure);
  const text = `${measureTitle(measure, locale)} ${figureText(found, measure.unit, { locale, exact: true })}`;
  if (found.state !== 'number') return found.doubtful ? `${text} · ${say(locale, 'figure.doubtful')}` : text;
  return [
    found.parts ? say(locale, 'figure.parts', { text, value: found.parts.value, of: found.parts.of }) : text,
    ...(measure.said ? [say(locale, 'said.fromText')] : []),
    ...(found.doubtful ? [say(locale, measure.said ? 'said.several' : 'figure.doubtful')] : []),
    ...(found.corrected ? [say(locale, 'figure.corrected')] : []),
    ...(found.blanks > 0 ? [say(locale, 'figure.blanks', { count: found.blanks })] : []),
  ].join(' · ');
}

/** The sentences that a count of the text stands in, at most three. */
const sentences = (facts: readonly Fact[], id: SaidId, locale: Locale): string[] =>
  [...new Map(statementsOf(facts, id).map((fact) => [fact.sentence, fact])).values()]
    .slice(0, 3)
    .map(({ sentence, place: { page } }) =>
      say(locale, 'said.sentence', {
        sentence: clip(sentence, 200),
        where: page === undefined ? '' : `　${say(locale, 'source.page', { page })}`,
      }),
    );

/** Page and line of a single cell. */
function places(
  cells: Partial<Record<string, { place: { page?: number; line?: number }; raw: string }>>,
  { sums, title }: Measure,
  locale: Locale,
): string[] {
  const [sum] = sums;
  const cell = sum?.length === 1 ? cells[sum[0]!] : undefined;
  if (!cell) return [];
  const { page, line } = cell.place;
  if (page === undefined && line === undefined) return [];
  const where = page === undefined ? say(locale, 'figure.line', { line: line! }) : say(locale, 'source.page', { page });
  const name = title[locale];
  return [
    cell.raw === ''
      ? say(locale, 'figure.printedBlank', { name, where })
      : say(locale, 'figure.printed', { name, raw: cell.raw, where }),
  ];
}
