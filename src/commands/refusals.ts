import { applicationRows } from '../report/forms/index.ts';
import { cellMeasure } from '../report/measures/catalogue.ts';
import { answerMessage } from '../views/answer/answer.ts';
import { numberText, shareText } from '../views/numbers.ts';
import { say } from '../views/words/say.ts';
import { defineCommand } from './command.ts';
import { answerButtons } from './offers.ts';
import { provenanceNotes } from './provenance.ts';
import { namesText, rowsIn, scopeOf, yearsAsked, yearsOf } from './scope.ts';
import { tallies } from './statistics.ts';

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
    const rows = year === undefined ? [] : rowsIn(bureaus, year);
    if (year === undefined || rows.length === 0)
      return answerMessage({
        title: say(locale, 'lookup.noReport', { name: name ?? say(locale, 'lookup.everybody'), year: year ?? '—' }),
        lines: [],
      });
    const measures = applicationRows('2021')
      .filter((row) => groups.some((group) => row.startsWith(`${group}.`)))
      .map((row) => cellMeasure(`applications.${row}.total`));
    const grounds = tallies(rows, measures).map((found, index) => ({
      title: measures[index]!.title[locale],
      ...found,
    }));
    const sum = grounds.reduce((all, { total }) => all + (total ?? 0), 0);
    const without = new Set(grounds.flatMap(({ uncounted }) => uncounted.map(({ row }) => row.bureau)));
    const found = grounds.filter(({ total }) => (total ?? 0) > 0).toSorted((a, b) => b.total! - a.total!);
    const title = say(locale, 'refusals.title', { year, scope: name ?? say(locale, 'lookup.everybody') });
    const doubtful = found.some((ground) => ground.doubtful > 0);
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
              rows: found.map(({ title: ground, total, counted, doubtful: marked }) => [
                ground,
                { value: total!, text: `${numberText(total!, 'count', locale)}${marked > 0 ? ' ⚠️' : ''}` },
                shareText(total! / sum, locale),
                {
                  value: counted.filter(({ figure }) => figure.value > 0).length,
                  text: String(counted.filter(({ figure }) => figure.value > 0).length),
                },
              ]),
            },
          }
        : {}),
      notes: [
        ...(without.size > 0
          ? [say(locale, 'refusals.without', { count: without.size, names: namesText([...without], locale) })]
          : []),
        ...(doubtful ? [say(locale, 'refusals.doubtful')] : []),
        ...(await provenanceNotes(rows, asked)),
      ],
      buttons: answerButtons(asked, ['publish', 'export']),
    });
  },
});
