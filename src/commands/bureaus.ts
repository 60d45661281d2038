import { answerMessage } from '../views/answer/answer.ts';
import { say } from '../views/words/say.ts';
import { defineCommand } from './command.ts';
import { pathText } from './names/place.ts';
import { answerButtons } from './offers.ts';
import { byName, scopeOf, yearsText } from './scope.ts';

/** Every bureau in the store with its region and years. */
export const bureaus = defineCommand({
  id: 'bureaus',
  usage: { zh: '机关 [地区]', en: 'bureaus [region]' },
  examples: ['机关', '机关 银川'],
  suits: ({ verb, measures }) => verb === 'bureaus' && measures.length === 0,
  run(asked) {
    const { question, directory, asker } = asked;
    const { locale } = asker;
    const { bureaus: found, name } = scopeOf(question, directory);
    const scope = name === null ? '' : say(locale, 'ranking.scope', { scope: name });
    const title = say(locale, 'bureaus.title', { count: found.length, scope });
    if (found.length === 0)
      return answerMessage({
        title,
        lines: [say(locale, directory.years.length === 0 ? 'store.howToUpload' : 'bureaus.all')],
      });
    const sorted = found.toSorted(
      (a, b) => compareCodes(a.region?.code ?? '', b.region?.code ?? '') || byName(a.name, b.name),
    );
    return answerMessage({
      title,
      lines: [],
      table: {
        caption: title,
        columns: [say(locale, 'column.bureau'), say(locale, 'column.region'), say(locale, 'column.years')],
        of: sorted.length - (question.page - 1) * 50,
        rows: sorted.slice((question.page - 1) * 50, question.page * 50).map(({ name: bureau, region, rows }) => [
          bureau,
          region ? pathText(region) : '—',
          yearsText(
            [...rows.keys()].sort((a, b) => a - b),
            locale,
          ),
        ]),
      },
      buttons: [
        ...answerButtons(asked, ['publish']),
        ...nextPage(question.text, question.page, sorted.length, say(locale, 'button.next')),
      ],
      more: (count) => say(locale, 'ranking.more', { count }),
    });
  },
});

const compareCodes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const nextPage = (text: string, page: number, count: number, label: string) =>
  count > page * 50 ? [{ label, question: `${text} 第${page + 1}页` }] : [];
