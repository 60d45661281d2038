import type { FactChannel, FactSubject } from '../../../report/fact.ts';
import { actorAt, isCarriedOn, mentionsIn } from './actors.ts';
import { carriesChannel, channelOf, ownChannel } from './channels.ts';
import { bare, clauseEnd, clauseStart, openBracket } from './clauses.ts';
import { aboutDocuments, documents, documentsOf, sortsDocuments } from './document-counts.ts';
import type { Draft, Writer } from './draft.ts';
import { outcomeFamily } from './families.ts';
import { isPlanned, narrowerOf, otherYear } from './narrower.ts';
import { isBefore, type Words, wordsBefore } from './number-words.ts';
import { type NumberToken, numbersIn } from './numbers.ts';
import { addsWords, phrase } from './phrase.ts';
import type { Context, Counted } from './rule.ts';
import type { Sentence } from './sentences.ts';
import { countedBy } from './subjects.ts';
import { moveOn, type SentenceTopic, topicOf } from './topic.ts';

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
      isPlanned(masked.slice(0, token.start)) ||
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
    const narrower = narrowerOf(subject, text, { previous, from, at: token.start });
    const carried = before.actor !== undefined && isCarriedOn(mentions, masked, token.start) ? before.actor : undefined;
    const scope = actorAt(mentions, masked, token.start) ?? carried;
    if (bracket === null) topic.actor = scope;
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
        ...(narrower && { of: narrower }),
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

function ratioOf(clause: string): { subject: FactSubject; falls: boolean } | null {
  if (/占[^，；]*$/u.test(clause)) return { subject: 'share', falls: false };
  const moved = /(?:增长|上升|增加|提高|提升|(?<falls>下降|减少|回落|降低|下滑))(?:了|约|近|超)*$/u.exec(clause);
  if (moved && /同比|较|比|相比/u.test(clause)) return { subject: 'change', falls: moved.groups?.falls !== undefined };
  return /率[^，；]*$/u.test(clause) ? { subject: 'rate', falls: false } : null;
}
