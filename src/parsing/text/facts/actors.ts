import { mayBeSameBody } from '../../../naming/same-body.ts';

/** Words that name a body, where they stand in their sentence; `name` is null for the report's own. */
export interface Mention {
  name: string | null;
  start: number;
  end: number;
}

const level = '[省市区县州盟旗镇乡]';
const self =
  '我[局委办院厅部处会校所队馆]|我中心|本(?:局|委|办|院|厅|部|会|校|所|队|馆|中心|机关|单位|部门)|[局委厅](?:机关|本级)|各?(?:相关|业务)?(?:科|处|股)室';
const places = `全(?:${level}|街道|系统|国)|我${level}|${level}(?:人民)?政府(?!信息|网|门户|公报|采购|购买|投资|债|性|开放|数据|服务|办|系统|平台|热线|令|常务|工作报告)`;
const others =
  '各(?:级|地|县|市|区|镇|乡|街|部门|单位|行政|执法|委办局|局|分局|支队|大队|学校|医院|园区|开发区|成员)|下属|所属|下辖|直属|[局委厅区市县校院]属|二级单位|基层|[省市区县]直(?:各|部门|单位|机关)|上级|国务院|其他(?:部门|单位|机关)';
const bodies =
  '[省市区县州][局厅]|[省市区县州盟旗](?:[^\\P{Script=Han}我本各到向对由的在为]){1,14}?(?:分局|局|委员会|委|办公室|办事处|办|厅|院|中心|支队|大队|街道)';
const named = new RegExp(`(?<self>${self})|(?<other>${places}|${others})|${bodies}`, 'gu');

const acting =
  /^(?:已|共|累计|依法|全年|新|均|□)*(?:收到|受理|接到|接收|办理|办结|答复|作出|做出|实施|制发|印发|出台|制定|发布|公布|废止|审理|承办|转来|移送|转送|名义|联合)/u;
/** What may stand before a subject: when, how many, and a list that it ends. */
const lead =
  /截[至止][到]?|全年|年度|本年度?|一年来|当年|累计|共计?|其中|同时|此外|另外?|据?统计|汇总|[一二三四五六七八九十]是|◌|□|[、年]/gu;
/** Words behind which a body is no subject. */
const governed =
  /[在按照据依向对为经从与和同报给受被到至转获]|贯彻|落实|执行|接受|面向|围绕|督促|指导|要求|组织|推动|推进|服务|支持|纳入|列入|学习|参加|关于|提升|提高|促进|加强|做好|开展|助力|保障|通过|利用|依托|梳理|公开|发布|审核|审查|备案|[了着过]$/u;
/** Words behind which what follows is done for a body, or with it. */
const sharing = /(?:以|代|替|代表|协助|配合|帮助|会同|联合|与|和|由|经|报请|提请)$/u;
const own =
  /^(?:及其?(?:所属)?(?:各?部门|办公室)|各级)*的?(?:行政)?(?:规范性文件|规章|许可|处罚|强制|复议|诉讼|事业性收费)/u;
/** A clause that goes on about what the one before it counted. */
const goesOn =
  /^(?:其中|已|并|另|共)*(?:宣布|继续)?(?:废止|失效|修订|修改|现?行?有效|保留|办结|答复|结转|予以|部分|不予|无法|维持|纠正)/u;

/** 市局 is the city's own bureau in its report, and the superior in a district's. */
function isOwn(words: string, bureau: string): boolean {
  const [, level, kind] = /^([省市区县州])([局厅])$/u.exec(words) ?? [];
  if (level === undefined) return mayBeSameBody(words, bureau);
  return new RegExp(`${level}[^省市区县州]*${kind}$`, 'u').test(bureau);
}

/** Every body named in a sentence. `bureau` is the report's own, `null` where it is not known: then no other is told from it. */
export function mentionsIn(masked: string, bureau: string | null): Mention[] {
  let placeEnd = -1;
  return [...masked.matchAll(named)].flatMap((found): Mention[] => {
    const [words] = found;
    // 全市各级行政机关 are all of the city.
    if (found.index === placeEnd) return [];
    if (/^[全我]/u.test(words)) placeEnd = found.index + words.length;
    const at = { start: found.index, end: found.index + words.length };
    if (found.groups?.self !== undefined) return [{ name: null, ...at }];
    if (found.groups?.other !== undefined) return [{ name: words, ...at }];
    if (bureau === null) return [];
    if (isOwn(words, bureau)) return [{ name: null, ...at }];
    const isParty = sharing.test(masked.slice(0, at.start)) || acting.test(masked.slice(at.end));
    return isParty ? [{ name: words, ...at }] : [];
  });
}

/** Whether a body is the subject of its clause: nothing stands before it, or the name of its place (示例 of 示例区政府). */
const isHead = (before: string, name: string): boolean =>
  before === '' || (!/^[全我各下所直]/u.test(name) && /^\p{Script=Han}{2,8}$/u.test(before) && !governed.test(before));

/**
 * Whom the words before `at` name as the one that did what is counted there, where that is not the report's own body: the
 * subject of the clause, or of one before it (区政府制发…，废止…), or the body for or with which it was done (以区政府名义).
 */
export function actorAt(mentions: readonly Mention[], masked: string, at: number): string | undefined {
  const from = masked.lastIndexOf('；', at - 1) + 1;
  const named = mentions.filter((each) => each.start >= from && each.end <= at);
  for (const [index, { name, start, end }] of [...named.entries()].toReversed()) {
    const between = masked.slice(end, at);
    // Whoever is named in a bracket is not spoken of behind it.
    if (/^[^（]*）/u.test(between)) continue;
    if (name === null) return jointly(named[index - 1], masked, start);
    const near = !/[，：（）\d]/u.test(between);
    const on = goesOn.test(between.replace(/^.*[，、]/su, ''));
    const before = headOf(masked.slice(from, start));
    // What follows a list of parts goes on about its total, not about the last of them.
    const holds = near || on || !/\d/u.test(masked.slice(from, start));
    if (holds && isHead(before, name)) return name;
    const shared = sharing.test(before) || own.test(between) || (/为$/u.test(before) && name.endsWith('政府'));
    if (shared && (near || on)) return name;
  }
  return undefined;
}

/** Whether a sentence names nobody before `at` and begins as one that goes on about what the sentence before it counted. */
export const isCarriedOn = (mentions: readonly Mention[], masked: string, at: number): boolean =>
  goesOn.test(masked.replace(lead, '')) && !mentions.some(({ start }) => start < at);

/** The words of a clause before a body in it, without those that say when, how many, or which item of a list. */
const headOf = (text: string): string =>
  text
    .replace(/^.*[，：（）]/su, '')
    .replace(/^.*\d\p{Script=Han}?、/u, '')
    .replace(lead, '');

/** 区政府及区政府办公室收到68件: what a body did with another is not its own alone. */
const jointly = (other: Mention | undefined, masked: string, start: number): string | undefined =>
  other?.name && /^(?:及|和|与|、)$/u.test(masked.slice(other.end, start)) ? other.name : undefined;
