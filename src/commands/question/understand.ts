import { checks } from '../../checks/index.ts';
import type { Measure } from '../../report/measures/measure.ts';
import type { Directory } from '../names/directory.ts';
import { placeAtStart } from '../names/find-place.ts';
import { nameInPinyin } from '../names/pinyin.ts';
import type { Place } from '../names/place.ts';
import { type Meaning, wordAtStart } from './lexicon.ts';
import { limitAtStart, limitOn, type SaidLimit, takeLimits } from './limits.ts';
import { narrowed } from './narrow.ts';
import { countOf } from './numerals.ts';
import { mentioned } from './people.ts';
import { takePeriod } from './periods.ts';
import type { Question } from './question.ts';
import { tidy } from './tidy.ts';
import { takeYears } from './years.ts';

const checkIds: ReadonlySet<string> = new Set(checks.map(({ id }) => id));
const page = /(?:第\s*(\d{1,4})\s*页|(?:页|page)\s*(\d{1,4}))/;
const top =
  /(前|top|(?:排名)?倒数|最后|bottom)\s*(\d{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])(?![年月周天日\d])(?:\s*(?:名|位|个|家))?(?:\s*(?:机关|单位))?/;
const choice = /(\S{2,20}?)=(\d{6}|=\S+)/;
/** 各 and 全部 before a kind of bureau: 银川市各卫健局. */
const everyBureau = /(?:的)?(?:各个?|所有|全部|全体|每个)的?(?=\p{Script=Han}{1,8}?(?:局|委|厅)(?!员))/gu;
const forAll = /(?:^|\s)(?:公开|public)\s*$/;

/**
 * Understands what a person typed, word by word from the left, the longest reading first. `chosen` holds the regions
 * picked before for names that several have. Never fails: what means nothing is kept in `unknown`.
 */
export function understand(
  text: string,
  directory: Directory,
  { thisYear, chosen }: { thisYear: number; chosen: ReadonlyMap<string, string> },
): Question {
  const people = mentioned(text);
  let rest = tidy(text).replace(forAll, ' ');
  const choices = new Map<string, string>();
  rest = rest.replace(choice, (_, name: string, code: string) => {
    choices.set(name, code);
    return name;
  });
  rest = rest.replace(everyBureau, ' ');
  let pageNumber = 1;
  rest = rest.replace(page, (_, a?: string, b?: string) => {
    pageNumber = Math.max(1, Number(a ?? b));
    return ' ';
  });
  const asked = rest.replace(/\s+/g, ' ').trim();
  let best: number | null = null;
  let order: Question['order'] = 'most';
  rest = rest.replace(top, (_, end: string, count: string) => {
    best = countOf(count);
    if (/倒数|最后|bottom/.test(end)) order = 'least';
    return ' ';
  });
  const { limits, rest: unbounded } = takeLimits(rest);
  const { period, rest: timeless } = takePeriod(unbounded);
  const { years, newest, change, rest: words } = takeYears(timeless, thisYear);
  const question: Question = {
    // Ids of people stay, since a button asks these words again.
    text: [asked, ...people.map((user) => `<@${user}>`)].join(' ').trim(),
    verb: null,
    measures: [],
    places: [],
    level: null,
    years,
    newest,
    change,
    period,
    happening: null,
    order,
    limits: [],
    top: best,
    page: pageNumber,
    format: null,
    mine: false,
    people,
    chart: false,
    all: false,
    kind: null,
    open: false,
    check: null,
    language: null,
    unknown: [],
    readAs: [],
    choices,
  };
  readWords(words, limits, question, directory, new Map([...chosen, ...choices]));
  return question;
}

type Column = Extract<Meaning, { is: 'column' }>;

function readWords(
  words: string,
  limits: readonly SaidLimit[],
  question: Question,
  directory: Directory,
  chosen: ReadonlyMap<string, string>,
): void {
  const columns: Column[] = [];
  /** Bounds, and which of the measures each stands beside. */
  const bounds: { limit: SaidLimit; of: number }[] = [];
  /** What was asked for where nothing else was. */
  const weakly: Measure[] = [];
  /** What a table named by its number is asked for, where nothing narrower is. */
  const tables: Measure[] = [];
  let rest = spelt(words, question, directory);
  let strange = '';
  /** The short name of a region that the strange piece hangs on: 金凤 in 金凤曲. */
  let stem: Place | null = null;
  const endStrange = () => {
    // A rate of something that is only counted is another figure, and must be missed aloud.
    if (strange.length > 1 || strange === '率') question.unknown.push(strange);
    else if (strange !== '' && stem && stem === question.places.at(-1)) {
      question.places.pop();
      question.unknown.push(stem.said + strange);
    }
    strange = '';
    stem = null;
  };
  while (rest !== '') {
    // A question mark alone asks for help; behind words it is how questions end.
    const gap = rest === '?' && words === '?' ? undefined : /^[\s,，、.。!！?？;；:：|/+&@-]+/.exec(rest)?.[0];
    if (gap) {
      endStrange();
      rest = rest.slice(gap.length);
      continue;
    }
    const limit = limitAtStart(rest, limits);
    if (limit) {
      endStrange();
      rest = rest.slice(1);
      // 超过 30 的处罚 is of what follows, 处罚超过 30 of what stands before.
      bounds.push({ limit, of: question.measures.length - (/^\s*的/.test(rest) ? 0 : 1) });
      continue;
    }
    const id = /^[a-z]+(?:-[a-z]+)+/.exec(rest)?.[0];
    if (id && checkIds.has(id)) {
      question.check = id;
      rest = rest.slice(id.length);
      continue;
    }
    const place = placeAtStart(rest, directory, chosen);
    const word = wordAtStart(rest);
    if (place && place.length >= (word?.word.length ?? 0)) {
      endStrange();
      question.places.push(place.place);
      stem = place.place.is === 'region' && !fullName.test(place.place.said) ? place.place : null;
      rest = rest.slice(place.length);
      continue;
    }
    if (word) {
      endStrange();
      if (word.meaning.is === 'column') columns.push(word.meaning);
      else if (word.meaning.is === 'measure' && word.meaning.weak) weakly.push(word.meaning.measure);
      else if (word.meaning.is === 'table') tables.push(...word.meaning.measures);
      else if (word.meaning.is === 'level') question.level = { said: word.word, level: word.meaning.level };
      else note(word.meaning, question);
      rest = rest.slice(word.word.length);
      continue;
    }
    const piece = /^(?:[a-z]+|\d+|.)/u.exec(rest)?.[0] ?? rest[0]!;
    strange += piece;
    rest = rest.slice(piece.length);
    if (/^[a-z\d]/.test(piece)) endStrange();
  }
  endStrange();
  question.places = joined(question.places, directory);
  const broadly = question.verb === null && question.kind === null ? tables : [];
  const asked = [question.measures, weakly.slice(0, 1), broadly].find(({ length }) => length > 0) ?? [];
  question.measures = narrowed(asked, columns);
  // 哪些机关勾稽不平 asks for what does not reconcile, not for bureaus.
  if (question.kind !== null && question.verb === 'bureaus') question.verb = 'issues';
  for (const { limit, of } of bounds) {
    const measure = question.measures[Math.max(0, Math.min(of, question.measures.length - 1))];
    const bound = measure && limitOn(measure, limit);
    if (bound) question.limits.push(bound);
    else question.unknown.push(limit.said);
  }
  if (question.change) againstYearBefore(question, directory);
}

/** 比去年 of one bureau is two years side by side; a ranking of many has that column anyway. */
function againstYearBefore(question: Question, directory: Directory): void {
  const [place, ...others] = question.places;
  const alone = place?.is === 'bureau' || (place?.is === 'region' && directory.within(place.region).length === 1);
  if (!alone || others.length > 0 || question.years.length > 1 || (question.verb !== null && question.verb !== 'trend'))
    return;
  question.verb = 'compare';
  question.years = question.years.flatMap((year) => [year - 1, year]);
}

/** Names in Latin letters, each in Chinese: `yinchuan jinfeng` as 银川金凤. Words that ask for something stay. */
function spelt(words: string, question: Question, directory: Directory): string {
  let text = '';
  let rest = words;
  while (rest !== '') {
    const name = /[a-z\d]$/.test(text) || wordAtStart(rest) ? null : inPinyin(rest, directory);
    if (name) question.readAs.push(name);
    const length = name?.length ?? (/^[a-z]+/.exec(rest)?.[0].length || 1);
    text += name?.name ?? rest.slice(0, length);
    rest = rest.slice(length);
  }
  return text;
}

/** 金凤区 and 卫健局 apart are that bureau, where the region has no other of the kind. */
function joined(places: Place[], directory: Directory): Place[] {
  const [one, other] = places.toSorted((a, b) => Number(a.is === 'kind') - Number(b.is === 'kind'));
  if (places.length !== 2 || one?.is !== 'region' || other?.is !== 'kind') return places;
  const fitting = directory.within(one.region).filter(({ body }) => body === other.body);
  return fitting.length === 1 ? [{ is: 'bureau', said: `${one.said} ${other.said}`, bureau: fitting[0]! }] : places;
}

/** A region called by its whole name, kind and all. */
const fullName = /[省市区县旗州盟\d]$/u;

/** One to four Latin words, joined, that spell a name. */
function inPinyin(text: string, directory: Directory): { said: string; name: string; length: number } | null {
  const run = /^[a-z']+(?:[ -][a-z']+){0,3}/.exec(text)?.[0];
  if (!run) return null;
  const parts = run.split(/(?=[ -])/);
  for (let count = parts.length; count >= 1; count--) {
    const said = parts.slice(0, count).join('');
    const name = nameInPinyin(said, directory);
    if (name) return { said, name, length: said.length };
  }
  return null;
}

/** Verbs that are also plain words of other questions: the first stands, but a weak one gives way. */
const weak: ReadonlySet<string> = new Set(['bureaus', 'checks', 'roster']);

function note(meaning: Exclude<Meaning, Column | { is: 'table' | 'level' }>, question: Question): void {
  if (meaning.is === 'verb') {
    if (meaning.verb === 'issues') question.open = true;
    // 待办 缺报: what is still to come in is a list of its own.
    const instead = question.verb === 'issues' && meaning.verb === 'missing';
    if (question.verb === null || weak.has(question.verb) || instead) question.verb = meaning.verb;
  } else if (meaning.is === 'measure') {
    const same = ({ id, sums }: Measure) =>
      id === meaning.measure.id || (sums.length > 0 && `${sums}` === `${meaning.measure.sums}`);
    if (!question.measures.some(same)) question.measures.push(meaning.measure);
  } else if (meaning.is === 'order') question.order = meaning.order;
  else if (meaning.is === 'format') question.format = meaning.format;
  else if (meaning.is === 'mine') question.mine = true;
  else if (meaning.is === 'chart') question.chart = true;
  else if (meaning.is === 'all') question.all = true;
  else if (meaning.is === 'happening') question.happening = meaning.kind;
  else if (meaning.is === 'kind') question.kind = meaning.kind;
  else if (meaning.is === 'language') question.language = meaning.locale;
}
