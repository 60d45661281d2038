import type { FactSubject } from '../../../report/fact.ts';
import { remembered } from '../remembered.ts';
import { grounds, requestRules } from './request-rules.ts';
import {
  both,
  type Context,
  type Counted,
  cases,
  ends,
  inDisputes,
  inRequests,
  items,
  money,
  type Rule,
} from './rule.ts';

/** The subjects, first match first. A rule looks at the end of what stands left of the number, or the start of what follows. */
const rules: readonly Rule[] = [
  { subject: 'fees', left: /行政事业性收费/u, units: money },
  {
    subject: 'informationFee',
    left: /信息处理费|信息公开[^，；]{0,6}(?:费|收费)|收费|收取(?:费用)?(?:共计?|合计|了)*$/u,
    units: money,
    when: ({ left, requests }) => requests || /信息/u.test(left),
  },
  { subject: 'feeCases', left: /(?:对|就|向)$/u, right: /收取|收费|缴费/u, units: cases },
  { subject: 'feeCases', left: /收取信息处理费(?:共|的)?$/u, units: cases },
  // disputes before requests: 因政府信息公开申请引起的行政复议
  {
    subject: 'lawsuitsDirect',
    left: ends('(?:未经复议)?直接(?:向法院)?(?:提起)?(?:行政)?(?:诉讼|起诉)'),
    units: cases,
    when: inDisputes,
  },
  {
    subject: 'lawsuitsAfterReconsideration',
    left: ends('(?:经)?复议后(?:提起)?(?:再)?(?:行政)?(?:诉讼|起诉)'),
    units: cases,
    when: inDisputes,
  },
  { subject: 'lawsuits', left: ends('(?<!复议(?:和|、|及|或))(?:行政)?诉讼'), units: cases, when: inDisputes },
  { subject: 'reconsiderations', left: ends('行政复议|(?<!行政)复议'), units: cases, when: againstUs },
  { subject: 'lawsuits', right: /^[^，#]{0,24}(?<!复议(?:和|、|及|或))行政诉讼/u, units: cases, when: inDisputes },
  { subject: 'reconsiderations', right: /^[^，#]{0,24}行政复议(?!.{0,3}行政诉讼)/u, units: cases, when: againstUs },
  // requests: where they come from and go to
  {
    subject: 'carriedOut',
    left: /(?:结转|顺延|转|延期?)(?:至|到|入)?(?:下|次|明)(?:一|个)*年[^，；]*$/u,
    units: cases,
    when: inRequests,
  },
  {
    subject: 'carriedOut',
    right: /^[^，；#]{0,12}(?:结转|顺延|转|延期?)(?:至|到|入)?(?:下|次|明)(?:一|个)*年/u,
    units: cases,
    when: inRequests,
  },
  {
    subject: 'carriedIn',
    left: /(?:(?:上一?年度?|往年)(?:末|底)?(?:未办结)?(?:结转|转入|遗留|转)|结转上一?年度?)[^，；]*$/u,
    units: cases,
    when: inRequests,
  },
  // results
  {
    subject: 'grantedOrPartly',
    left: ends('公开(?:的)?(?:及|和|或|与|、)(?:予以)?部分公开'),
    units: cases,
    when: inRequests,
  },
  { subject: 'partlyGranted', left: ends('部分(?:予以)?公开'), units: cases, when: inRequests },
  { subject: 'denied', left: ends('不予公开'), units: cases, when: inRequests },
  { subject: 'unavailable', left: ends('无法提供'), units: cases, when: inRequests },
  { subject: 'declined', left: ends('不予处理'), units: cases, when: inRequests },
  { subject: 'otherResults', left: ends('其他(?:方式)?处理'), units: cases, when: inRequests },
  // 拆迁类4件、其他3件 sorts requests by their matter
  {
    subject: 'otherResults',
    left: /^其他(?:情形|情况|类)?◌*$/u,
    units: cases,
    when: ({ requests, outcomes }) => requests && outcomes,
  },
  { subject: 'granted', left: ends('(?:予以|同意|决定|准予)(?:主动)?公开'), units: cases, when: inRequests },
  { subject: 'granted', left: /^(?:其中)?公开(?:的|共|类)*$/u, units: cases, when: inRequests },
  { subject: 'withdrawn', left: ends('(?:主动|自行|自愿|自主)?(?:撤回|撤销|撤件)'), units: cases, when: inRequests },
  { subject: 'withdrawn', right: /^[^，；#]{0,8}(?:撤回|撤销|撤件)/u, units: cases, when: inRequests },
  ...grounds.map(
    ([row, words]): Rule => ({ subject: 'ground', row, left: ends(words), units: cases, when: inRequests }),
  ),
  {
    subject: 'applicants',
    column: 'person',
    left: ends('(?:自然人|公民|个人)(?:提出|提交)?'),
    units: cases,
    when: inRequests,
  },
  {
    subject: 'applicants',
    column: 'organisations',
    left: ends('法人(?:和|或|及|、|与)(?:者)?其他(?:社会)?组织(?:提出|提交)?'),
    units: cases,
    when: inRequests,
  },
  {
    subject: 'applicants',
    column: 'business',
    left: ends('商业企业|(?<!国有)企业(?:提出|提交)?'),
    units: cases,
    when: inRequests,
  },
  { subject: 'applicants', column: 'research', left: ends('科研机构'), units: cases, when: inRequests },
  { subject: 'applicants', column: 'welfare', left: ends('社会公益组织'), units: cases, when: inRequests },
  { subject: 'applicants', column: 'legal', left: ends('法律服务机构'), units: cases, when: inRequests },
  ...requestRules(),
  // the other outcomes of a dispute; which kind, the sentence said before
  ...(['lawsuits', 'lawsuitsDirect', 'lawsuitsAfterReconsideration', 'reconsiderations'] as const).flatMap(
    (subject): Rule[] =>
      (
        [
          ['upheld', '(?:结果)?(?:被|获)?维持(?:原判)?'],
          ['corrected', '(?:结果)?(?:被)?纠正'],
          ['other', '其他结果'],
          ['pending', '(?:尚未|未)审结|(?:正在|尚在)(?:审理|办理)(?:中)?'],
        ] as const
      ).map(([column, words]) => ({
        subject,
        column,
        left: ends(words),
        units: cases,
        when: ({ dispute }) => dispute === subject,
      })),
  ),
  // table 二
  {
    subject: 'licences',
    left: ends('行政许可(?:办件|审批)?'),
    units: /^(?:件|宗|起|项|例|份)$/u,
    when: (context) => notPublished(context) && !isListed(context),
  },
  { subject: 'penalties', left: ends('行政处罚'), units: /^(?:件|宗|起|项|例|份)$/u, when: notPublished },
  {
    subject: 'coerciveMeasures',
    left: ends('行政强制(?:措施|执行)?'),
    units: /^(?:件|宗|起|项|例|份|次)$/u,
    when: notPublished,
  },
  { subject: 'policyDocuments', left: ends('政策(?:性)?文件'), units: /^(?:件|份|个|部|条|篇)$/u },
  ...(['normativeDocuments', 'regulations'] as const).flatMap((subject): Rule[] => {
    const name = subject === 'regulations' ? '(?:政府)?规章(?!制度)' : '规范性文件';
    const left = ends(name);
    const unit = /^(?:件|份|个|部|项)$/u;
    return [
      { subject, column: 'repealed', left: both(left, /废止|失效/u), units: unit },
      // 清理现行有效规范性文件12件 tells how many there were before
      { subject, column: 'inForce', left: both(left, /^(?!.*(?:清理|梳理)(?!后|结果)).*有效/su), units: unit },
      { subject, column: 'published', left: both(left, /公开|刊登|刊发|刊载|公示/u), units: unit },
      { subject, column: 'made', left: both(left, /制发|制定|印发|出台|发布|新增/u), units: unit },
      { subject, column: 'published', left, units: unit, when: ({ publishing }) => publishing },
      { subject, left, units: unit },
      {
        subject,
        column: 'repealed',
        left: /(?:废止|宣布失效)(?:共计?|了)*$/u,
        right: new RegExp(`^${name}`, 'u'),
        units: unit,
      },
      {
        subject,
        column: 'made',
        left: /(?:制发|制定|印发|出台|发布)(?:共计?|了)*$/u,
        right: new RegExp(`^(?:行政)?${name}`, 'u'),
        units: unit,
      },
    ];
  }),
  // what the text alone says
  {
    subject: 'opinions',
    left: ends('(?:公众|群众|社会|征集|收到|征求)?[^，]{0,8}(?:意见建议|意见|反馈)'),
    units: /^(?:条|件|份|人次|个)$/u,
  },
  {
    subject: 'proposals',
    left: ends('(?:人大代表|政协委员|代表|委员|政协|人大)?(?:建议|提案|(?<!复)议案)(?:议案|提案|建议)?'),
    units: /^(?:件|条|份|个)$/u,
  },
  {
    subject: 'responses',
    left: /(?:回复|回应|答复)[^，；]{0,20}(?:网友|网民|群众|公众|留言|私信|关注|咨询|投诉|来信|来电|舆情|热点|诉求|事件|关切)[^，；]*$/u,
    units: /^(?:条|件|次|个|起|人次|条次|件次)$/u,
  },
  {
    subject: 'complaints',
    left: /(?:投诉|举报|信访|来电|热线|工单|诉求|私信|留言|信件|来信|网民|市长信箱|领导信箱)[^，；]*$/u,
    units: /^(?:条|件|次|个|起|人次|份|封|通|条次|件次|宗|例)$/u,
  },
  {
    subject: 'complaints',
    right: /^(?:各类|群众|有效)*(?:投诉|举报|信访|来电|热线|工单|诉求|留言|来信)/u,
    units: /^(?:条|件|次|个|起|人次|份|封|通|宗|例)$/u,
  },
  { subject: 'consultations', left: ends('咨询(?:电话|服务)?'), units: /^(?:条|件|次|个|起|人次|人|通)$/u },
  {
    subject: 'interpretations',
    left: ends('解读(?:稿件|材料|文件|文章|产品|信息|视频|图片|稿)?(?:类)?(?:信息)?(?:发布)?'),
    units: /^(?:条|篇|件|份|个|期|次|场|部|幅)$/u,
  },
  { subject: 'gazettes', left: /公报(?:》)?[^，；]{0,4}$/u, units: /^(?:期|本|册)$/u },
  {
    subject: 'pressConferences',
    left: /(?:新闻|发布|通气)(?:发布)?会[^，；]{0,6}$/u,
    units: /^(?:场|次|期|个|场次)$/u,
  },
  { subject: 'interviews', left: /访谈[^，；]{0,6}$/u, units: /^(?:场|次|期|个)$/u },
  { subject: 'openDays', left: /开放(?:日|周|月)[^，；]{0,8}$/u, units: /^(?:场|次|期|个|场次)$/u },
  { subject: 'trainings', left: /培训[^，；]{0,6}$/u, units: /^(?:场|次|期|个|场次|人次|班次|人)$/u },
  {
    subject: 'meetings',
    left: /(?:会议|推进会|座谈会|调度会|联席会|部署会|协调会|例会|听证会)[^，；]{0,4}$/u,
    units: /^(?:场|次|期|个|场次)$/u,
  },
  {
    subject: 'inspections',
    left: /(?:检查|巡查|抽查|督查|监测|评查|通报|排查)[^，；]{0,4}$/u,
    units: /^(?:次|期|轮|份|场|个)$/u,
  },
  { subject: 'inspections', right: /^[^，；#]{0,18}(?:检查|巡查|抽查|督查|评查|监测)/u, units: /^(?:次|期|轮)$/u },
  {
    subject: 'followers',
    left: /(?:粉丝|关注|订阅)(?:人|用户)?(?:数|量|人数|总数)?(?:共计?|总计|累计|为|达到?|有|约|：)*$/u,
    units: /^(?:人|个|名|户|)$/u,
  },
  {
    subject: 'visits',
    left: /(?:访问|浏览|阅读|点击|观看|播放|点赞|转发)(?:人)?(?:次|量|数|次数|人次|总量)*(?:共计?|总计|累计|为|达到?|有|约|：)*$/u,
    units: /^(?:人次|次|人|个|条次|)$/u,
  },
  { subject: 'accounts', left: /(?:新媒体|公众号|账号|微博|微信|网站|平台)[^，；]{0,8}$/u, units: /^(?:个|家)$/u },
  { subject: 'accounts', left: /(?:公众号|账号|新媒体|微博|微信)[^，；]*(?:开设|开通|拥有)$/u, units: /^(?:个|家)$/u },
  {
    subject: 'accounts',
    left: /(?:开设|开通|拥有|运维|备案)[^，；]{0,8}$/u,
    right: /^[^，；#]{0,4}(?:新媒体|公众号|账号|微博|微信|网站|平台|专栏)/u,
    units: /^(?:个|家)$/u,
  },
  {
    subject: 'accounts',
    right: /^[^，；#]{0,10}(?:开通|开设|拥有|有)[^，；#]{0,6}(?:公众号|微信|微博|账号|新媒体)/u,
    units: /^(?:个|家)$/u,
  },
  {
    subject: 'published',
    left: /(?:信息|文章|推文|稿件|动态|微博|消息|资讯|短视频|作品|内容|原创)(?:数量?|总数|总量)?(?:发布|推送|公开|共计?|总计|累计|合计|为|达到?|有|约|：|数|分别)*◌*$/u,
    units: items,
  },
  {
    subject: 'published',
    left: /(?:(?<!予以|不予|部分|同意)公开|发布|推送|刊登|编发|上传|更新|转发|推出|刊载|发表|编发文章)(?:各类)?(?:共计?|总计|累计|合计|为|达到?|有|约|了|：)*$/u,
    units: items,
  },
  {
    subject: 'published',
    right: /^(?:各类|政府|政务|有效|相关|工作|动态)*(?:信息|文章|推文|微博|稿件|动态)(?!公开申请)/u,
    left: /公开|发布|推送|刊登|编发|上传|更新|转发|推出|发表/u,
    units: items,
  },
  {
    subject: 'published',
    left: /文件[^，；]{0,2}$/u,
    units: /^(?:件|条|篇|份)$/u,
    when: ({ publishing }) => publishing,
  },
];

/** Reviews that the body decides itself, 作为复议机关受理, are not those of its own answers. */
function againstUs(context: Context): boolean {
  const words = context.left + context.right;
  const asOrgan =
    /复议机关|(?:受理|审理|审结)[^，；]{0,14}行政复议/u.test(words) && !/被申请|答复|应诉|引[发起]/u.test(words);
  return inDisputes(context) && !asOrgan;
}

/** 公开行政许可信息 counts what was published; a list that ends in 等 counts no member of it. */
function notPublished({ left, publishing }: Context): boolean {
  if (publishing && !/作出|做出|办理|实施|办结|核发|审批|决定/u.test(left)) return false;
  return (
    !/公开|公示|发布|归集|报送|上传|推送|录入|信息/u.test(left) &&
    !/(?:许可|处罚|强制)[、和及与](?:行政)?(?:许可|处罚|强制)/u.test(left)
  );
}

/** 行政许可事项45件 counts the kinds there are, 办理行政许可事项45件 those decided. */
const isListed = ({ left }: Context): boolean =>
  /事项/u.test(left) && !/作出|做出|办理|办结|实施|完成|核发|审批|受理/u.test(left);

const blocked = /等(?:各类|共|共计|合计|方面|内容|信息)*$/u;

/** What a number counts by the words around it; `null` where they do not say. */
export function countedBy(context: Context): Counted | null {
  const isBlocked = blocked.test(context.left);
  for (const rule of rulesFor(context.unit)) {
    if (rule.when && !rule.when(context)) continue;
    if (rule.left && !rule.left.test(context.left)) continue;
    if (rule.right && !rule.right.test(context.right)) continue;
    if (isBlocked && !isFree(rule.subject)) continue;
    const { subject, row, column, withCarriedIn } = rule;
    return {
      subject,
      ...(row && { row }),
      ...(column && { column }),
      ...(withCarriedIn !== undefined && { withCarriedIn }),
    };
  }
  return null;
}

/** The rules for numbers of a unit, those that look left before those that look right. */
const rulesFor = remembered((unit): readonly Rule[] => {
  const own = rules.filter(({ units }) => !units || units.test(unit));
  return [...own.filter(({ right }) => !right), ...own.filter(({ right }) => right)];
});

/** Subjects that no table holds. */
const isFree = (subject: FactSubject): boolean =>
  ['published', 'complaints', 'consultations', 'responses', 'opinions'].includes(subject);
