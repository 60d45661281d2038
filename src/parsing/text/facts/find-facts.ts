import type { Fact } from '../../../report/fact.ts';
import type { SectionId } from '../../../report/report.ts';
import type { Passage } from '../passage.ts';
import { carriesChannel } from './channels.ts';
import { claimsIn } from './claims.ts';
import { countsIn } from './count-facts.ts';
import type { Draft, Writer } from './draft.ts';
import { percentages } from './families.ts';
import { listsOf } from './lists.ts';
import { distribute } from './respectively.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import type { SentenceTopic } from './topic.ts';

/** No report states as many; what does is no report. */
const most = 2000;

const blank: SentenceTopic = { requests: false, disputes: false, dispute: null };

/**
 * The facts stated in a report's running text, in the order in which they stand. A sentence that is not understood yields
 * nothing. Section five speaks of plans and yields no counts; `writer` tells what is another year's or another body's.
 */
export function findFacts(sections: ReadonlyMap<SectionId, readonly Passage[]>, writer: Writer): Fact[] {
  const facts: Fact[] = [];
  for (const sentences of paragraphsOf(sections)) {
    if (facts.length > most) break;
    let before = blank;
    const drafts = sentences.map((sentence) => {
      const found = countsIn(sentence, before, writer);
      before = found.topic;
      return { sentence, topic: found.topic, drafts: distribute(found.drafts, sentence.masked, sentence.text) };
    });
    const lists = listsOf(drafts.map((each) => each.drafts));
    const indexOf = new Map<Draft, number>();
    for (const each of drafts) {
      const claims = claimsIn(each.sentence, each.topic, each.drafts, writer);
      for (const draft of each.drafts) {
        indexOf.set(draft, facts.length);
        facts.push(linked(draft, lists, indexOf, facts, each.drafts));
      }
      facts.push(...claims);
    }
    for (const { total, kind } of lists) {
      const at = indexOf.get(total);
      if (at !== undefined) facts[at] = { ...facts[at]!, parts: facts[at]!.parts === 'complete' ? 'complete' : kind };
    }
  }
  return facts;
}

/** Sentences by paragraph; of an endless one only the beginning. */
function paragraphsOf(sections: ReadonlyMap<SectionId, readonly Passage[]>): Sentence[][] {
  const paragraphs = new Map<number, Sentence[]>();
  for (const sentence of sentencesOf(sections)) {
    if (sentence.section === 'problems') continue;
    const own = paragraphs.get(sentence.paragraph);
    if (!own) paragraphs.set(sentence.paragraph, [sentence]);
    else if (own.length < 200) own.push(sentence);
  }
  return [...paragraphs.values()];
}

/** A draft with the total it is a part of, whose subject it takes where its own clause names none. */
function linked(
  draft: Draft,
  lists: ReturnType<typeof listsOf>,
  indexOf: ReadonlyMap<Draft, number>,
  facts: readonly Fact[],
  siblings: readonly Draft[],
): Fact {
  const { fact } = draft;
  if (percentages.has(fact.subject)) {
    const spoken = siblings
      .slice(0, siblings.indexOf(draft))
      .findLast((other) => !percentages.has(other.fact.subject) && other.inBracketOf === draft.inBracketOf);
    const about = spoken && indexOf.get(spoken);
    return about === undefined || fact.subject === 'rate' ? fact : { ...fact, about };
  }
  const list = lists.find(({ parts }) => parts.includes(draft));
  const partOf = list && indexOf.get(list.total);
  if (partOf === undefined) return continued(draft, siblings, indexOf, facts);
  const total = facts[partOf]!;
  if (!draft.unnamed && fact.subject !== 'otherCount') {
    const its = fact.channel ?? (carriesChannel.has(fact.subject) ? (draft.channel ?? total.channel) : undefined);
    return { ...fact, partOf, ...(its && { channel: its }) };
  }
  const channel = carriesChannel.has(total.subject) ? (draft.channel ?? total.channel) : total.channel;
  const { channel: _, ...rest } = fact;
  return { ...rest, subject: total.subject, partOf, ...(channel && { channel }) };
}

/** 处理微博投诉355件，某平台1594件: a place without a noun takes the noun of the number before it. */
function continued(
  draft: Draft,
  siblings: readonly Draft[],
  indexOf: ReadonlyMap<Draft, number>,
  facts: readonly Fact[],
): Fact {
  const previous = siblings[siblings.indexOf(draft) - 1];
  const at = previous && indexOf.get(previous);
  const before = at === undefined ? undefined : facts[at];
  const place = /(?:平台|网站|公众号|微博|微信|热线|APP|客户端|抖音|视频号)$/u;
  if (!draft.unnamed || !before || previous!.token.unit !== draft.token.unit || !place.test(draft.left))
    return draft.fact;
  return ['complaints', 'published', 'consultations', 'responses'].includes(before.subject)
    ? { ...draft.fact, subject: before.subject }
    : draft.fact;
}
