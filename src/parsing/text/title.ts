import { locate } from '../../naming/region.ts';
import type { Place } from '../../report/report.ts';
import type { Document } from '../document.ts';
import { foldedLines } from './folded-lines.ts';
import { tidy } from './passage.ts';
import type { SectionSpan } from './section-span.ts';

/** The report's title, taken apart. */
export interface Title {
  /** As printed, its lines joined and folded. */
  text: string;
  /** Whom it names; `null` where it names nobody. */
  bureau: string | null;
  year: number | null;
  /** Lines `start` up to but without `end`. */
  start: number;
  end: number;
  place: Place;
}

/** 政府信息公开工作年度报告 in its usual wordings. */
const yearHere = '(?:20[0-3]\\d|二[〇○零0][一二三][〇○零一二三四五六七八九])年';
const core = new RegExp(
  `(?:(?:政[府务])?(?:政[府务])?信息公开|政务公开)(?:重点)?(?:工作)?(?:${yearHere})?(?:年度|度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:报告|年报)(?:\\((?:图片|超链)版\\)|（(?:图片|超链)版）)?`,
  'u',
);
const pageName = /^(?:.*?)(?<year>20[0-3]\d)年报[_—-](?<bureau>\p{Script=Han}{2,20})$/u;
const yearInTitle = /(?<year>20[0-3]\d|二[〇○零0][一二三][〇○零一二三四五六七八九])年?度?/u;
/** What an organisation's name ends in. */
export const organisation =
  /(?:政府|办公[室厅]|政府办|[局厅委办部院处署所站社会团队馆]|委员会|管委会|中心|街道|[省市县区旗州盟镇乡]|公司|银行|[支分]行|学校|[大中小]学|医院)(?:（\p{Script=Han}{2,20}）)?$/u;

/**
 * The title among the lines before the first section; of several (page name, crumbs, heading) the fullest, and of equals
 * the last. `null` where there is none.
 */
export function findTitle(document: Document, spans: readonly SectionSpan[]): Title | null {
  const until = spans.reduce((min, span) => Math.min(min, span.start), document.lines.length);
  const lines = foldedLines(document)
    .tidy.slice(0, until)
    .map((line, at) => titleCell(document.lines[at]!.text) ?? line.replace(/[|\s]+$/u, ''));
  const found = lines.flatMap((_, start) => titleAt(lines, start, document));
  const worth = (title: Title): number =>
    (title.bureau ? 2 : 0) + (title.year ? 2 : 0) - (/[>_|]/u.test(title.text) ? 3 : 0);
  const broken = (title: Title): boolean =>
    title.bureau !== null &&
    found.some((whole) => whole.bureau && whole.end === title.end && whole.start < title.start);
  return found
    .filter((title) => !broken(title))
    .reduce<Title | null>(
      (best, title) => (!best || (worth(title) >= worth(best) && !isShorter(title, best)) ? title : best),
      null,
    );
}

/** Whether a title names the same body as another without its place: the second line of a name broken over two. */
const isShorter = (title: Title, other: Title): boolean =>
  title.bureau !== null &&
  title.bureau !== other.bureau &&
  title.year === other.year &&
  (other.bureau?.endsWith(title.bureau) ?? false);

/** The cell that is the title by itself, where a page prints it in the table of its index: 标题 | X局2022年…年度报告 | 文号. */
function titleCell(line: string): string | null {
  const cells = line.split(/[\t|]/u).map(tidy);
  if (cells.length < 2) return null;
  return cells.find((cell) => split(cell)?.year) ?? null;
}

/** The title that begins in line `start`: that line, joined with up to three more while the core is not complete. */
function titleAt(lines: readonly string[], start: number, document: Document): Title[] {
  if (lines[start] === '') return [];
  let text = '';
  for (let at = start, used = 0; at < lines.length && used < 4 && text.length <= 60; at++) {
    const line = lines[at]!;
    if (line === '') continue;
    if (/[。；，！]|^《|根据|^按照|关于(?:做好|印发|编制)|通知/u.test(line) || line.length > 60) return [];
    text += line;
    used++;
    const title = split(text);
    if (!title) continue;
    // A name that ends in the core on this very line needs no earlier line that is something else, unless it is the rest
    // of a name that the earlier line broke off.
    const own = split(line)?.bureau;
    const isWhole = used === 1 || (own ? isBroken(lines[start]!, own) : isNameLine(lines[start]!));
    if (!isWhole) return [];
    return [{ ...title, text, start, end: at + 1, place: document.lines[start]!.place }];
  }
  return [];
}

/** Name and year of a text that is a title and nothing else. */
export function split(text: string): { bureau: string | null; year: number | null } | null {
  const page = pageName.exec(text);
  if (page?.groups) return { bureau: page.groups.bureau!, year: Number(page.groups.year) };
  const found = core.exec(text);
  if (!found || text.slice(found.index + found[0].length).replace(/[_—-].*$|[（(].*$/u, '').length > 0) return null;
  const before = text.slice(0, found.index).replace(/^(?:正文|标题：|名称：|当前位置：.*>|关于)/u, '');
  const year = yearInTitle.exec(before) ?? yearInTitle.exec(found[0]);
  const bare = before.replace(yearInTitle, '').replace(/^[年度\s·•]+|(?:关于|[年度的\s·•])+$/gu, '');
  // 人民政府政府信息公开 has 政府 twice, and one of them is the name's.
  const name = /人民$/u.test(bare) && found[0].startsWith('政府政府') ? `${bare}政府` : bare;
  return { bureau: isName(name) ? name : null, year: year ? toYear(year.groups!.year!) : null };
}

/** Whether a name is broken over two lines: the place it begins with stands on the first, and no whole name before it. */
const isBroken = (first: string, second: string): boolean =>
  /^\p{Script=Han}{2,20}$/u.test(first) &&
  !/[局厅委办院署会]$|公开|信息|平台|门户|网|专栏|文件/u.test(first) &&
  locate(first).candidates.length > 0 &&
  locate(second).candidates.length === 0;

const isName = (name: string): boolean =>
  name.length >= 2 &&
  name.length <= 40 &&
  !/^(?:人民)?政府$/u.test(name) &&
  !/[>：:，。；、《》/|\d]/u.test(name.replace(/\d/gu, '')) &&
  organisation.test(name);

/** A line that may be the first part of a broken title: a name, a year, or the core begun. */
const isNameLine = (line: string): boolean =>
  !/[>：:，。；|]/u.test(line) &&
  (isName(line) || /20\d\d年?|政[府务]|信息|公开/u.test(line) || organisation.test(line));

const digits = '〇一二三四五六七八九';
/** `2021` or 二〇二一 as a number. */
export const toYear = (text: string): number =>
  Number(text.replace(/[○零0]/gu, '〇').replace(/[〇一二三四五六七八九]/gu, (sign) => String(digits.indexOf(sign))));
