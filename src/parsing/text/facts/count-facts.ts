import type { Fact, FactChannel, FactSubject } from '../../../report/fact.ts';
import type { Report } from '../../../report/report.ts';
import { actorAt, mentionsIn } from './actors.ts';
import { carriesChannel, channelOf, ownChannel } from './channels.ts';
import { disputeFamily, inTables, outcomeFamily, percentages, requestFamily } from './families.ts';
import { type NumberToken, numbersIn } from './numbers.ts';
import { addsWords, phrase } from './phrase.ts';
import type { Context, Counted } from './rule.ts';
import type { Sentence } from './sentences.ts';
import { countedBy } from './subjects.ts';

/** A fact on its way: where its number stands, and the bracket it stands in, if any. */
export interface Draft {
  token: NumberToken;
  fact: Fact;
  /** Words left of the number in its clause, masked. */
  left: string;
  /** The channel its words name, whether or not its subject has one. */
  channel?: FactChannel;
  /** Start of the number in front of the bracket that this one stands in; -1 for a bracket behind other words. */
  inBracketOf: number | null;
  /** Its clause begins a list of parts: 其中, or 包括, which need not be all. */
  opens: 'list' | 'open' | null;
  /** The words that open the list say of which total it is: 在答复的申请中 is no list of the requests received. */
  ofConcluded: boolean;
  /** The words of its own clause name no subject; its list may. */
  unnamed: boolean;
}

/** What a sentence is about, and leaves behind for the next one of its paragraph. */
export interface SentenceTopic {
  requests: boolean;
  disputes: boolean;
  dispute: FactSubject | null;
}

const requestWords = /信息公开(?:的)?申请|依申请|公开申请|申请公开|公开(?:政府)?信息(?:的)?申请/u;
const otherMatters = /投诉|举报|信访|热线|来电|工单|诉求|提案|建议|许可申请|12345|来信|网民/u;
const plans = /下一步|今后|明年|来年|力争|争取|拟(?:开展|举办)|计划(?:开展|举办|于)|将(?:继续|进一步|开展|举办|组织)/u;
/** 上半年收到申请7件, 12月收到的1件 and 另协助区政府办理申请5件 are not all of the year, or not the body's own. */
const partOfYear =
  /(?:(?:上|下)半年|[一二三四]季度|(?<![\d至到—–~～-]|截[至止]20\d\d年)(?:[1-9]|1[0-2])月份?(?:收到|受理|接到|接收|新收))(?!.*(?:全年|年度|20\d\d年))/su;
const forOthers = /协助|配合|会同|联合|代理|指导|督促|移送|转送|转交|转来|转办/u;
/** 因投诉举报引发的行政复议46件, 民事诉讼 and 作为第三人参加 are no disputes over what the body disclosed. */
const otherDispute =
  /[因由](?![^，；。]{0,24}(?:公开|申请|答复))[^，；。]{2,24}(?:引发|引起|产生|导致|提起)|作为(?:第三人|原告|申请人)|(?:民事|刑事|纠纷|公益|合同|劳动)(?=诉讼)/u;
const lastYear = /(?<![较比])(?:去年|上年同期|上一?年度?(?=.{0,3}(?:为|共|收|公)))[^，；]*$/u;

/** Whose report it is, and of which year, as far as that is known. */
export type Writer = Pick<Report, 'year' | 'bureau'>;

/** The counts of one sentence, not yet linked to one another. */
export function countsIn(
  sentence: Sentence,
  before: SentenceTopic,
  { year, bureau }: Writer,
): { drafts: Draft[]; topic: SentenceTopic } {
  const { masked, text, section, place } = sentence;
  const topic = topicOf(sentence, before);
  const drafts: Draft[] = [];
  let publishing = false;
  let channel: FactChannel | null | undefined;
  let elsewhen = false;
  let seen = 0;
  let last: { words: Words; token: NumberToken } | undefined;
  let document: Counted | undefined;
  const tokens = numbersIn(masked);
  if (sortsDocuments(masked)) return { drafts, topic: { ...topic, requests: before.requests } };
  // A sentence with a hundred numbers is a table that lost its lines.
  if (tokens.length > 100) return { drafts, topic };
  const mentions = tokens.length > 0 ? mentionsIn(masked, bureau) : [];
  for (const token of tokens) {
    const bracket = openBracket(masked, token.start);
    const clause = Math.max(bracket === null ? 0 : bracket + 1, clauseStart(masked, token.start));
    const previous = seen;
    seen = token.end;
    const until = clauseEnd(masked, token.end);
    const words = wordsBefore(masked, token, Math.max(clause, previous), last);
    const { from, to } = words;
    last = { words, token };
    const left = bare(masked.slice(from, to));
    const right = bare(masked.slice(token.end, until));
    const wide = masked.slice(previous, token.start);
    // Of 由5个整合为2个 only the latter holds at the end of the year.
    if (isBefore(left, masked.slice(token.end, until))) continue;
    if (/公开|发布|推送|刊登|编发|公示/u.test(wide)) publishing = true;
    const own = channelOf(left);
    const stop = wide.lastIndexOf('；');
    channel = own !== undefined ? own : (channelOf(wide.slice(stop + 1)) ?? (stop < 0 ? channel : undefined));
    if (wide.includes('；')) elsewhen = false;
    elsewhen = otherYear(text.slice(previous, token.start), left, year) ?? elsewhen;
    if (
      elsewhen ||
      plans.test(masked.slice(0, token.start)) ||
      (/(?:同比|较上年|较去年|比上年|比去年)[^，]*(?:增|减|多|少)/u.test(left) &&
        token.unit !== '%' &&
        token.unit !== '个百分点')
    )
      continue;
    const ratio = /^(?:%|个百分点)$/u.test(token.unit) ? ratioOf(masked.slice(clause, token.start)) : null;
    const outcomes = drafts.some(({ fact }) => outcomeFamily.has(fact.subject));
    const context: Context = { left, right, unit: token.unit, publishing, outcomes, ...topic };
    const counted = ratio
      ? null
      : (countedBy(context) ??
        documentsOf(left, token.unit, document ?? (/规范性文件/u.test(wide) ? aboutDocuments : undefined)) ??
        nounless(context, bare(wide), bracket, masked));
    if (counted && documents.has(counted.subject)) document = counted;
    else if (/规范性文件[^，；：]{0,4}：/u.test(wide)) document = aboutDocuments;
    const inSeries = left === '' && /分别/u.test(masked.slice(clause, token.start));
    const of = phrase(
      {
        printed: text.slice(from, to),
        masked: masked.slice(from, to),
        after: text.slice(token.end, until),
      },
      counted !== null,
    );
    if (!ratio && !counted && !inSeries && (of === undefined || token.unit === '' || token.unit === '%')) continue;
    const subject = ratio?.subject ?? counted?.subject ?? 'otherCount';
    const narrower = inTables.has(subject)
      ? (partOfYear.exec(text.slice(previous, token.start)) ?? forOthers.exec(text.slice(from, token.start)))?.[0]
      : undefined;
    const cause = disputeFamily.has(subject) ? otherDispute.exec(sinceStop(text, token.start))?.[0] : undefined;
    const scope = actorAt(mentions, masked, token.start);
    const its = carriesChannel.has(subject) ? channel : ownChannel.has(subject) ? own : undefined;
    drafts.push({
      token,
      left,
      ...(own && { channel: own }),
      inBracketOf: bracket === null ? null : owner(drafts, bracket),
      opens: opensList(wide, bracket),
      ofConcluded: /在[^，；。]{0,12}(?:答复|办结)[^，；。]{0,12}中，/u.test(wide),
      unnamed: counted === null && ratio === null,
      fact: {
        subject,
        value: ratio?.falls ? -token.value : token.value,
        unit: token.unit,
        precision: token.precision,
        ...(of !== undefined && addsWords(subject, of, left) && { of }),
        ...((narrower ?? cause) && { of: narrower ?? cause }),
        ...(counted?.row && { row: counted.row }),
        ...(counted?.column && { column: counted.column }),
        ...(its && { channel: its }),
        ...(scope && { scope }),
        ...(counted?.withCarriedIn !== undefined && { withCarriedIn: counted.withCarriedIn }),
        sentence: text,
        section,
        place,
      },
    });
    moveOn(topic, subject, counted?.column, sentence);
  }
  return { drafts, topic };
}

/** 制发公文356件，其中主动公开120件、依申请公开30件、不予公开206件 sorts documents, and tells of no request. */
const sortsDocuments = (masked: string): boolean =>
  /(?:公文|发文|公开属性|[制印]发文件)[^；]*(?:依申请公开|不予公开)/u.test(masked) &&
  !/收到|接到|受理|答复|办结/u.test(masked);

function topicOf({ masked, topic }: Sentence, before: SentenceTopic): SentenceTopic {
  const named = requestWords.test(masked);
  // 信访举报投诉类 is a ground of table 三.
  const others = masked.replace(/信访、?举报、?投诉类(?:申请)?/gu, '');
  return {
    requests: named || ((topic === 'requests' || before.requests) && !otherMatters.test(others)),
    disputes: topic !== null || named || (/信息公开/u.test(masked) && /复议|诉讼/u.test(masked)) || before.disputes,
    dispute: null,
  };
}

/** A number tells what the words after it go on about: 办结12件 behind 来电12件 are no requests. */
function moveOn(topic: SentenceTopic, subject: FactSubject, column: string | undefined, sentence: Sentence): void {
  if (disputeFamily.has(subject) && column === undefined) topic.dispute = subject;
  if (requestFamily.has(subject)) topic.requests = topic.disputes = true;
  const neutral =
    percentages.has(subject) ||
    disputeFamily.has(subject) ||
    ['otherCount', 'feeCases', 'informationFee'].includes(subject);
  if (!neutral && !requestFamily.has(subject) && sentence.topic !== 'requests')
    topic.requests = requestWords.test(sentence.masked);
}

/** The words before a number up to the last ；. */
const sinceStop = (text: string, at: number): string => text.slice(text.lastIndexOf('；', at - 1) + 1, at);

/** Where nothing but a verb or 共 stands in the clause, the words since the last number tell; in a bracket, those before it. */
function nounless(
  context: Context,
  wide: string,
  bracket: number | null,
  masked: string,
): ReturnType<typeof countedBy> {
  if (bracket === null) return context.left.length < 2 ? countedBy({ ...context, left: wide }) : null;
  const outside = masked.slice(clauseStart(masked, bracket), bracket);
  return /\d/u.test(outside) ? null : countedBy({ ...context, left: outside + context.left });
}

/** Where the words stand that say what a number counts. */
interface Words {
  from: number;
  to: number;
}

/** 由年初的2300人增加到4122人: what was before, and the word that leads to what is now. */
const wasBefore = /由(?:年初|上年|去年|原来?|此前)?的?$/u;
const became = /^[^，；。\d]{0,3}(?:增|升|减|降|整合|扩|提|压缩|精简|缩减|归并)[^，；。\d]{0,6}[到至为]$/u;
const isBefore = (left: string, right: string): boolean => wasBefore.test(left) && became.test(right);

/**
 * The words right before a number. Where it stands beside another, 112期368条, or tells what that has become, the words
 * before that one.
 */
function wordsBefore(
  masked: string,
  token: NumberToken,
  start: number,
  last: { words: Words; token: NumberToken } | undefined,
): Words {
  const between = last && masked.slice(last.token.end, token.start);
  if (last && between === '' && last.token.unit !== token.unit) return last.words;
  if (last && became.test(between!)) {
    const before = masked.slice(last.words.from, last.words.to);
    if (wasBefore.test(before)) return { from: last.words.from, to: last.words.to - wasBefore.exec(before)![0].length };
  }
  return { from: start, to: token.start };
}

const documents: ReadonlySet<FactSubject> = new Set(['normativeDocuments', 'regulations']);

const aboutDocuments: Counted = { subject: 'normativeDocuments' };

/** 制发规范性文件2件，废止1件，现行有效14件: the later numbers go on about the documents named before. */
function documentsOf(left: string, unit: string, document: Counted | undefined): Counted | null {
  if (!document || !/^[件份个部]$/u.test(unit)) return null;
  const words = left.replace(/^(?:[省市县区镇乡直各]|本级|人民|政府|部门|单位|街道|办公室)+/u, '');
  const column = /^(?:其中|清理|修改|修订|宣布|集中)*(?:废止|失效)(?:共|了|和失效)*$/u.test(words)
    ? 'repealed'
    : /^(?:截[至止到]+□*|目前|年[底末]|现|共|保留|继续)*(?:行)?有效(?:的|件数)?(?:共|为)*$/u.test(words)
      ? 'inForce'
      : /^(?:新|共)*(?:制发|制定|出台|印发)(?:了|共)*$/u.test(words)
        ? 'made'
        : null;
  return column && { subject: document.subject, column };
}

const bare = (text: string): string => text.replace(/^[、，；：（）\s和及与并]+|[）]+$/gu, '');

function clauseStart(text: string, before: number): number {
  for (let at = before - 1; at >= 0; at--) if ('，；：（）'.includes(text[at]!)) return at + 1;
  return 0;
}

function clauseEnd(text: string, from: number): number {
  const stop = /[，；：。、！？（）]|\d/u.exec(text.slice(from));
  return stop ? from + stop.index : text.length;
}

/** Where the bracket opens that `at` stands in. */
function openBracket(text: string, at: number): number | null {
  const open = text.lastIndexOf('（', at);
  return open >= 0 && !text.slice(open, at).includes('）') ? open : null;
}

/** The number right in front of a bracket. */
function owner(drafts: readonly Draft[], bracket: number): number {
  const last = drafts.findLast((draft) => draft.token.end <= bracket && draft.inBracketOf === null);
  return last && bracket - last.token.end <= 3 ? last.token.start : -1;
}

function opensList(wide: string, bracket: number | null): Draft['opens'] {
  if (/包括|包含|主要有|主要是|例如/u.test(wide) || (bracket !== null && /含/u.test(wide))) return 'open';
  // 其余3件中，… lists what the number right before it is made of.
  return /其中|^：|^中[，：]|在[^，；。]{2,16}中，/u.test(wide) ? 'list' : null;
}

/** Whether the words before a number turn to another year than the report's, or back to it; `undefined` where they name none. */
function otherYear(printed: string, masked: string, year: number | null): boolean | undefined {
  if (lastYear.test(masked)) return true;
  const plain = printed.replace(/《[^》]*》|“[^”]*”|〔[^〕]*〕/gu, '');
  const named = [...plain.matchAll(/(20[0-3]\d)年/gu)].map((match) => Number(match[1]));
  if (year === null || named.length === 0 || /结转/u.test(masked)) return undefined;
  return !named.includes(year);
}

function ratioOf(clause: string): { subject: FactSubject; falls: boolean } | null {
  if (/占[^，；]*$/u.test(clause)) return { subject: 'share', falls: false };
  const moved = /(?:增长|上升|增加|提高|提升|(?<falls>下降|减少|回落|降低|下滑))(?:了|约|近|超)*$/u.exec(clause);
  if (moved && /同比|较|比|相比/u.test(clause)) return { subject: 'change', falls: moved.groups?.falls !== undefined };
  return /率[^，；]*$/u.test(clause) ? { subject: 'rate', falls: false } : null;
}
