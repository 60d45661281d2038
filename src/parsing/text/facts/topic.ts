import type { FactSubject } from '../../../report/fact.ts';
import { disputeFamily, percentages, requestFamily } from './families.ts';
import type { Sentence } from './sentences.ts';

/** What a sentence is about, and leaves behind for the next one of its paragraph. */
export interface SentenceTopic {
  requests: boolean;
  disputes: boolean;
  dispute: FactSubject | null;
  /** The other body whose count came last, outside brackets: 全市收到1356件。办结1300件。 */
  actor?: string;
}

const requestWords = /信息公开(?:的)?申请|依申请|公开申请|申请公开|公开(?:政府)?信息(?:的)?申请/u;
const otherMatters = /投诉|举报|信访|热线|来电|工单|诉求|提案|建议|许可申请|12345|来信|网民/u;

/** What a sentence is about, by its own words and those of the one before it. */
export function topicOf({ masked, topic }: Sentence, before: SentenceTopic): SentenceTopic {
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
export function moveOn(
  topic: SentenceTopic,
  subject: FactSubject,
  column: string | undefined,
  sentence: Sentence,
): void {
  if (disputeFamily.has(subject) && column === undefined) topic.dispute = subject;
  if (requestFamily.has(subject)) topic.requests = topic.disputes = true;
  const neutral =
    percentages.has(subject) ||
    disputeFamily.has(subject) ||
    ['otherCount', 'feeCases', 'informationFee'].includes(subject);
  if (!neutral && !requestFamily.has(subject) && sentence.topic !== 'requests')
    topic.requests = requestWords.test(sentence.masked);
}
