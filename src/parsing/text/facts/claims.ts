import type { Fact, FactSubject } from '../../../report/fact.ts';
import { actorAt, mentionsIn } from './actors.ts';
import type { Draft, Writer } from './draft.ts';
import type { Sentence } from './sentences.ts';
import type { SentenceTopic } from './topic.ts';

const no = '(?:未曾|并未|从未|尚未|均未|没有|未|无(?!法|正)|不存在|暂无|零)';
/** What may stand between an object and the end of its clause. */
const close =
  '(?:等)?(?:相关|有关)?(?:的)?(?:申请|事项|件|情况|信息|案件|需求|业务|事件|情形|事宜|政府信息|书|问题|工作|等|的)*';
const asked =
  '(?:政[府务])?信息公开(?:的)?申请|(?:政府信息)?依申请公开(?:政府)?(?:信息)?(?:的)?(?:申请)?|公开(?:政府)?信息(?:的)?申请|公开申请|申请公开(?:政府)?(?:信息)?|要求公开(?:的)?(?:政府)?信息';

const noRequest = new RegExp(`${no}[^，。；因由]{0,34}?(?:${asked})${close}(?=[，。；、和或及]|$)`, 'u');
const requestsNone = new RegExp(
  `(?:${asked})(?:数量|情况|工作)?(?:：|为|均为|数为)(?:无|零|0(?:件|份|条|宗)?)(?=[，。；]|$)`,
  'u',
);
const dispute = '行政复议|复议|行政诉讼|诉讼';
const noDispute = new RegExp(
  `${no}[^。；，]{0,44}?(?<objects>(?:申请)?(?:${dispute})(?:[^。；，]{0,12}?(?:${dispute}))*)${close}(?=[，。；]|$)`,
  'u',
);
const disputesNone = new RegExp(
  `(?<objects>(?:${dispute})(?:[^。；，]{0,12}?(?:${dispute}))*)${close}(?:数量?)?(?:均|都|也)?(?:未发生|没有发生|为零|为0(?:件)?|均无|没有|为无)(?=[，。；]|$)`,
  'u',
);

const fee =
  '信息处理费(?:用)?|信息公开(?:处理)?(?:费用?|收费)|任何(?:政府信息公开)?费用|政府信息公开(?:任何)?费用|费用';
const noFee = new RegExp(
  `${no}[^，。；]{0,24}?(?:收取|产生|发生|开展|涉及|收到)?[^，。；]{0,14}?(?:${fee})[^，。；]{0,8}(?=[，。；]|$)|不(?:存在|收取|涉及)[^，。；]{0,12}(?:${fee})`,
  'u',
);
const feeNamed = /信息处理费|信息公开[^，。；]{0,4}(?:收费|费用)/u;
const feeFree = /免费提供|均?未收费|不收费|未收取任何费用|没有收费/u;

const noDecision = (words: string): RegExp =>
  new RegExp(
    `(?:未|没有|无)(?:作出|做出|实施|办理|发生|产生|开展|进行|受理|有)?(?:任何|过)?(?:[^，。；]{0,8}[、和或及])?${words}(?:[、和或及][^，。；]{0,12})?(?:决定|事项|案件|措施|行为|情况|业务|等|的)*(?=[，。；]|$)`,
    'u',
  );
const decisions: readonly (readonly [FactSubject, RegExp])[] = [
  ['licences', noDecision('行政许可')],
  ['penalties', noDecision('行政处罚')],
  ['coerciveMeasures', noDecision('行政强制')],
];

const noneMade =
  /(?:未|没有|无)(?:新)?(?:制发|制定|出台|印发)(?:过|任何)?(?:[^，。；]{0,6}[、和或及])?(?:行政)?规范性文件(?:[、和或及][^，。；]{0,8})?(?:情况|等|的)*(?=[，。；]|$)/u;

/** The claims of a sentence that need no number, or deny one. */
export function claimsIn(
  sentence: Sentence,
  topic: SentenceTopic,
  drafts: readonly Draft[],
  { bureau }: Pick<Writer, 'bureau'>,
): Fact[] {
  const { masked, text, section, place } = sentence;
  const facts: Fact[] = [];
  const none = masked
    .replace(/不予公开|不予处理|无法提供|无正当理由|没有现成信息|未经复议|尚?未审结|不掌握/gu, '□□□□')
    .replace(/◌/gu, '');
  /** A claim whose words begin `at` a place of the sentence; without it, the sentence as a whole makes it. */
  const claim = (
    subject: FactSubject,
    value: number | null,
    unit: string,
    { at = none.length, ...more }: Partial<Fact> & { at?: number } = {},
  ): void => {
    const scope = actorAt(mentionsIn(none, bureau), none, at);
    facts.push({
      subject,
      value,
      unit,
      precision: 'exact',
      ...more,
      ...(scope && { scope }),
      sentence: text,
      section,
      place,
    });
  };
  const counted = (subject: FactSubject): boolean => drafts.some(({ fact }) => fact.subject === subject);

  const noneAsked = noRequest.exec(none) ?? requestsNone.exec(none);
  if (noneAsked && !counted('received')) claim('received', 0, '件', { at: noneAsked.index });
  else if (
    sentence.topic === 'requests' &&
    /^[^，]{0,14}(?:未|没有)(?:收到|接到|受理)(?:过)?(?:书面|相关|此类|任何)?申请(?=[，。；]|$)/u.test(none)
  )
    claim('received', 0, '件');
  for (const found of [noDispute.exec(none), disputesNone.exec(none)]) {
    const objects = found?.groups?.objects;
    if (!objects || !(topic.disputes || topic.requests || /信息公开|政务公开|公开/u.test(none))) continue;
    if (/复议/u.test(objects) && !counted('reconsiderations')) claim('reconsiderations', 0, '件', { at: found.index });
    if (/诉讼/u.test(objects) && !counted('lawsuits')) claim('lawsuits', 0, '件', { at: found.index });
    break;
  }
  if (
    /(?:无|没有)(?:结转)?(?:转)?下(?:一)?年度?(?:的)?(?:结转|办理|申请|件)*(?=[，。；]|$)|(?:无|没有)[^，。；]{0,8}结转(?:至|到)?下(?:一)?年/u.test(
      none,
    ) &&
    (topic.requests || section === 'applications')
  )
    claim('carriedOut', 0, '件');
  if (/(?:无|没有)上(?:一)?年度?结转/u.test(none)) claim('carriedIn', 0, '件');
  for (const [subject, pattern] of decisions) {
    const found = pattern.exec(none);
    if (found && !/信息|公示|公开/u.test(found[0])) claim(subject, 0, '件', { at: found.index });
  }

  const noDocument = noneMade.exec(none);
  if (noDocument && !counted('normativeDocuments'))
    claim('normativeDocuments', 0, '件', { column: 'made', at: noDocument.index });

  if (!counted('informationFee')) {
    if (
      noFee.test(none) ||
      (feeFree.test(none) && (topic.requests || feeNamed.test(none) || /依申请|公开/u.test(none)))
    )
      claim('informationFee', 0, '元');
    else if (feeNamed.test(none) && !/情况[。：]?$/u.test(none) && /收取|收费/u.test(none.replace(feeNamed, '')))
      claim('informationFee', null, '');
  }

  if (
    topic.requests &&
    /(?:全部|所有|均|都)(?![^，。；]{0,12}(?:限|时间)内)[^，。；]{0,14}(?:办结|办理完成|办理完毕|处理完毕)(?!的)/u.test(
      none,
    ) &&
    !/其中[^，。；]*均/u.test(none.replace(/\d+件?均/u, '其中均'))
  )
    claim('allConcluded', null, '');
  if (
    /申请[^，。；]{0,6}(?:全部|均|都)(?:已)?(?:依法|按规定)?(?:予以)?(?:答复|办结)(?:完毕)?(?=[，。；]|$)/u.test(
      none,
    ) &&
    !facts.some(({ subject }) => subject === 'allConcluded')
  )
    claim('allConcluded', null, '', { of: '答复' });
  if (topic.requests && /均为自然人|全部(?:为|是|由)自然人|都是自然人/u.test(none))
    claim('applicants', null, '', { column: 'person' });
  const upheld = /(?:均|全部|都)(?:被|获|获得|予以|得到)?(?:结果)?(?:维持|胜诉)/u.exec(none);
  if (upheld && (topic.disputes || topic.requests))
    claim('allUpheld', null, '', {
      at: upheld.index,
      ...spokenOf(none, upheld.index, /已审结|审结的/u.test(none) ? '已审结' : undefined),
    });
  const uncorrected =
    /零败诉|零纠错|无(?:一)?(?:件|例)?(?:被)?(?:败诉|纠错|纠正)|未(?:被|出现)[^，。；]{0,16}(?:纠错|纠正|败诉)|没有(?:被)?(?:纠错|纠正|败诉)/u.exec(
      none,
    );
  if (uncorrected && (topic.disputes || /复议|诉讼/u.test(none)))
    claim('neverCorrected', null, '', { at: uncorrected.index, ...spokenOf(none, uncorrected.index) });
  // 收到申请 1 件，不予公开: a result without a number speaks of all that were received.
  const received = drafts.filter(({ fact }) => fact.subject === 'received');
  const result = /申请\d+件，(?<result>不予公开|予以公开|部分公开|无法提供|不予处理)(?=[，。；])/u.exec(masked)?.groups
    ?.result;
  const results: Record<string, FactSubject> = {
    不予公开: 'denied',
    予以公开: 'granted',
    部分公开: 'partlyGranted',
    无法提供: 'unavailable',
    不予处理: 'declined',
  };
  if (result && received.length === 1 && received[0]!.token.value === 1)
    claim(results[result]!, 1, '件', { of: '未写件数' });
  return facts;
}

/** Which disputes a claim about outcomes speaks of, where its part of the sentence (up to the ；) names one kind. */
function spokenOf(text: string, at: number, of?: string): Partial<Fact> {
  const start = text.lastIndexOf('；', at) + 1;
  const end = text.indexOf('；', at);
  const segment = text.slice(start, end < 0 ? text.length : end);
  const both = /复议(?!后)/u.test(segment) && /诉讼/u.test(segment);
  const column =
    both || /败诉/u.test(segment)
      ? undefined
      : /诉讼/u.test(segment)
        ? 'lawsuits'
        : /复议/u.test(segment)
          ? 'reconsiderations'
          : undefined;
  return { ...(column && { column }), ...(of && { of }) };
}
