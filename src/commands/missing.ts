import { rosterOf } from '../store/rosters.ts';
import { answerMessage } from '../views/answer/answer.ts';
import { say } from '../views/words/say.ts';
import { defineCommand } from './command.ts';
import { answerButtons, pageButtons } from './offers.ts';
import { heldText, rosterWithin, understandRoster } from './roster.ts';
import { scopeOf, yearsAsked } from './scope.ts';

const perPage = 50;

/** Who has not sent the report of a year: against the team's roster, else against the bureaus of other years. */
export const missing = defineCommand({
  id: 'missing',
  usage: { zh: '缺报 [年份] [地区]', en: 'missing [year] [region]' },
  examples: ['缺报 2021'],
  suits: ({ verb }) => verb === 'missing',
  async run(asked) {
    const { question, directory, asker, store } = asked;
    const { locale } = asker;
    const { bureaus, name } = scopeOf(question, directory);
    const year = yearsAsked(question, directory.years).at(-1);
    if (year === undefined)
      return answerMessage({ title: say(locale, 'store.empty'), lines: [say(locale, 'store.howToUpload')] });
    const roster = await rosterOf(store, asker.team);
    const expected = roster
      ? rosterWithin(understandRoster(roster.names, directory), question)
      : bureaus.map((bureau) => ({ name: bureau.name, bureau }));
    const absent = expected.filter(({ bureau }) => !bureau?.rows.has(year));
    const scope = name === null ? '' : say(locale, 'ranking.scope', { scope: name });
    const title = say(locale, 'missing.title', { year, scope, count: absent.length });
    const page = Math.min(question.page, Math.max(1, Math.ceil(absent.length / perPage)));
    const from = (page - 1) * perPage;
    const basis = roster
      ? say(locale, 'missing.roster', { expected: expected.length, here: expected.length - absent.length })
      : say(locale, 'missing.known', { expected: expected.length, here: expected.length - absent.length });
    return answerMessage({
      title: absent.length === 0 ? say(locale, 'missing.none', { year, scope }) : title,
      lines: [basis],
      ...(absent.length > 0
        ? {
            table: {
              caption: title,
              columns: [say(locale, 'column.bureau'), say(locale, 'column.otherYears')],
              of: absent.length - from,
              rows: absent.slice(from, from + perPage).map((item) => [item.name, heldText(item.bureau, asked)]),
            },
          }
        : {}),
      buttons: [
        ...pageButtons(question, page, from + perPage < absent.length, locale),
        ...answerButtons(asked, ['publish']),
        ...(roster ? [{ label: say(locale, 'button.roster'), question: '名单' }] : []),
      ],
      more: (count) => say(locale, 'list.rows', { count }),
    });
  },
});
