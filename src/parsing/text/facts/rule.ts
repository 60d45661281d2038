import type { Fact, FactSubject } from '../../../report/fact.ts';

/** What a number counts: its subject and narrower marks. */
export type Counted = Pick<Fact, 'subject' | 'row' | 'column' | 'withCarriedIn'>;

/** The words on either side of a number inside its clause, and what the sentence has been about so far. */
export interface Context {
  left: string;
  right: string;
  unit: string;
  /** The sentence, or its heading, is about requests for disclosure. */
  requests: boolean;
  /** It is about disputes over disclosure. */
  disputes: boolean;
  /** The kind of dispute named last. */
  dispute: FactSubject | null;
  /** The sentence has said 公开 or 发布 of things listed since. */
  publishing: boolean;
  /** The sentence has told what became of requests. */
  outcomes: boolean;
}

/** A subject and the words that tell it, left of the number or right of it. */
export interface Rule {
  subject: FactSubject;
  left?: RegExp;
  right?: RegExp;
  units?: RegExp;
  when?: (context: Context) => boolean;
  row?: string;
  column?: string;
  withCarriedIn?: boolean;
}

export const cases = /^(?:件|份|宗|起|例|件次)$/u;
export const money = /^(?:元|万元|亿元)$/u;
export const items = /^(?:条|篇|件|份|期|次|个|部|条次|篇次|件次)$/u;
/** Between a noun and its number. */
export const tail =
  '(?:的|案件|事项|件|信息|申请|答复|决定|情形|类|业务|数量?|总数|总量)*(?:共计?|总计|累计|合计|为|达到?|是|约|了|有|计|仅|各|分别|：|已)*◌*$';
export const ends = (words: string): RegExp => new RegExp(`(?:${words})◌*${tail}`, 'u');

export const inRequests = ({ requests }: Context): boolean => requests;
export const inDisputes = ({ requests, disputes }: Context): boolean => requests || disputes;

/** Both patterns, wherever they stand. */
export function both(one: RegExp, other: RegExp): RegExp {
  return new RegExp(`^(?=.*(?:${other.source}))(?=.*?(?:${one.source}))`, 'su');
}
