import { forms, type TableId, tableIds } from '../../report/forms/index.ts';
import type { SectionId } from '../../report/report.ts';
import type { Document } from '../document.ts';
import { foldedLines } from './folded-lines.ts';
import { stripLabel } from './normalise.ts';
import { pageNumbers } from './page-numbers.ts';
import { type Passage, tidy } from './passage.ts';
import type { SectionSpan } from './section-span.ts';
import type { Title } from './title.ts';

/** The report's own words by section: tables, page numbers and headings left out, wrapped lines joined. */
export interface RunningText {
  preamble: Passage[];
  sections: Map<SectionId, Passage[]>;
}

/** An item that begins a paragraph of its own: （一）, 1., 一、, ##. */
const itemStart = /^(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|[一二三四五六七八九十]{1,2}、|#)/u;
const sentenceEnd = /[。；;！!？?：:]["”』」]?$/u;

/** Joins the printed lines of every section, and of what precedes the first one, into paragraphs. */
export function runningText(document: Document, spans: readonly SectionSpan[], title: Title | null): RunningText {
  const folios = pageNumbers(document);
  const { tidy: lines, tables: marks } = foldedLines(document);
  const inTable = (at: number): boolean =>
    marks.some((mark) => at >= mark.start && at < mark.end) || isRow(document, at);
  const passages = (from: number, to: number, table: boolean): Passage[] => {
    const kept: number[] = [];
    for (let at = from; at < to && !isFooter(lines[at]!); at++)
      if (!folios.has(at) && !inTable(at) && !(table && isScrap(lines[at]!))) kept.push(at);
    return join(document, lines, kept, title);
  };
  const first = spans.reduce((min, span) => Math.min(min, span.start), document.lines.length);
  const sections = new Map<SectionId, Passage[]>();
  for (const span of spans) {
    if (span.headingAt !== undefined) folios.add(span.headingAt);
    const text = passages(span.body, span.end, isTable(span.id));
    // A heading with its text in one line: only the text belongs to the section.
    const head = span.heading === null ? '' : tidy(span.heading);
    if (head !== '' && text[0]?.text.startsWith(head)) text[0] = without(text[0], head.length);
    sections.set(
      span.id,
      text.filter(({ text }) => text !== '' && (!isTable(span.id) || /[。；！]/u.test(text))),
    );
  }
  return { preamble: passages(title?.start ?? 0, first, false), sections };
}

const isTable = (id: SectionId): id is TableId => (tableIds as readonly string[]).includes(id);

/** All words of the forms' tables in one string: what is found in it is a piece of a label. */
const labels = stripLabel(
  forms
    .map(({ disclosures, applications, disputes }) => JSON.stringify([disclosures, applications, disputes]))
    .join('')
    .replace(/[a-zA-Z]+/gu, ''),
);

/** What a table leaves behind: numbers, bars, pieces of labels. */
const isScrap = (line: string): boolean =>
  !/\p{Script=Han}/u.test(line) || (line.length < 60 && labels.includes(stripLabel(line)));

/** Where a web page goes on after the report. */
const isFooter = (line: string): boolean =>
  /^(?:版权所有|主办(?:单位)?：|承办(?:单位)?：|上一篇|下一篇|相关(?:链接|文章|阅读|稿件|报告)|扫一扫|分享到|打印|【打印|友情链接|网站地图)|ICP备\d|公网安备|网站标识码/u.test(
    line,
  ) ||
  (/^(?!.*[。，；]).{0,40}20\d\d年.{0,12}信息公开.{0,8}(?:报告|年报)(?:\d{4}-\d\d-\d\d)?$/u.test(line) &&
    /\d{4}-\d\d-\d\d$/u.test(line));

/** A line of a table with real cells: two or more of them filled. */
const isRow = (document: Document, at: number): boolean => {
  const line = document.lines[at]!;
  const filled = line.text.split('\t').filter((cell) => cell.trim() !== '').length;
  return line.grid !== undefined && filled > 1;
};

function join(
  document: Document,
  lines: readonly string[],
  indexes: readonly number[],
  title: Title | null,
): Passage[] {
  const width = indexes.reduce((most, at) => Math.max(most, document.lines[at]!.text.trim().length), 20);
  const passages: Passage[] = [];
  let open: Passage | null = null;
  // How long the open paragraph is, and its last words: reading these off it anew for every line would take too long.
  let length = 0;
  let end = '';
  for (const at of indexes) {
    const line = document.lines[at]!;
    const text = lines[at]!;
    if (text === '' || /^[-—=_*|]+$/u.test(text)) continue;
    const indented = /^(?:\u3000|\s{2,})/u.test(line.text);
    const starts = itemStart.test(text) || (sentenceEnd.test(end) && (indented || length < width * 0.8));
    if (!open || starts) {
      open = { text: '', place: line.place, lines: [] };
      passages.push(open);
      length = 0;
      end = '';
    }
    const gap = /[A-Za-z]$/u.test(end) && /^[A-Za-z]/u.test(text) && !/[/.@]\w*$/u.test(end) ? ' ' : '';
    open.lines.push({ at: length + gap.length, place: line.place });
    open.text += gap + text;
    length += gap.length + text.length;
    end = `${end}${gap}${text}`.slice(-40);
    if (line.endsParagraph || isSubHeading(text, width) || at + 1 === title?.end) open = null;
  }
  return passages;
}

const headingNoun = /(?:情况|方面|建设|管理|保障|公开|问题|措施)$/u;

/** （四）政府信息公开平台建设情况 alone on its line: short, mostly numbered, and without an end of sentence. */
const isSubHeading = (text: string, width: number): boolean =>
  !/[，。；：！？]/u.test(text) &&
  (itemStart.test(text)
    ? text.length < Math.min(30, width * 0.7) || (text.length < 40 && headingNoun.test(text))
    : text.length < width * 0.6 && /情况$/u.test(text));

const without = (passage: Passage, count: number): Passage => {
  const rest = passage.text.slice(count).replace(/^[。：:.、\s]+/u, '');
  const cut = passage.text.length - rest.length;
  return {
    ...passage,
    text: rest,
    lines: passage.lines.map(({ at, place }) => ({ at: Math.max(0, at - cut), place })),
  };
};
