import type { Fact } from '../../../report/fact.ts';

/** A number as it stands in a sentence, with what is counted on either side of it. */
export interface NumberToken {
  value: number;
  unit: string;
  precision: Fact['precision'];
  start: number;
  end: number;
}

const units =
  '条次|件次|篇次|人次|场次|项次|个次|户次|剂次|万元|亿元|元|件|条|篇|期|份|起|例|宗|项|个|次|场|家|名|人|册|批|户|部|种|幅|张|封|通|本|%|个百分点|处|所|支|类|辆|轮';
const durations =
  /^(?:个)?(?:小时|工作日|天|日|月|年|季度|星期|周|分钟|秒|岁|号|时|点|届|世纪|方面|环节|维度|层面|步骤|倍|分(?!析|局|报)|级|层|位|公里|米|平方|吨|亩)/u;
const arabic = new RegExp(
  `(?<before>近|约|超过|超|逾|不足|不到|突破|至少|将近)?(?<number>\\d[\\d,]*(?:\\.\\d+)?)(?<big>[万亿千])?(?<more>余|多)?(?<rest>万|亿)?(?<unit>${units})?(?<after>以上|左右|以内|之多)?`,
  'gu',
);
/** Numerals in characters up to thousands, where a counter follows and the phrase ends or goes on as a list; 一件 is prose. */
const written =
  /(?<![第每逐零〇十百千万一二两三四五六七八九])(?=[一二两三四五六七八九十])(?!一[件条篇期次场起宗家份])(?<number>(?:[一二两三四五六七八九]千)?(?:零?[一二两三四五六七八九]百)?(?:零?[一二三四五六七八九]?十)?(?:零?[一二两三四五六七八九])?)(?<more>余|多)?(?<unit>件|条|篇|期|次|场|起|宗|家|份)(?=[，。；、（有]|$)/gu;

const scale: Record<string, number> = { 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** The numbers of a masked sentence that count something, in order. Durations, ordinals and ranges are left out. */
export function numbersIn(masked: string): NumberToken[] {
  const found: NumberToken[] = [];
  for (const match of /\d/u.test(masked) ? masked.matchAll(arabic) : []) {
    const { before, number, big, more, rest, unit, after } = match.groups!;
    const end = match.index + match[0].length;
    const tail = masked.slice(match.index + (before ?? '').length + number!.length + (big ?? '').length);
    if (unit === undefined && durations.test(tail)) continue;
    if (
      (unit === '个' || unit === '条') &&
      durations.test(masked.slice(end - (after ?? '').length - 1)) &&
      unit === '个'
    )
      continue;
    if (/[-—~至.]$/u.test(masked.slice(0, match.index)) || /^[-—~]\d/u.test(masked.slice(end))) continue;
    const plain = Number(number!.replaceAll(',', ''));
    if (!Number.isFinite(plain)) continue;
    const value = plain * (scale[big ?? ''] ?? 1) * (scale[rest ?? ''] ?? 1);
    found.push({
      value: round(value),
      unit: unit ?? '',
      precision: precisionOf(before, more, after),
      start: match.index,
      end,
    });
  }
  for (const match of masked.matchAll(written)) {
    const value = chinese(match.groups!.number!);
    if (value !== null)
      found.push({
        value,
        unit: match.groups!.unit!,
        precision: precisionOf(undefined, match.groups!.more),
        start: match.index,
        end: match.index + match[0].length,
      });
  }
  return found.sort((a, b) => a.start - b.start);
}

function precisionOf(before?: string, more?: string, after?: string): Fact['precision'] {
  if (before === '约' || after === '左右') return 'about';
  if (more || after === '以上' || after === '之多' || /超|逾|突破|至少/u.test(before ?? '')) return 'atLeast';
  if (/近|不足|不到/u.test(before ?? '') || after === '以内') return 'atMost';
  return 'exact';
}

/** Sums like 18.1 × 10000 are exact to four places. */
const round = (value: number): number => Math.round(value * 10_000) / 10_000;

const digits = '零一二三四五六七八九';
const places: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** 三百二十一 is 321; `null` for what is no numeral. */
function chinese(text: string): number | null {
  let value = 0;
  let digit = 0;
  for (const character of text.replaceAll('两', '二').replaceAll('零', '')) {
    const place = places[character];
    if (place === undefined) digit = digits.indexOf(character);
    else {
      value += (digit || 1) * place;
      digit = 0;
    }
  }
  return value + digit || null;
}
