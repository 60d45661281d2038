import { namedMeasure } from '../report/measures/catalogue.ts';
import { figureOf, type Measure } from '../report/measures/measure.ts';
import type { YearRow } from '../store/store.ts';
import { answerMessage } from '../views/answer/answer.ts';
import type { TableCell } from '../views/answer/table.ts';
import { figureText, measureTitle } from '../views/figure.ts';
import { meanText } from '../views/numbers.ts';
import { say } from '../views/words/say.ts';
import { type Asked, defineCommand } from './command.ts';
import { usual } from './compare.ts';
import { formNotes } from './form-notes.ts';
import { type Bureau, codePrefix } from './names/directory.ts';
import { answerButtons } from './offers.ts';
import { provenanceNotes } from './provenance.ts';
import { rowOf, rowsIn, scopeOf, yearsAsked, yearsOf } from './scope.ts';
import { type Tally, tally } from './statistics.ts';

/** Fewer bureaus than this say nothing of what is usual. */
const atLeast = 3;

/** One bureau among those of its kind: its figures, the median, and its place among them. */
export const peers = defineCommand({
  id: 'peers',
  usage: { zh: '同类对比 <机关> [年份]', en: 'peers <bureau> [year]' },
  examples: ['同类对比 金凤区卫健局 2021'],
  suits: ({ verb }) => verb === 'peers',
  async run(asked) {
    const { question, directory, asker } = asked;
    const { locale } = asker;
    const { bureaus } = scopeOf(question, directory);
    const [bureau] = bureaus;
    if (question.places.length === 0 || bureaus.length !== 1 || !bureau)
      return answerMessage({
        title: say(locale, 'peers.whom'),
        lines: [say(locale, 'peers.example')],
        buttons: bureaus.slice(0, question.places.length === 0 ? 0 : 4).map(({ name }) => ({
          label: name,
          question: `同类对比 ${name}`,
        })),
      });
    const year = yearsAsked(question, yearsOf([bureau])).at(-1);
    const own = year === undefined ? undefined : await rowOf(bureau, year, asked);
    if (!own || year === undefined)
      return answerMessage({
        title: say(locale, 'lookup.noReport', { name: bureau.name, year: year ?? '—' }),
        lines: [],
      });
    const { others, where } = peersOf(bureau, year, asked);
    const rows = await rowsIn(others, year, asked);
    if (rows.length < atLeast)
      return answerMessage({
        title: rows.length
          ? say(locale, 'peers.few', { name: bureau.name, year, count: rows.length })
          : say(locale, 'peers.none', { name: bureau.name, year }),
        lines: [say(locale, 'peers.fewWhy', { least: atLeast })],
      });
    const measures = question.measures.length > 0 ? question.measures : usual.map(namedMeasure);
    const title = say(locale, 'peers.title', { name: bureau.name, year, count: rows.length, where });
    return answerMessage({
      title,
      lines: [say(locale, 'peers.about')],
      table: {
        caption: title,
        columns: [
          say(locale, 'column.measure'),
          say(locale, 'column.own'),
          say(locale, 'column.median'),
          say(locale, 'column.place'),
        ],
        rows: measures.map((measure) => lineOf(own, tally(rows, measure), measure, asked)),
      },
      notes: [
        say(locale, 'peers.scale'),
        ...formNotes([own, ...rows], measures, locale),
        ...(await provenanceNotes([own], asked)),
      ],
      buttons: answerButtons(asked, ['publish']),
    });
  },
});

/** Others of its kind in its city, else in its province, else everywhere: the nearest that are enough. */
function peersOf(bureau: Bureau, year: number, { directory, asker: { locale } }: Asked) {
  const others = directory.withBody(bureau.body).filter(({ key, rows }) => key !== bureau.key && rows.has(year));
  const code = bureau.region ? codePrefix(bureau.region.code) : '';
  for (const length of [4, 2]) {
    if (code.length < length) continue;
    const near = others.filter(({ region }) => region?.code.startsWith(code.slice(0, length)));
    if (near.length >= atLeast)
      return {
        others: near,
        where: bureau.region!.path[length === 4 ? Math.min(1, bureau.region!.path.length - 1) : 0]!,
      };
  }
  return { others, where: say(locale, 'peers.everywhere') };
}

/** `行政处罚 | 44 | 33 | 2 / 9`: the place is that of the larger figures, over those that have a number. */
function lineOf(own: YearRow, others: Tally, measure: Measure, { asker: { locale } }: Asked): TableCell[] {
  const figure = figureOf(own, measure);
  const { counted, median } = others;
  const { same, above } = others.against(figure.state === 'number' ? figure.value : Number.NaN);
  const place =
    figure.state === 'number' && counted.length > 0
      ? say(locale, same > 0 ? 'peers.tied' : 'peers.place', { place: above + 1, of: counted.length + 1 })
      : '—';
  return [
    measureTitle(measure, locale),
    figureText(figure, measure.unit, { locale, exact: true }),
    median === null
      ? '—'
      : say(locale, 'peers.median', { value: meanText(median, measure.unit, locale), n: counted.length }),
    place,
  ];
}
