import { locate } from '../../naming/region.ts';
import { isSameBody, mayBeSameBody } from '../../naming/same-body.ts';
import type { Place, Report } from '../../report/report.ts';
import type { Document } from '../document.ts';
import { type Labelled, pageLabels } from './page-labels.ts';
import { type Passage, placeAt, tidy } from './passage.ts';
import type { SectionSpan } from './section-span.ts';
import { selfNamed } from './self-named.ts';
import { findSignature } from './signature.ts';
import { organisation, split, type Title } from './title.ts';

type Evidence = NonNullable<Report['identity']['bureau']>;

/** A place in the text where the publisher is named, the surest kind first. */
interface Naming {
  name: string;
  evidence: Evidence;
}

/** Who publishes the report, and by which other names the document calls the same body. */
export interface Bureau {
  name: string;
  aliases: string[];
  /** Longer or shorter names that may mean it: they tell where a body is whose own name has no place. */
  calledToo: string[];
  evidence: Evidence;
}

const name = '(?<name>[\\p{Script=Han}（）]{2,40}?)';
/** （以下简称“X局”）, between the name and what is said of it. */
const shortForm = '(?:（(?:以下)?简称[^）]{2,30}）)?';
const year = '(?:20\\d\\d年?度?)?';
const sources: readonly (readonly [from: string, confidence: Evidence['confidence'], pattern: RegExp])[] = [
  [
    'cited title',
    'likely',
    new RegExp(
      `(?:现发布|现公布|现向社会公布|现将|公布|编制了?)《?${year}${name}${shortForm}${year}(?:政[府务])?信息(?:公开)?(?:工作)?${year}(?:年度)?(?:工作)?(?:报告|年报)`,
      'u',
    ),
  ],
  [
    'cited title',
    'likely',
    // The report’s own title, wherever the opening names it: 形成了《X镇2023年政府信息公开工作年度报告》.
    new RegExp(
      `《${year}(?!关于)${name}${year}(?:政[府务])?信息公开(?:工作)?${year}(?:年度)?(?:工作)?(?:报告|年报)》`,
      'u',
    ),
  ],
  [
    'compiled by',
    'likely',
    new RegExp(
      `由${name}${shortForm}(?:负责)?(?:(?:根据|按照|依据|结合)[^。]{0,90})?(?:编制|编写|编撰)(?=[。，；]|而成|完成|并|发布|$)`,
      'u',
    ),
  ],
  [
    'own work',
    'likely',
    new RegExp(
      `(?:结合|汇总|涵盖了?|反映了?)${year}${name}${shortForm}${year}的?(?:政府信息|政务)公开(?:年度报告|工作(?:有关|相关)?(?:统计数据|数据|实际|情况|，))`,
      'u',
    ),
  ],
  [
    'contact',
    'doubtful',
    new RegExp(
      `(?:(?:请|直接|可)[与向同]|联系：?)${name}(?:(?:党政)?(?:综合)?办公室)?(?=联系|（(?:联系)?地址|；联系|，联系)`,
      'u',
    ),
  ],
  [
    'source',
    'doubtful',
    new RegExp(
      `(?:文章|信息)?(?:来源|发布机构|公开机构|发布单位|发文机关|编制单位)[：:]\\s*${name}(?=$|[\\s，。；]|浏览|发布|字体|时间|日期|点击|作者|访问)`,
      'u',
    ),
  ],
];

/** Where to look for a body's name. */
export interface NamedIn {
  document: Document;
  spans: readonly SectionSpan[];
  /** The opening and the contact lines. */
  passages: readonly Passage[];
  overview: readonly Passage[];
}

/**
 * The publisher: from the title, from the title as cited in the preamble, from 由…编制, from 结合…政务公开工作实际, from the
 * signature, the contact lines, the page's 来源 or 发布机构, in this order; at last the name that the text goes by. 我局 and
 * 本机关 name nobody; other bodies in the prose are never taken.
 */
export function findBureau(title: Title | null, where: NamedIn): Bureau | null {
  const namings: Naming[] = [];
  if (title?.bureau) namings.push(naming(title.bureau, 'title', title.text, 'sure', title.place));
  for (const [from, confidence, pattern] of sources)
    for (const passage of where.passages) {
      const found = pattern.exec(passage.text);
      if (found?.groups && isBureau(found.groups.name!))
        namings.push(naming(ofOffice(found), from, found[0], confidence, placeAt(passage, found.index)));
    }
  namings.push(...besideText(where));
  const weak = (from: string): number => weakest.indexOf(from) + 1;
  const [chosen, ...others] = namings.sort((a, b) => weak(a.evidence.from) - weak(b.evidence.from));
  if (!chosen) return selfNaming(where);
  const written = wholeGovernment(chosen.name);
  const same = others.map((other) => other.name).filter((other) => isSameBody(other, written));
  const aliases = [...new Set([chosen.name, ...same])].filter((other) => other !== written);
  const calledToo = others.map((other) => other.name).filter((other) => mayBeCalled(other, written));
  return { name: written, aliases, calledToo, evidence: chosen.evidence };
}

/** 大竹县教科局 may be what 县教育和科学技术局 is called elsewhere. */
const mayBeCalled = (longer: string, name: string): boolean =>
  mayBeSameBody(locate(longer).rest, name.replace(/^[省市州县区旗](?=\p{Script=Han}{3})/u, ''));

/** Taken only where nothing better is there, the better one first; everything else comes in the order of the text. */
const weakest = ['declared title', 'signature', 'contact', 'page label', 'source'];

/** Names outside the running text: the signature, the labels of the page or the form, the title that the file declares. */
function besideText({ document, spans }: NamedIn): Naming[] {
  const first = spans.reduce((min, span) => Math.min(min, span.start), document.lines.length);
  const place = (line: number): Place => document.lines[line]!.place;
  const signed = findSignature(document, spans);
  const declared = document.declaredTitle ? declaredName(document.declaredTitle) : null;
  const labelled = ({ name, quote, line }: Labelled, from: string, confidence: Evidence['confidence']): Naming[] =>
    isBureau(name) ? [naming(name, from, quote, confidence, place(line))] : [];
  return [
    ...(declared ? [naming(declared, 'declared title', document.declaredTitle!, 'likely', place(0))] : []),
    ...(signed ? labelled(signed, 'signature', 'likely') : []),
    ...pageLabels(document, first).flatMap((label) => labelled(label, 'page label', 'doubtful')),
  ];
}

/** The name in a page's own title, 银川市民政局2023年政府信息公开工作年度报告_银川市人民政府. */
const declaredName = (title: string): string | null =>
  title
    .split(/[_|\-—–]/u)
    .map((part) => split(tidy(part))?.bureau ?? null)
    .find((name) => name !== null) ?? null;

function selfNaming({ passages, overview }: NamedIn): Bureau | null {
  const found = selfNamed([...new Set([...passages, ...overview])]);
  if (!found) return null;
  const name = wholeGovernment(found.name);
  const evidence = { from: 'prose', quote: found.quote, confidence: 'doubtful' as const, place: found.place };
  return { name, aliases: name === found.name ? [] : [found.name], calledToo: [], evidence };
}

const naming = (
  name: string,
  from: string,
  quote: string,
  confidence: Evidence['confidence'],
  place: Place,
): Naming => ({
  name,
  evidence: { from, quote, confidence, place },
});

/** 请与X局办公室联系 names X局; 请与X人民政府办公室联系 names that office. */
const ofOffice = ([quote, name]: RegExpExecArray): string =>
  /政府$/u.test(name!) && quote.includes(`${name}办公室`) ? `${name}办公室` : name!;

const isBureau = (name: string): boolean =>
  organisation.test(name) && !/^(?:我|本|该|其|各)|^(?:人民)?政府$|有关|相关|以下|政府信息|网站|报告/u.test(name);

/** 宿迁市 as publisher of a report is its government. */
function wholeGovernment(name: string): string {
  const { candidates, rest } = locate(name);
  return (candidates.length > 0 && rest === '') || /^\p{Script=Han}{2,12}[乡镇]$/u.test(rest)
    ? `${name}人民政府`
    : name;
}
