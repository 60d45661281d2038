import { bodyOf, bureauKey } from '../naming/bureau-key.ts';
import { locate } from '../naming/region.ts';
import type { Region } from '../report/report.ts';
import { type Roster, rosterOf } from '../store/rosters.ts';
import { answerMessage } from '../views/answer/answer.ts';
import { momentText } from '../views/report/decided.ts';
import { say } from '../views/words/say.ts';
import { type Asked, defineCommand } from './command.ts';
import { type Bureau, codePrefix, type Directory } from './names/directory.ts';
import { levelOf } from './names/place.ts';
import { answerButtons, pageButtons } from './offers.ts';
import type { Question } from './question/question.ts';
import { yearsText } from './scope.ts';

/** A name of the roster, and the bureau of the store that it means. */
export interface Entry {
  name: string;
  bureau: Bureau | undefined;
  /** Where it is, as far as its name says; several where the place has namesakes. */
  regions: readonly Region[];
}

/** What each name of a roster means, by full name, alias or the key of its place and function. */
export const understandRoster = (names: readonly string[], directory: Directory): Entry[] =>
  names.map((name) => {
    const { candidates } = locate(name);
    const [exact, ...others] = directory.byName(name);
    const key = bureauKey(name, candidates.length === 1 ? candidates[0]! : null);
    const bureau = exact && others.length === 0 ? exact : key === null ? undefined : directory.byKey(key);
    return { name, bureau, regions: bureau?.region ? [bureau.region] : candidates };
  });

/** The entries of the regions and kinds that a question names. */
export function rosterWithin(entries: readonly Entry[], { places, level }: Question): Entry[] {
  const kinds = new Set(places.flatMap((place) => (place.is === 'kind' ? [place.body] : [])));
  const regions = places.flatMap((place) => (place.is === 'region' ? [codePrefix(place.region.code)] : []));
  const bureaus = new Set(places.flatMap((place) => (place.is === 'bureau' ? [place.bureau.key] : [])));
  return entries.filter(
    ({ name, bureau, regions: [region] }) =>
      (level === null || (region && levelOf(region) === level.level)) &&
      ((bureaus.size > 0 && bureau && bureaus.has(bureau.key)) ||
        (bureaus.size === 0 &&
          (regions.length === 0 || regions.some((prefix) => region?.code.startsWith(prefix))) &&
          (kinds.size === 0 || kinds.has(bureau?.body ?? bodyOf(locate(name).rest))))),
  );
}

/** Who owes a report: the team's list, who gave it, and who has never sent one. */
export const roster = defineCommand({
  id: 'roster',
  usage: { zh: '名单 [地区]', en: 'roster [region]' },
  examples: ['名单'],
  suits: ({ verb, measures }) => verb === 'roster' && measures.length === 0,
  async run(asked) {
    const { store, asker, question } = asked;
    const { locale } = asker;
    const kept = await rosterOf(store, asker.team);
    if (!kept) return answerMessage({ title: say(locale, 'roster.none'), lines: [say(locale, 'roster.howTo')] });
    const entries = rosterWithin(understandRoster(kept.names, asked.directory), question);
    const never = entries.filter(({ bureau }) => !bureau);
    const from = (question.page - 1) * 50;
    const title = say(locale, 'roster.title', { count: entries.length });
    return answerMessage({
      title,
      lines: [say(locale, 'roster.tally', { held: entries.length - never.length, never: never.length })],
      table: {
        caption: title,
        columns: [say(locale, 'column.bureau'), say(locale, 'column.years')],
        of: entries.length - from,
        rows: entries.slice(from, from + 50).map(({ name, bureau }) => [name, heldText(bureau, asked)]),
      },
      notes: [await givenText(kept, asked), say(locale, 'roster.howTo')],
      buttons: [
        ...pageButtons(question, question.page, from + 50 < entries.length, locale),
        ...answerButtons(asked, ['publish']),
      ],
      more: (count) => say(locale, 'list.rows', { count }),
    });
  },
});

/** Years that came, or that none ever did. */
export const heldText = (bureau: Bureau | undefined, { asker: { locale } }: Asked): string =>
  bureau
    ? yearsText(
        [...bureau.rows.keys()].sort((a, b) => a - b),
        locale,
      )
    : say(locale, 'roster.never');

async function givenText({ at, by, file }: Roster, { asker }: Asked): Promise<string> {
  const names = await asker.names?.(by ? [by] : []);
  return say(asker.locale, 'roster.given', {
    when: momentText(at),
    who: by ? (names?.(by) ?? by) : 'govinfo',
    file: file ?? '—',
  });
}
