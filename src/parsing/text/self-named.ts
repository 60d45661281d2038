import { locate } from '../../naming/region.ts';
import type { Labelled } from './page-labels.ts';
import { type Passage, placeAt } from './passage.ts';

const body =
  '(?<name>\\p{Script=Han}{2,24}?(?:局|委员会|卫健委|街道办事处|街道|镇人民政府|乡人民政府|镇|乡|管委会|开发区|人民政府|办公室))';
/** What a body is said to do when a sentence or clause begins with it. */
const deed =
  '(?=党[委组工]|领导|班子|高度|认真|严格|积极|按照|依照|坚持|始终|围绕|紧紧|共|主动|依申请|通过|深入|持续|全面|秉持|建立|健全|成立|切实|不断|进一步|贯彻|扎实|立足|充分|未|没有|收到|结合|以(?!外|上|下)|在|政[府务]信息公开工作|门户网站|公开)';
const year = '(?<year>20\\d\\d年(?:度|以来)?，?)?';
const patterns = [
  // 2025年，X局严格按照…
  new RegExp(`(?:^|[。；，])${year}${body}${deed}`, 'gu'),
  // What a body makes for its own work: 制定《X局政务公开工作制度》, and runs: “X镇人民政府”微信公众号.
  new RegExp(
    `(?<=(?:制[定订]|修订|完善|建立|编制|出台|印发|落实)了?[^。；《]{0,8}(?:《[^》]{0,40}》[、和]?){0,4})《${body}[^》]{0,24}(?:信息公开|政务公开|信息发布)[^》]{0,16}》`,
    'gu',
  ),
  new RegExp(`[“"]${body}[”"](?:微信|微博|公众号|政务|官方|抖音)`, 'gu'),
] as const;

/** What speaks for a name must come to as much, and to more than for any other. */
const enough = 2;

interface Met {
  weight: number;
  /** The longest form of the name that was met. */
  name: string;
  quote: string;
  place: Passage['place'];
}

/**
 * The body that a text without title, opening or contact speaks of as itself: the one its sentences begin with, whose own
 * rules it made and whose channels it runs. Names without a place of their own (市教育局, 街道办事处) name nobody, nor does
 * a name of another kind than the text's 我局 or 我镇.
 */
export function selfNamed(passages: readonly Passage[]): (Omit<Labelled, 'line'> & { place: Passage['place'] }) | null {
  const met = new Map<string, Met>();
  for (const passage of passages)
    for (const pattern of patterns)
      for (const found of passage.text.matchAll(pattern)) {
        const { name, year } = found.groups as { name: string; year?: string };
        if (!isOwn(name, pattern === patterns[0])) continue;
        const known = met.get(stem(name)) ?? { weight: 0, name, quote: '', place: placeAt(passage, found.index) };
        known.quote ||= passage.text.slice(found.index, found.index + 60).replace(/^[。；，]/u, '');
        if (name.length > known.name.length) known.name = name;
        known.weight += year && found.index === 0 ? 2 : 1;
        met.set(stem(name), known);
      }
  const [first, second] = [...met.values()].sort((a, b) => b.weight - a.weight);
  if (!first || first.weight < enough || first.weight === second?.weight) return null;
  return ownKind(passages)?.test(first.name) === false ? null : first;
}

const kinds: readonly (readonly [said: RegExp, kind: RegExp])[] = [
  [/[我本]局/gu, /局$/u],
  [/[我本]委(?!党|托)/gu, /委(?:员会)?$/u],
  [/[我本]镇/gu, /镇(?:人民政府)?$/u],
  [/[我本]乡/gu, /乡(?:人民政府)?$/u],
  [/[我本]街/gu, /街道(?:办事处)?$/u],
  [/[我本][区县市州旗]/gu, /政府|办公室$/u],
];

/** What 我局, 我镇, 我街道 say the body is; `null` where nothing does. */
function ownKind(passages: readonly Passage[]): RegExp | null {
  const text = passages.map((passage) => passage.text).join('\n');
  const counted = kinds.map(([said, kind]) => ({ kind, count: text.match(said)?.length ?? 0 }));
  const often = counted.reduce((most, other) => (other.count > most.count ? other : most));
  return often.count > 0 ? often.kind : null;
}

/** Whether a name is that of one body and no other: with a place before it, or a town or street with a name. */
function isOwn(name: string, acts: boolean): boolean {
  if (/^(?:我|本|该|各|全|其|此|区|县|市|省|镇|乡|街道?|自治)|上级|有关|相关|部门/u.test(name)) return false;
  if (/(?:街道|镇|乡)(?:办事处|人民政府)?$/u.test(name)) return true;
  const { candidates, rest } = locate(name);
  return candidates.length > 0 && rest.length >= 2 && (acts || rest !== '人民政府');
}

const stem = (name: string): string => name.replace(/(?<=街道)办事处$|(?<=[镇乡])人民政府$|管委会$/u, '');
