import { bureauKey } from '../naming/bureau-key.ts';
import { locate } from '../naming/region.ts';
import { answerMessage } from '../views/answer/answer.ts';
import { say } from '../views/words/say.ts';
import { defineCommand } from './command.ts';
import type { Bureau, Directory } from './names/directory.ts';
import { answerButtons } from './offers.ts';
import { rosterOf } from './roster.ts';
import { scopeOf, yearsAsked, yearsText } from './scope.ts';

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
    const expected =
      roster && name === null
        ? roster.names.map((title) => ({ name: title, bureau: byAnyName(title, directory) }))
        : bureaus.map((bureau) => ({ name: bureau.name, bureau }));
    const absent = expected.filter(({ bureau }) => !bureau?.rows.has(year));
    const scope = name === null ? '' : say(locale, 'ranking.scope', { scope: name });
    const title = say(locale, 'missing.title', { year, scope, count: absent.length });
    const basis =
      roster && name === null
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
              of: absent.length - (question.page - 1) * 50,
              rows: absent.slice((question.page - 1) * 50, question.page * 50).map((item) => [
                item.name,
                item.bureau
                  ? yearsText(
                      [...item.bureau.rows.keys()].sort((a, b) => a - b),
                      locale,
                    )
                  : '—',
              ]),
            },
          }
        : {}),
      buttons: answerButtons(asked, ['publish']),
      more: (count) => say(locale, 'ranking.more', { count }),
    });
  },
});

function byAnyName(name: string, directory: Directory): Bureau | undefined {
  const [exact] = directory.byName(name);
  if (exact) return exact;
  const { candidates } = locate(name);
  const key = bureauKey(name, candidates.length === 1 ? candidates[0]! : null);
  return key === null ? undefined : directory.byKey(key);
}
