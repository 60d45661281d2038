import { createHash } from 'node:crypto';
import type { Region } from '../report/report.ts';
import { locate } from './region.ts';

/** Long and short forms of what a body does; each pattern is compared with a name without place and kind. */
const functions: readonly (readonly [key: string, forms: RegExp])[] = [
  ['卫生健康', /^(?:卫生健康|卫健|卫生和计划生育|卫生计生|卫计)$/u],
  ['市场监督管理', /^(?:市场监督管理|市场监管|市监)$/u],
  ['发展和改革', /^(?:发展和改革|发展与改革|发展改革|发改)$/u],
  ['科学技术', /^(?:科学技术|科技|科)$/u],
  ['国有资产监督管理', /^(?:国有资产监督管理|国有资产监管|国资)$/u],
  ['人力资源和社会保障', /^(?:人力资源和社会保障|人力资源与社会保障|人力资源社会保障|人社)$/u],
  ['住房和城乡建设', /^(?:住房和城乡建设|住房与城乡建设|住房城乡建设|住建)$/u],
  ['自然资源', /^(?:自然资源(?:[和与]?规划)?|规划[和与]?自然资源|自规|资规|规资)$/u],
  ['工业和信息化', /^(?:工业和信息化|工业与信息化|工业信息化|工信)$/u],
  ['文化和旅游', /^(?:文化和旅游|文化与旅游|文化旅游|文旅)$/u],
  ['文化广电和旅游', /^(?:文化广电和旅游|文化广电旅游|文广旅)$/u],
  ['退役军人事务', /^(?:退役军人事务|退役军人)$/u],
  ['应急管理', /^(?:应急管理|应急)$/u],
  ['交通运输', /^(?:交通运输|交通)$/u],
  ['医疗保障', /^(?:医疗保障|医保)$/u],
  ['城市管理', /^(?:城市管理|城管)$/u],
  ['综合行政执法', /^(?:综合行政执法|综合执法)$/u],
  ['城市管理综合行政执法', /^(?:城市管理综合行政执法|城管执法|城市管理综合执法|城市管理和综合行政执法)$/u],
  ['林业和草原', /^(?:林业和草原|林业草原|林草)$/u],
  ['民族宗教事务', /^(?:民族宗教事务|民族宗教|民宗)$/u],
  ['机关事务管理', /^(?:机关事务管理|机关事务)$/u],
  ['人民防空', /^(?:人民防空|人防)$/u],
  ['教育', /^(?:教育|教)$/u],
  ['住房保障', /^(?:住房保障|房管)$/u],
  ['行政审批', /^(?:行政审批(?:服务)?(?:管理)?|审批服务管理)$/u],
  ['政务服务', /^政务服务(?:管理)?$/u],
  ['大数据', /^大数据(?:发展)?(?:管理)?$/u],
  ['地方金融监督管理', /^地方金融(?:监督管理|监管)$/u],
  ['地方志', /^地方志(?:编纂)?(?:委员会)?$/u],
];

/** Functions that name a body without any place: 审计局, 区统计局, 会展中心. */
const plain = new RegExp(
  '^(?:教育|公安|民政|司法|财政|审计|统计|商务|水利|水务|农业|农村|生态|环境|体育|信访|外事|港澳|金融|粮食|气象|税务|档案|数据|大数据|政务|行政|乡村振兴|扶贫|海洋|渔业|' +
    '园林|绿化|林业|招商|投资|公共|住房|城乡|城市|规划|建设|国土|文化|文物|广播|广电|旅游|安全生产|质量|食品|药品|工商|工业|经济|物价|价格|供销|地震|地方|史志|机关|综合|会展|' +
    '口岸|港口|公路|铁路|航道|邮政|通信|烟草|盐业|市政|市容|环卫|房产|房屋|房地产|不动产|国防动员|民族|宗教|侨务|残疾人|老龄|仲裁|消防|人才|劳动|就业|社会|医疗|疾病|妇幼|电子)',
  'u',
);

/** Kinds that people change freely for one body: 卫健局 and 卫健委. Not 中心, 院 or 处, which stand beside the bureau of their name. */
const kinds = /(?:委员会|委|局|厅|办公室|办|部)$/u;

const managed = /(?:管理委员会|管委会)$/u;
const zoneNames: readonly (readonly [RegExp, string])[] = [
  [/经开区/u, '经济技术开发区'],
  [/高新(?:技术)?(?:产业)?(?:开发)?区/u, '高新技术产业开发区'],
];

/**
 * One key for all the names of one body in one scope, `<region>:<body>`. The parent is dropped, short and long forms and
 * 局 or 委员会 meet; a government and its office, a bureau and its 系统 or branch stay apart. `null` where the name has
 * no place of its own, for it would meet its namesakes elsewhere.
 */
export function bureauKey(name: string, region: Region | null): string | null {
  const { rest } = locate(name);
  const placed = rest.length < name.length || region !== null;
  const body = bodyOf(
    region && rest === name ? rest.replace(/^(?:[省市州区县旗盟]|我)(?=\p{Script=Han}{2})/u, '') : rest,
  );
  if (!placed && isGeneric(name, body)) return null;
  const place = region?.code ?? (rest.length < name.length ? name.slice(0, name.length - rest.length) : '');
  return short(`${place}:${body}`);
}

/** Keys travel in the values of buttons and menus, which are short: a very long one ends in a digest of the whole. */
const short = (key: string): string =>
  key.length <= 48 ? key : `${key.slice(0, 36)}~${createHash('sha256').update(key).digest('hex').slice(0, 10)}`;

/** What remains of a name without its place, in one spelling. */
export function bodyOf(rest: string): string {
  const name = withoutSecondSign(rest).replace(/^(?:中国共产党|中共)/u, '');
  if (/^(?:人民)?政府(?:办公[室厅]|办)$|^政府办$|^府办$/u.test(name)) return '人民政府办公室';
  if (/^(?:人民)?政府$|^$/u.test(name)) return '人民政府';
  const inner = name.replace(/^人民政府(?=.)/u, '');
  const local = /^(?<place>\p{Script=Han}{1,12}(?:街道|民族乡|镇|乡))(?:办事处|街道办|人民政府|政府|办)?$/u.exec(inner)
    ?.groups?.place;
  if (local) return local;
  if (/(?:系统|分局|机关)$/u.test(inner)) return inner.replace(/(?<=局\p{Script=Han}{2,6})[区县市](?=分局$)/u, '');
  const stem = withoutKind(inner);
  const known = functions.find(([, forms]) => forms.test(stem))?.[0];
  if (known) return known;
  // 管委会 of a zone: its name is in the stem. Its office is another body.
  if (managed.test(inner)) return `${zoneName(inner.replace(managed, ''))}管委会`;
  if (managed.test(stem)) return `${zoneName(stem.replace(managed, ''))}管委会办公室`;
  return stem.length < 2 ? inner : zoneName(stem).replace(/[和与]/gu, '');
}

/** X局（Y局） is one body with two signs; X局（Y支队） is the part in the brackets. */
const withoutSecondSign = (name: string): string =>
  name.replace(/[（(]([^（()）]*)[）)]/gu, (_, sign: string) =>
    /(?:分局|[支大中]队|中心|所)$/u.test(sign) ? sign : '',
  );

/** A name without the word for its kind where that may be another one for the same body: 卫健 of 卫健委 and 卫健局. */
export const withoutKind = (name: string): string => name.replace(kinds, '');

const zoneName = (name: string): string =>
  zoneNames.reduce((written, [short, long]) => written.replace(short, long), name);

const isGeneric = (name: string, body: string): boolean =>
  /^[省市州区县旗盟本我](?!.{1,6}[乡镇])/u.test(name) ||
  plain.test(body) ||
  functions.some(([key]) => key === body) ||
  body.startsWith('人民政府');
