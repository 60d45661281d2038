import type { Measure } from '../../report/measures/measure.ts';
import { countOf } from './numerals.ts';

/** A bound as it was said: 超过 30 件, 30 以上, 不到 5 万元. Inclusive as in law: 以上, 以下 and 以内 hold the number itself. */
export interface SaidLimit {
  said: string;
  sign: Sign;
  number: number;
  /** 百, 千, 万, 亿 behind the number, 元 behind that; or a percentage. */
  scale: string;
  yuan: boolean;
}
export type Sign = 'above' | 'atLeast' | 'below' | 'atMost' | 'exactly';

/** A bound on a measure, in the measure's own unit. */
export interface Limit {
  said: string;
  measure: Measure;
  sign: Sign;
  than: number;
}

const before: readonly (readonly [Sign, string])[] = [
  ['atLeast', '大于或?等于|不(?:少|低|小)于|至少|达到|>=|≥|at least|(?:no|not) (?:less|fewer) than'],
  ['atMost', '小于或?等于|(?:不|未|没有?)超过|不(?:多|高|大)于|至多|<=|≤|at most|(?:no|not) more than|up to'],
  ['above', '大于|超过|超出|多于|高于|>|(?:more|greater|higher) than|over|above|exceeding|exceeds?'],
  ['below', '小于|少于|低于|不到|不足|不满|<|(?:less|fewer|lower) than|under|below'],
  ['exactly', '=|等于|正好|恰好|equal to|exactly|[为是](?=\\s*[0零](?!\\.?\\d))'],
];
const after: readonly (readonly [Sign, string])[] = [
  ['atLeast', '(?:及|或)?以上|or (?:more|above)'],
  ['atMost', '(?:及|或)?(?:以下|以内)|之内|or (?:less|fewer|below)'],
];
const number = String.raw`(?<number>\d+(?:,\d{3})*(?:\.\d+)?|[零一二两三四五六七八九]?十[一二三四五六七八九]?|[零一二两三四五六七八九])`;
/** What is counted; a stretch of time or a page is no figure. */
const unit = String.raw`\s*(?<scale>[百千万亿%])?\s*(?<yuan>元)?(?:件次?|条|项|宗|起|次|份|个(?!月))?(?!\d|\.\d|\s*(?:年|天|日|周|星期|礼拜|个?月|小时|页|名|位))`;
const either = (words: readonly (readonly [Sign, string])[]) => words.map(([, pattern]) => pattern).join('|');
const asked = new RegExp(
  [
    String.raw`(?<![a-z])(?<word>${either(before)})\s*${number}${unit}`,
    String.raw`${number.replace('<number>', '<other>')}${unit.replace('<scale>', '<otherScale>').replace('<yuan>', '<otherYuan>')}\s*(?<end>${either(after)})`,
  ].join('|'),
  'g',
);
/** 比去年增加 10 件以上 is about the change, not about the figure. */
const change = /(?:增加|增长|增多|上升|减少|下降|降低|多出?|少|增|减|升|降)了?\s*$/;

const signOf = (words: readonly (readonly [Sign, string])[], said: string): Sign =>
  words.find(([, pattern]) => new RegExp(`^(?:${pattern})$`).test(said))?.[0] ?? 'exactly';

/** Stands in the question where a bound was said, with its number. */
const mark = 0xe000;

/** 20 到 40 之间 is at least 20 and at most 40; with no penalties, exactly 0. */
const spelled = (text: string): string =>
  text
    .replace(
      /(?:(?<from>在|介于|between )\s*)?(?<low>\d+)\s*(?:到|至|和|与|and|-|~)\s*(?<high>\d+)\s*(?<unit>件|条|万元|元|%)?\s*(?<end>之间)?/g,
      (said, ...found) => {
        const { from, low, high, unit = '', end } = found.at(-1) as Record<string, string | undefined>;
        return end || (from && from !== '在') ? `不少于${low}${unit} 不超过${high}${unit} ` : said;
      },
    )
    .replace(/\b(?:zero|(?<=\b(?:with|have|had|has|having|made|issued) )no) (?=[a-z])/g, '=0 的 ');

/** Takes the bounds out of a question; a sign of no language keeps the place of each, so that it stays beside its measure. */
export function takeLimits(asking: string): { limits: SaidLimit[]; rest: string } {
  const text = spelled(asking);
  const limits: SaidLimit[] = [];
  const rest = text.replace(asked, (said: string, ...found: unknown[]) => {
    const groups = found.at(-1) as Record<string, string | undefined>;
    const offset = found.at(-3) as number;
    if (change.test(text.slice(0, offset))) return said;
    const digits = (groups.number ?? groups.other ?? '').replaceAll(',', '');
    const value = /^\d/.test(digits) ? Number(digits) : digits === '零' ? 0 : countOf(digits);
    if (value === null || !Number.isFinite(value)) return said;
    limits.push({
      said: said.trim(),
      sign: groups.word ? signOf(before, groups.word.replace(/^[为是]$/, '等于')) : signOf(after, groups.end ?? ''),
      number: value,
      scale: groups.scale ?? groups.otherScale ?? '',
      yuan: Boolean(groups.yuan ?? groups.otherYuan),
    });
    return ` ${String.fromCharCode(mark + limits.length - 1)} `;
  });
  return { limits, rest };
}

/** The bound that stands at the beginning of what `takeLimits` left. */
export const limitAtStart = (text: string, limits: readonly SaidLimit[]): SaidLimit | undefined =>
  limits[text.charCodeAt(0) - mark];

const scales: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** The bound in the unit of a measure; `null` where it cannot be meant for it, as 30% for a count. */
export function limitOn(measure: Measure, { said, sign, number, scale, yuan }: SaidLimit): Limit | null {
  const share = measure.unit === 'share';
  if (scale === '%' && !share) return null;
  const whole = number * (scales[scale] ?? 1);
  const inTenThousands = measure.unit === 'tenThousandYuan' && (yuan || scale === '万' || scale === '亿');
  const than = share ? (scale === '%' || number > 1 ? number / 100 : number) : inTenThousands ? whole / 10_000 : whole;
  return { said, measure, sign, than };
}

/** Whether a number keeps to a bound. */
export function keepsTo(value: number, { sign, than }: Limit): boolean {
  if (sign === 'above') return value > than;
  if (sign === 'atLeast') return value >= than;
  if (sign === 'below') return value < than;
  return sign === 'atMost' ? value <= than : value === than;
}
