import type { FactSubject } from '../../../report/fact.ts';
import { sinceStop } from './clauses.ts';
import { disputeFamily, inTables } from './families.ts';

const plans = /下一步|今后|明年|来年|力争|争取|拟(?:开展|举办)|计划(?:开展|举办|于)|将(?:继续|进一步|开展|举办|组织)/u;
/** 上半年收到申请7件, 12月收到的1件 and 另协助区政府办理申请5件 are not all of the year, or not the body's own. */
const partOfYear =
  /(?:(?:上|下)半年|[一二三四]季度|(?<![\d至到—–~～-]|截[至止]20\d\d年)(?:[1-9]|1[0-2])月份?(?:收到|受理|接到|接收|新收))(?!.*(?:全年|年度|20\d\d年))/su;
const forOthers =
  /协助|配合|会同|联合|代理|指导|督促|移送|转送|转交|转来|转办|(?:承办|代办|代)[省市区县州](?:人民)?政府/u;
/** 因投诉举报引发的行政复议46件, 民事诉讼 and 作为第三人参加 are no disputes over what the body disclosed. */
const otherDispute =
  /[因由](?![^，；。]{0,24}(?:公开|申请|答复))[^，；。]{2,24}(?:引发|引起|产生|导致|提起)|作为(?:第三人|原告|申请人)|(?:民事|刑事|纠纷|公益|合同|劳动)(?=诉讼)/u;
const lastYear = /(?<![较比])(?:去年|上年同期|上一?年度?(?=.{0,3}(?:为|共|收|公)))[^，；]*$/u;

/** Whether a number of this sentence up to there is one that is only planned. */
export const isPlanned = (before: string): boolean => plans.test(before);

/**
 * The words by which a count is less than the body's own of the whole year: 上半年, 协助…, 因投诉引发的; `undefined` where
 * it is all. `previous` is the end of the number before it, `from` the start of its own words.
 */
export function narrowerOf(
  subject: FactSubject,
  text: string,
  { previous, from, at }: { previous: number; from: number; at: number },
): string | undefined {
  const narrower = inTables.has(subject)
    ? (partOfYear.exec(text.slice(previous, at)) ?? forOthers.exec(text.slice(from, at)))?.[0]
    : undefined;
  return narrower ?? (disputeFamily.has(subject) ? otherDispute.exec(sinceStop(text, at))?.[0] : undefined);
}

/** Whether the words before a number turn to another year than the report's, or back to it; `undefined` where they name none. */
export function otherYear(printed: string, masked: string, year: number | null): boolean | undefined {
  if (lastYear.test(masked)) return true;
  const plain = printed.replace(/《[^》]*》|“[^”]*”|〔[^〕]*〕/gu, '');
  const named = [...plain.matchAll(/(20[0-3]\d)年/gu)].map((match) => Number(match[1]));
  if (year === null || named.length === 0 || /结转/u.test(masked)) return undefined;
  return !named.includes(year);
}
