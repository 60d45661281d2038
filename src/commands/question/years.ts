import { countOf, yearsInDigits } from './numerals.ts';

const single = String.raw`(?:19|20)\d{2}`;
const range = new RegExp(
  String.raw`(?<!\d)(${single})\s*(?:年度?)?\s*(?:-|–|—|~|～|至|到|to)\s*(${single})(?!\d)\s*(?:年度?)?`,
  'g',
);
const one = new RegExp(String.raw`(?<!\d)(${single})(?!\d)\s*(?:年度?)?`, 'g');
/** 21年, but not 21年级 or a count of years. */
const short = /(?<!\d)([012]\d)\s*年度?(?!级)/g;
const recent =
  /(?:近|最近|过去)\s*([一二两三四五六七八九十\d]{1,2})\s*年|(?:last|past)\s+(\d{1,2}|two|three|four|five)\s+years/g;
const relative: readonly (readonly [RegExp, number])[] = [
  [/前年/g, -2],
  [/去年|上年度|上一年度?|last year/g, -1],
  [/今年|本年度|this year/g, 0],
];
const inEnglish: Record<string, number> = { two: 2, three: 3, four: 4, five: 5 };

export interface Years {
  /** Ascending, without repeats; empty where none is named. */
  years: number[];
  /** 近三年: how many of the newest years in the store are meant. */
  newest: number | null;
  /** Whether the year asked about is to be held against the one before it. */
  change: boolean;
  /** What is left of the question. */
  rest: string;
}

/** 比去年, 较上年, 同比: the year before the one that is asked about, whatever today is. */
const before =
  /(?:同|与|跟|和|比|较|相比)\s*(?:于)?\s*(?:去年|上一?年度?)(?:同期)?(?:相比|比)?|同比|(?:compared? (?:with|to)|vs\.?|versus|than|over) (?:the )?(?:last|previous|prior) year|year[ -]on[ -]year|yoy/g;

/** Takes the years out of a question: 2021年, 2019至2023, 21年, 去年, 近三年. `thisYear` is the year of asking. */
export function takeYears(text: string, thisYear: number): Years {
  const years = new Set<number>();
  let newest: number | null = null;
  const take = (rest: string, pattern: RegExp, found: (match: string[]) => void) =>
    rest.replace(pattern, (...match: string[]) => {
      found(match);
      return ' ';
    });
  let rest = take(yearsInDigits(text), range, ([, a, b]) => {
    const [from, to] = [Number(a), Number(b)].sort((x, y) => x - y) as [number, number];
    for (let year = from; year <= to && years.size < 50; year++) years.add(year);
  });
  rest = take(rest, one, ([, year]) => years.add(Number(year)));
  rest = take(rest, short, ([, year]) => years.add(2000 + Number(year)));
  rest = take(rest, recent, ([, zh, en]) => {
    const said = zh ?? en ?? '';
    newest = inEnglish[said] ?? countOf(said);
  });
  let change = false;
  rest = take(rest, before, () => {
    change = true;
  });
  for (const [pattern, offset] of relative) rest = take(rest, pattern, () => years.add(thisYear + offset));
  return { years: [...years].sort((a, b) => a - b), newest, change, rest: rest.replace(/\s+/g, ' ').trim() };
}
