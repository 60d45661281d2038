import type { Outline, YearRow } from '../store/store.ts';
import type { Locale } from '../views/message.ts';
import { listText, say } from '../views/words/say.ts';
import type { Asked } from './command.ts';
import type { Bureau, Directory } from './names/directory.ts';
import { levelOf, type Place, regionName } from './names/place.ts';
import type { Question } from './question/question.ts';

/** The bureaus a question is about, and what to call them; `null` as a name where it is about all. */
export interface Scope {
  bureaus: readonly Bureau[];
  name: string | null;
}

/** Bureaus named and bureaus of regions named, of the kinds and the level named; all of them where nothing was named. */
export function scopeOf({ places, level }: Question, directory: Directory): Scope {
  const { bureaus, name } = namedIn(places, directory);
  if (level === null) return { bureaus, name };
  return {
    bureaus: bureaus.filter(({ region }) => region !== null && levelOf(region) === level.level),
    name: name === null ? level.said : `${name} ${level.said}`,
  };
}

function namedIn(places: readonly Place[], directory: Directory): Scope {
  const kinds = new Set(places.flatMap((place) => (place.is === 'kind' ? [place.body] : [])));
  const named = places.filter(({ is }) => is === 'bureau' || is === 'region');
  const name =
    places.length > 0
      ? places
          .map((place) =>
            place.is === 'bureau' ? place.bureau.name : place.is === 'region' ? regionName(place.region) : place.said,
          )
          .join(' ')
      : null;
  // 金凤区教育局, of which there is no report, is nobody, not everybody.
  if (named.length === 0 && places.some(({ is }) => is === 'unheld')) return { bureaus: [], name };
  if (named.length === 0) {
    const bureaus = kinds.size === 0 ? directory.bureaus : [...kinds].flatMap((body) => directory.withBody(body));
    return { bureaus, name };
  }
  const bureaus = new Set(
    named.flatMap((place) =>
      place.is === 'bureau'
        ? [place.bureau]
        : place.is === 'region'
          ? directory.within(place.region).filter(({ body }) => kinds.size === 0 || kinds.has(body))
          : [],
    ),
  );
  return { bureaus: [...bureaus], name };
}

/** Reports of a year that answer for these bureaus. */
export const outlinesIn = (bureaus: readonly Bureau[], year: number): Outline[] =>
  bureaus.flatMap(({ rows }) => rows.get(year) ?? []);

/** The same with their figures. */
export const rowsIn = (bureaus: readonly Bureau[], year: number, { store }: Asked): Promise<readonly YearRow[]> =>
  store.reports.open(outlinesIn(bureaus, year));

/** The report of one bureau and year with its figures. */
export async function rowOf({ rows }: Bureau, year: number, { store }: Asked): Promise<YearRow | undefined> {
  const outline = rows.get(year);
  return outline && (await store.reports.open([outline]))[0];
}

/** Years that some of these bureaus reported for, ascending. */
export function yearsOf(bureaus: readonly Bureau[]): number[] {
  const years = new Set<number>();
  for (const { rows } of bureaus) for (const year of rows.keys()) years.add(year);
  return [...years].sort((a, b) => a - b);
}

/** The years a question is about: named, the newest few, all, or the latest one there is. */
export function yearsAsked({ years, newest, all }: Question, held: readonly number[]): number[] {
  if (years.length > 0) return years;
  if (newest !== null) return held.slice(-Math.max(1, newest));
  return all ? [...held] : held.slice(-1);
}

const collator = new Intl.Collator('zh');
/** Names in the order of a Chinese dictionary. */
export const byName = (a: string, b: string): number => collator.compare(a, b);

/** `2019–2021`, or each year where there are gaps. */
export function yearsText(years: readonly number[], locale: Locale): string {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (first === last) return String(first);
  return last - first + 1 === years.length ? `${first}–${last}` : listText(years.map(String), locale);
}

/** Names in a row, cut with a count. */
export function namesText(names: readonly string[], locale: Locale, atMost = 6): string {
  const shown = listText(names.slice(0, atMost), locale);
  return names.length > atMost ? say(locale, 'list.more', { shown, count: names.length - atMost }) : shown;
}

/** Whether a year row has something to look at. */
export const statusText = ({ open, off }: Outline, locale: Locale): string => {
  const status = open === 0 ? say(locale, 'status.ok') : say(locale, 'status.open', { count: open });
  return off === 0 ? status : `${status} · ${say(locale, 'off.count', { count: off })}`;
};
