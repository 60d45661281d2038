import { applicationRows } from '../report/forms/index.ts';
import { cellMeasure } from '../report/measures/catalogue.ts';
import { figureOf } from '../report/measures/measure.ts';
import { answerMessage } from '../views/answer/answer.ts';
import { numberText, shareText } from '../views/numbers.ts';
import { say } from '../views/words/say.ts';
import { defineCommand } from './command.ts';
import { answerButtons } from './offers.ts';
import { overlapNotes } from './overlap.ts';
import { provenanceNotes } from './provenance.ts';
import { namesText, rowsIn, scopeOf, yearsAsked, yearsOf } from './scope.ts';

const groups = ['denied', 'unavailable', 'declined'] as const;

/** Why requests were not granted: every printed ground with its count, the most frequent first. */
export const refusals = defineCommand({
  id: 'refusals',
  usage: { zh: '不予公开原因 [机关或地区] [年份]', en: 'refusal reasons [bureau or region] [year]' },
  examples: ['不予公开原因 2021'],
  suits: ({ verb }) => verb === 'refusals',
  async run(asked) {
    const { question, directory, asker } = asked;
    const { locale } = asker;
    const { bureaus, name } = scopeOf(question, directory);
    const year = yearsAsked(question, yearsOf(bureaus)).at(-1);
    const rows = year === undefined ? [] : await rowsIn(bureaus, year, asked);
    if (year === undefined || rows.length === 0)
      return answerMessage({
        title: say(locale, 'lookup.noReport', { name: name ?? say(locale, 'lookup.everybody'), year: year ?? '—' }),
        lines: [],
      });
    const measures = applicationRows('2021')
      .filter((row) => groups.some((group) => row.startsWith(`${group}.`)))
      .map((row) => cellMeasure(`applications.${row}.total`));
    const grounds = measures.map((measure) => ({ measure, total: 0, bureaus: 0, doubtful: false }));
    const without = new Set<string>();
    for (const row of rows)
      for (const ground of grounds) {
        const figure = figureOf(row, ground.measure);
        if (figure.state !== 'number') {
          without.add(row.bureau);
          continue;
        }
        ground.total += figure.value;
        if (figure.value > 0) ground.bureaus++;
        ground.doubtful ||= figure.doubtful;
      }
    const sum = grounds.reduce((all, { total }) => all + total, 0);
    const found = grounds.filter(({ total }) => total > 0).toSorted((a, b) => b.total - a.total);
    const title = say(locale, 'refusals.title', { year, scope: name ?? say(locale, 'lookup.everybody') });
    const doubtful = found.some((ground) => ground.doubtful);
    return answerMessage({
      title,
      lines: [
        sum === 0
          ? say(locale, 'refusals.none', { count: rows.length - without.size })
          : say(locale, 'refusals.total', { total: numberText(sum, 'count', locale), count: rows.length }),
      ],
      ...(found.length > 0
        ? {
            table: {
              caption: title,
              columns: [
                say(locale, 'column.ground'),
                say(locale, 'column.count'),
                say(locale, 'column.share'),
                say(locale, 'column.bureaus'),
              ],
              rows: found.map(({ measure, total, bureaus, doubtful: marked }) => [
                measure.title[locale],
                { value: total, text: `${numberText(total, 'count', locale)}${marked ? ' ⚠️' : ''}` },
                shareText(total / sum, locale),
                { value: bureaus, text: String(bureaus) },
              ]),
            },
          }
        : {}),
      notes: [
        ...(without.size > 0
          ? [say(locale, 'refusals.without', { count: without.size, names: namesText([...without], locale) })]
          : []),
        ...(doubtful ? [say(locale, 'refusals.doubtful')] : []),
        ...(sum > 0 ? overlapNotes(bureaus, [year], locale) : []),
        ...(await provenanceNotes(rows, asked)),
      ],
      buttons: answerButtons(asked, ['publish', 'export']),
    });
  },
});
