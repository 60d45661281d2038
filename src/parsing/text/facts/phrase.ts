import type { FactSubject } from '../../../report/fact.ts';
import { disputeFamily, requestFamily } from './families.ts';

const lead =
  /^(?:[一二三四五六七八九十]是|其中|另外|另有|同时|并且|截(?:至|止|止至|止到)|全年|本年度?|年度|累计|共计|共|还|已|又|并|分别|主要|包括|包含|含|为|[、，；：。.和及与以◌□])+/u;
const trail = /(?:共计|共|总计|累计|合计|达到|达|为|了|约|近|超|有|数量|仅|均|分别|和|及|[：◌])+$/u;
const verbs = /^.*(?:开展了?|举办了?|发布|公开|推送|制作|编印|组织)(?=.{4})/su;
const predicate = /^(?:均|都|已|全部|被|参加|参与|予以|进行|得到|获得|以上|左右|和|及|与|或|开通|有|的$)/u;

interface Sides {
  /** The clause left of the number as printed, and masked. */
  printed: string;
  masked: string;
  /** What follows the number in its clause, as printed. */
  after: string;
}

/** The printed words that say what is counted: those left of the number, or right of it where the noun stands there. */
export function phrase({ printed, masked, after }: Sides, named: boolean): string | undefined {
  const skip = lead.exec(masked)?.[0].length ?? 0;
  const left = printed
    .slice(skip)
    .replace(/（[^（）]*）/gu, '')
    .replace(trail, '')
    .trim();
  const right = after.replace(/（.*$|^[的为是系]/gsu, '').trim();
  const rightIsNoun = /^\p{Script=Han}{2}/u.test(right) && !predicate.test(right);
  const verbOnly =
    /^(?:我[局委办]|本机关|本单位)?(?:举办|开展|召开|组织|收到|受理|公开|发布|推送|制作|有|设置|开设|新增|邀请|对|办理|处理)?(?:各类)?$/u;
  const said =
    rightIsNoun && (!named || verbOnly.test(left)) ? right : verbOnly.test(left) && right ? `${left}${right}` : left;
  const short = said.length > 30 ? said.replace(verbs, '').slice(-30) : said;
  const whole = /”/u.test(short) && !/“/u.test(short) ? short.replace(/^.*”/u, '') || short.replace(/”/gu, '') : short;
  return /\p{Script=Han}{2}/u.test(whole) ? whole : undefined;
}

const plain =
  /^(?:\p{Script=Han}{0,16}(?:局|委|办|街道|政府|厅|机关|单位|区|县|市|镇|乡))?(?:共|累计|全年|一年来)*(?:依法)?(?:办理|作出|实施|核发|审批|受理|新收|办结)?(?:各类|的)*(?:行政)?(?:许可|处罚|强制)(?:事项|决定|案件|措施|执行|业务|办件|的|共|数量?)*$/u;

/** Words are kept where they add something: always for what only the text says; for a table's subject where they narrow it. */
export function addsWords(subject: FactSubject, of: string, left: string): boolean {
  if (requestFamily.has(subject) || disputeFamily.has(subject) || subject === 'fees' || subject === 'informationFee')
    return false;
  if (subject === 'licences' || subject === 'penalties' || subject === 'coerciveMeasures')
    return !plain.test(left.replace(/^(?:□|年度?|全年|共|累计|[，、])+/u, ''));
  if (subject === 'normativeDocuments' || subject === 'regulations')
    return /部门|单位|镇|乡|街道|其他|党/u.test(of.replace(/.*(?:公开|发布|制发|印发|制定|出台|刊登)/u, ''));
  return subject !== 'feeCases' || !/收取|收费/u.test(of);
}
