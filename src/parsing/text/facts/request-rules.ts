import type { FactSubject } from '../../../report/fact.ts';
import { both, cases, inRequests, type Rule } from './rule.ts';

const request =
  '(?:政[府务])?信息公开(?:的)?申请|依申请公开(?:的)?(?:政府)?(?:信息)?(?:的)?(?:申请)?|公开申请|申请公开(?:的)?(?:政府)?信息|公开(?:政府)?信息(?:的)?申请';
const noun = '(?:办理|案件|事项|件|数量?|总数|总量|书|表)*';
const asks = new RegExp(`(?:${request})${noun}(?:共计?|总计|累计|合计|为|达|约|了|有|是|：|仅)*$`, 'u');
const asksRight = new RegExp(`^(?:的|有效|各类|书面|有关|相关)*(?:${request})${noun}`, 'u');
const verb = (words: string): RegExp => new RegExp(`(?:${words})(?!不)`, 'u');

/** How sentences word the rows of table 三. */
export const grounds: readonly (readonly [row: string, words: string])[] = [
  ['denied.stateSecret', '国家秘密'],
  ['denied.otherLaws', '法律、?行政法规禁止公开'],
  ['denied.security', '危及[^，；]{0,12}稳定”?|危及“□+”'],
  ['denied.thirdParty', '第三方合法权益'],
  ['denied.internal', '内部事务(?:性)?信息'],
  ['denied.deliberative', '过程性(?:性)?信息'],
  ['denied.enforcementFile', '行政执法案卷(?:信息)?'],
  ['denied.administrativeQuery', '行政查询(?:事项)?'],
  ['unavailable.notHeld', '(?:本机关|本单位|本办|本局|我局|我办)?不掌握(?:相关)?(?:政府)?信息|信息不存在'],
  ['unavailable.needsMaking', '另行制作|没有现成信息'],
  ['unavailable.unclear', '补正后(?:申请内容)?(?:仍|依然)?不明确'],
  ['declined.complaint', '信访、?举报、?投诉类(?:申请)?'],
  ['declined.repeated', '重复申请'],
  ['declined.publication', '公开出版物'],
  ['declined.excessive', '大量反复申请'],
  ['declined.confirmation', '重新出具(?:已获取信息)?'],
  ['other.uncorrected', '逾期不补正'],
  ['other.unpaid', '逾期(?:未|不)(?:按收费通知要求)?缴(?:纳)?费用?'],
];

/** 收到…申请 N 件, …申请 N 件, 收到 N 件…申请, and bare verbs where the sentence is about requests. */
export function requestRules(): Rule[] {
  const verbs: readonly (readonly [FactSubject, string, boolean | undefined])[] = [
    ['receivedAndCarried', '收办|累计办理|合计办理|应办理|应办|叠加', undefined],
    ['received', '新收|新接收|新受理|新增', false],
    ['concluded', '办结|办理完毕|办理完成|处理完毕|结案', undefined],
    ['answered', '答复|回复|回应', undefined],
    ['received', '收到|接到|受理|接收|接受|收取|收悉|登记', undefined],
    ['handled', '办理|处理', undefined],
  ];
  return verbs
    .flatMap(([subject, words, withCarriedIn]): Rule[] => [
      { subject, withCarriedIn, left: both(asks, verb(words)), units: cases },
      { subject, withCarriedIn, left: new RegExp(`(?:${words})[^，；]{0,12}$`, 'u'), right: asksRight, units: cases },
      {
        subject,
        withCarriedIn,
        left: new RegExp(
          `(?:${request}|申请)${noun}(?:已|均|全部|共|按时|依法|按期)*(?:${words})(?:共计?|了|的|有|：)*$`,
          'u',
        ),
        units: cases,
        when: inRequests,
      },
      {
        subject,
        withCarriedIn,
        left: new RegExp(
          `(?:^|[，；：、□年度我局委办区市县镇]|已|均|全部|共|当年|全年|按时|依法|按期|其中|累计)(?:${words})(?:书面|网络|网上|线上|信函|当面|现场|邮寄|有效)*(?:申请)?${noun}(?:共计?|了|的|有|：|数)*◌*$`,
          'u',
        ),
        units: cases,
        when: inRequests,
      },
      ...(subject === 'concluded' || subject === 'answered'
        ? [
            {
              subject,
              right:
                subject === 'concluded'
                  ? /^(?:均|都|已|全部)?[^，；#]{0,12}(?:办结|办理完毕|办理完成)/u
                  : /^(?:均|都|已|全部)[^，；#]{0,12}答复/u,
              units: cases,
              when: inRequests,
            } satisfies Rule,
          ]
        : []),
    ])
    .concat([{ subject: 'handled', left: asks, units: cases }]);
}
