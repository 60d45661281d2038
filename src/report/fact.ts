import { z } from 'zod';
import { placeSchema } from './cell.ts';

/** What a sentence may count, and what each is called. Row ids of table 三 keep their names. The list is closed. */
export const factSubjects = {
  // requests, table 三
  received: { zh: '收到申请', en: 'requests received' },
  receivedAndCarried: { zh: '收办申请（含上年结转）', en: 'requests received and carried in' },
  handled: { zh: '办理申请', en: 'requests handled' },
  concluded: { zh: '办结申请', en: 'requests concluded' },
  answered: { zh: '答复申请', en: 'requests answered' },
  carriedIn: { zh: '上年结转', en: 'carried in' },
  carriedOut: { zh: '结转下年', en: 'carried out' },
  granted: { zh: '予以公开', en: 'granted' },
  partlyGranted: { zh: '部分公开', en: 'partly granted' },
  grantedOrPartly: { zh: '予以公开及部分公开', en: 'granted or partly granted' },
  denied: { zh: '不予公开', en: 'denied' },
  unavailable: { zh: '无法提供', en: 'unavailable' },
  declined: { zh: '不予处理', en: 'declined' },
  otherResults: { zh: '其他处理', en: 'other results' },
  ground: { zh: '办理结果中的一项', en: 'one ground' },
  withdrawn: { zh: '申请人撤回', en: 'withdrawn by the applicant' },
  applicants: { zh: '申请人', en: 'applicants' },
  allConcluded: { zh: '全部办结', en: 'all concluded' },
  // disputes, table 四
  reconsiderations: { zh: '行政复议', en: 'reconsiderations' },
  lawsuits: { zh: '行政诉讼', en: 'lawsuits' },
  lawsuitsDirect: { zh: '未经复议直接起诉', en: 'lawsuits without reconsideration' },
  lawsuitsAfterReconsideration: { zh: '复议后起诉', en: 'lawsuits after reconsideration' },
  allUpheld: { zh: '均获维持', en: 'all upheld' },
  neverCorrected: { zh: '未被纠错', en: 'never corrected' },
  // disclosures, table 二
  regulations: { zh: '规章', en: 'regulations' },
  normativeDocuments: { zh: '规范性文件', en: 'normative documents' },
  licences: { zh: '行政许可', en: 'licences' },
  penalties: { zh: '行政处罚', en: 'penalties' },
  coerciveMeasures: { zh: '行政强制', en: 'coercive measures' },
  fees: { zh: '行政事业性收费', en: 'administrative fees' },
  // section six
  informationFee: { zh: '信息处理费', en: 'information fee' },
  feeCases: { zh: '收取信息处理费的申请', en: 'requests charged a fee' },
  // what the text alone says
  published: { zh: '公开信息', en: 'items published' },
  policyDocuments: { zh: '政策文件', en: 'policy documents' },
  interpretations: { zh: '政策解读', en: 'policy interpretations' },
  gazettes: { zh: '政府公报', en: 'gazettes' },
  pressConferences: { zh: '新闻发布会', en: 'press conferences' },
  interviews: { zh: '在线访谈', en: 'online interviews' },
  opinions: { zh: '征集意见', en: 'opinions gathered' },
  responses: { zh: '回应关切', en: 'responses to the public' },
  complaints: { zh: '投诉与热线', en: 'complaints and hotline' },
  consultations: { zh: '咨询', en: 'enquiries' },
  proposals: { zh: '建议提案', en: 'proposals' },
  trainings: { zh: '培训', en: 'trainings' },
  openDays: { zh: '政府开放日', en: 'open days' },
  meetings: { zh: '会议', en: 'meetings' },
  inspections: { zh: '检查与通报', en: 'inspections' },
  accounts: { zh: '公开平台与账号', en: 'platforms and accounts' },
  followers: { zh: '粉丝与关注', en: 'followers' },
  visits: { zh: '访问与阅读', en: 'visits and views' },
  otherCount: { zh: '其他数字', en: 'other counts' },
  // percentages
  share: { zh: '占比', en: 'share' },
  change: { zh: '同比', en: 'change on last year' },
  rate: { zh: '比率', en: 'rate' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type FactSubject = keyof typeof factSubjects;

/** The ways in which a sentence sums up what became of requests; a single ground is narrower. */
export const outcomeSubjects = [
  'granted',
  'partlyGranted',
  'grantedOrPartly',
  'denied',
  'unavailable',
  'declined',
  'otherResults',
] as const satisfies readonly FactSubject[];

const subjectIds = Object.keys(factSubjects) as [FactSubject, ...FactSubject[]];

/** Where something was published or received. */
export const factChannels = {
  website: { zh: '网站', en: 'website' },
  wechat: { zh: '微信', en: 'WeChat' },
  weibo: { zh: '微博', en: 'Weibo' },
  video: { zh: '视频号与抖音', en: 'video channels' },
  newMedia: { zh: '政务新媒体', en: 'new media' },
  gazette: { zh: '公报', en: 'gazette' },
  press: { zh: '报刊电视', en: 'press and television' },
  board: { zh: '公告栏', en: 'notice boards' },
  hotline: { zh: '热线电话', en: 'hotline' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type FactChannel = keyof typeof factChannels;
const channelIds = Object.keys(factChannels) as [FactChannel, ...FactChannel[]];

/**
 * A fact stated in a sentence: one number, or “none”, bound to what it counts. Facts only cross-check tables and answer
 * questions about the text; a sentence never fills a cell.
 */
export const factSchema = z.object({
  subject: z.enum(subjectIds),
  /**
   * The number said; 0 where the sentence says there was none; `null` where it makes a claim without a number (全部办结,
   * 均获维持, a fee named without an amount). A change to less is negative.
   */
  value: z.number().nullable(),
  /** 件, 条, 篇, 元, 万元, % …; empty where none is printed. */
  unit: z.string(),
  /** `exact`, or how far the number is to be trusted as one: 余 and 以上 are `atLeast`, 近 and 不足 `atMost`, 约 `about`. */
  precision: z.enum(['exact', 'atLeast', 'atMost', 'about']),
  /** Narrower words as printed: what, where or of which kind. A subject of a table that carries them is only a part of it. */
  of: z.string().optional(),
  /** Row of table 三 that a ground names, for example `denied.deliberative`. */
  row: z.string().optional(),
  /**
   * Column that it speaks of: a kind of applicant (`person` …, or `organisations` for the other five), an outcome of a
   * dispute (`upheld` …), or `made`, `repealed`, `inForce`, `published` of a document.
   */
  column: z.string().optional(),
  channel: z.enum(channelIds).optional(),
  /** Whom the sentence speaks of, where it says so: 全市, 本机关, 市政府. */
  scope: z.string().optional(),
  /** `true` where the number says that it contains the cases carried in (含上年结转), or only the new ones (`false`). */
  withCarriedIn: z.boolean().optional(),
  /** Index in `facts` of the total that this number is a part or a subset of. */
  partOf: z.number().int().optional(),
  /**
   * On a total, how its list of parts stands: `complete`, they add up to it; `closed`, the list ends in 其他 or 其余;
   * `open`, it names only some (包括, 主要, 等); `plain`, it does not say.
   */
  parts: z.enum(['complete', 'closed', 'open', 'plain']).optional(),
  /** Index in `facts` of the number that a percentage speaks of. */
  about: z.number().int().optional(),
  sentence: z.string(),
  section: z.string(),
  place: placeSchema,
});
export type Fact = z.infer<typeof factSchema>;
