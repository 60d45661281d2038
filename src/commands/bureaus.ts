import { rosterOf } from '../store/rosters.ts';
import { answerMessage } from '../views/answer/answer.ts';
import { say } from '../views/words/say.ts';
import { defineCommand } from './command.ts';
import { pathText } from './names/place.ts';
import { answerButtons, pageButtons } from './offers.ts';
import { rosterWithin, understandRoster } from './roster.ts';
import { byName, namesText, scopeOf, yearsText } from './scope.ts';

/** Every bureau in the store with its region and years. */
export const bureaus = defineCommand({
  id: 'bureaus',
  usage: { zh: '机关 [地区]', en: 'bureaus [region]' },
  examples: ['机关', '机关 银川'],
  suits: ({ verb, measures }) => verb === 'bureaus' && measures.length === 0,
  async run(asked) {
    const { question, directory, asker, store } = asked;
    const { locale } = asker;
    const { bureaus: inScope, name } = scopeOf(question, directory);
    const { years } = question;
    const found = inScope.filter(({ rows }) => years.length === 0 || years.some((year) => rows.has(year)));
    const scope = name === null ? '' : say(locale, 'ranking.scope', { scope: name });
    const title =
      years.length === 0
        ? say(locale, 'bureaus.title', { count: found.length, scope })
        : say(locale, 'bureaus.ofYears', { count: found.length, scope, years: yearsText(years, locale) });
    if (found.length === 0)
      return answerMessage({
        title,
        lines: [say(locale, directory.years.length === 0 ? 'store.howToUpload' : 'bureaus.all')],
      });
    const kept = await rosterOf(store, asker.team);
    const entries = kept ? rosterWithin(understandRoster(kept.names, directory), question) : [];
    const never = entries.filter(({ bureau }) => !bureau);
    const sorted = found.toSorted(
      (a, b) => compareCodes(a.region?.code ?? '', b.region?.code ?? '') || byName(a.name, b.name),
    );
    return answerMessage({
      title,
      lines:
        entries.length > 0
          ? [
              say(locale, 'bureaus.roster', {
                count: entries.length,
                never: never.length,
                names: namesText(
                  never.map((entry) => entry.name),
                  locale,
                ),
              }),
            ]
          : [],
      table: {
        caption: title,
        columns: [say(locale, 'column.bureau'), say(locale, 'column.years'), say(locale, 'column.region')],
        of: sorted.length - (question.page - 1) * 50,
        rows: sorted.slice((question.page - 1) * 50, question.page * 50).map(({ name: bureau, region, rows }) => [
          bureau,
          yearsText(
            [...rows.keys()].sort((a, b) => a - b),
            locale,
          ),
          region ? pathText(region) : '—',
        ]),
      },
      buttons: [
        ...answerButtons(asked, ['publish']),
        ...pageButtons(question, question.page, sorted.length > question.page * 50, locale),
        ...(kept ? [{ label: say(locale, 'button.roster'), question: '名单' }] : []),
      ],
      more: (count) => say(locale, 'list.rows', { count }),
    });
  },
});

const compareCodes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
