import { factChannels } from '../report/fact.ts';
import { answerMessage } from '../views/answer/answer.ts';
import { tableRowsAtMost } from '../views/answer/table.ts';
import { numberText } from '../views/numbers.ts';
import { say } from '../views/words/say.ts';
import { defineCommand } from './command.ts';
import { answerButtons } from './offers.ts';
import { namesText, scopeOf, yearsAsked, yearsOf } from './scope.ts';

/** How many items were published, by channel: what the text says, not what a table says. */
export const published = defineCommand({
  id: 'published',
  usage: { zh: '主动公开条数 [机关或地区] [年份]', en: 'published [bureau or region] [year]' },
  examples: ['主动公开条数 2021'],
  suits: ({ verb, measures }) => verb === 'text' && measures.length === 0,
  run(asked) {
    const { question, directory, asker } = asked;
    const { locale } = asker;
    const { bureaus, name } = scopeOf(question, directory);
    const year = yearsAsked(question, yearsOf(bureaus)).at(-1);
    const reporting = year === undefined ? [] : bureaus.filter(({ rows }) => rows.has(year));
    if (year === undefined || reporting.length === 0)
      return answerMessage({
        title: say(locale, 'lookup.noReport', { name: name ?? say(locale, 'lookup.everybody'), year: year ?? '—' }),
        lines: [],
      });
    const said = reporting.map(({ name: bureau, rows }) => ({ bureau, published: rows.get(year)!.published }));
    const counted = said
      .flatMap(({ bureau, published: found }) => (found ? [{ bureau, ...found }] : []))
      .toSorted((a, b) => b.total - a.total);
    const silent = said.filter(({ published: found }) => !found).map(({ bureau }) => bureau);
    const title = say(locale, 'published.title', {
      year,
      scope: name === null ? '' : say(locale, 'ranking.scope', { scope: name }),
    });
    return answerMessage({
      title,
      lines: [say(locale, 'published.fromText')],
      ...(counted.length > 0
        ? {
            table: {
              caption: title,
              columns: [say(locale, 'column.bureau'), say(locale, 'column.items'), say(locale, 'column.channels')],
              of: counted.length,
              rows: counted
                .slice(0, tableRowsAtMost)
                .map(({ bureau, total, channels }) => [
                  bureau,
                  { value: total, text: numberText(total, 'count', locale) },
                  channels
                    .map(
                      ({ channel, value }) => `${factChannels[channel][locale]} ${numberText(value, 'count', locale)}`,
                    )
                    .join(' · ') || '—',
                ]),
            },
          }
        : {}),
      notes: [
        ...(silent.length > 0
          ? [say(locale, 'published.silent', { count: silent.length, names: namesText(silent, locale) })]
          : []),
      ],
      buttons: answerButtons(asked, ['publish']),
      more: (count) => say(locale, 'ranking.more', { count }),
    });
  },
});
