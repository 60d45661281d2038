import { answerMessage } from '../views/answer/answer.ts';
import type { Locale, Message } from '../views/message.ts';
import { say } from '../views/words/say.ts';
import { defineCommand } from './command.ts';
import type { Directory } from './names/directory.ts';

/** What can be asked, with names and years of the team's own reports. */
export const help = defineCommand({
  id: 'help',
  usage: { zh: '帮助', en: 'help' },
  examples: ['帮助', 'help en'],
  suits: ({ verb, text }) => verb === 'help' || text === '',
  run: ({ question, directory, asker }) => helpMessage(directory, question.language ?? asker.locale),
});

function helpMessage(directory: Directory, locale: Locale): Message {
  const year = directory.years.at(-1) ?? 2021;
  // Two counties can be compared; a city and one of its counties cannot.
  const some = directory.bureaus.slice(0, 200);
  const counties = some.filter(({ region }) => region && !region.code.endsWith('00'));
  const places = [...new Set([...counties, ...some].map(({ region, name }) => region?.path.at(-1) ?? name))];
  const [one, two] = [places[0] ?? '金凤区', places[1] ?? '灵武市'];
  const first = directory.years[0] ?? 2019;
  return answerMessage({
    title: say(locale, 'help.title'),
    lines: [
      say(locale, 'help.upload'),
      say(locale, 'help.lookup', { one, year }),
      say(locale, 'help.compare', { one, two, year }),
      say(locale, 'help.trend', { one, span: first === year ? String(year) : `${first}-${year}` }),
      say(locale, 'help.lists', { one, year }),
      say(locale, 'help.threads'),
    ],
    notes: [
      directory.years.length === 0
        ? say(locale, 'store.empty')
        : say(locale, 'help.held', { bureaus: directory.bureaus.length, years: directory.years.length }),
      say(locale, 'help.otherLanguage'),
    ],
    buttons:
      directory.years.length === 0
        ? []
        : [
            { label: `${one} ${year}`, question: `${one} ${year}` },
            { label: `${say(locale, 'short.penalties')} ${year}`, question: `处罚 ${year}` },
            { label: say(locale, 'button.bureaus'), question: '机关' },
          ],
  });
}
