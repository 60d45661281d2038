import { type TableId, tableIds } from '../report/forms/index.ts';
import type { Paragraph, Report } from '../report/report.ts';
import type { Document } from './document.ts';
import { foldedLines } from './text/folded-lines.ts';
import { readText } from './text/read-text.ts';
import { findSections } from './text/sections.ts';
import { type TableCopy, tableCopies } from './text/table-copies.ts';
import { split, toYear } from './text/title.ts';
import { withoutLines } from './without-lines.ts';

/** A document without the tables that it prints of other years beside its own. */
export interface OwnTables {
  document: Document;
  /** What stands over each table that was left out. */
  ofOtherYears: Partial<Record<TableId, Paragraph[]>>;
  /** Tables printed more than once, where nothing tells which printing is the report's. */
  untold: readonly TableId[];
}

/** What the words over a table say of its year. */
type Said = 'own' | 'other' | 'both' | null;

interface DatedCopy extends TableCopy {
  said: Said;
  /** Of copies that say nothing of themselves, whether the last one before that does is of another year. */
  underOther: boolean;
  caption: Paragraph;
}

/**
 * Leaves out the tables of other years, as a report prints them for comparison: of a table that is printed more than once
 * only the printing of the report's own year is read, and of two that are the same the first. Nothing is left out where
 * that does not settle it.
 */
export function ownTables(document: Document): OwnTables {
  const copies = dated(tableCopies(document), document);
  const ofOtherYears: OwnTables['ofOtherYears'] = {};
  const untold: TableId[] = [];
  const dropped: DatedCopy[] = [];
  for (const table of tableIds) {
    const own = copies.filter((copy) => copy.table === table);
    if (own.length === 0) continue;
    const kept = keptOf(own, document);
    if (!kept) untold.push(table);
    else {
      const others = own.filter((copy) => copy !== kept);
      dropped.push(...others);
      const captions = others.filter(({ said, underOther }) => said === 'other' || underOther);
      if (captions.length > 0) ofOtherYears[table] = captions.map(({ caption }) => caption);
    }
  }
  if (dropped.length === 0) return { document, ofOtherYears, untold };
  const ranges = dropped.map((copy): [number, number] => [startOf(copy, document), copy.end]);
  return { document: withoutLines(document, ranges), ofOtherYears, untold };
}

/** The printing of the report's own year, where all others are of other years or say the same as it does. */
function keptOf(copies: readonly DatedCopy[], document: Document): DatedCopy | null {
  if (copies.some(({ said }) => said === 'both')) return null;
  const silent = copies.filter(({ said }) => said !== 'other');
  const open = silent.length > 1 ? silent.filter(({ said, underOther }) => said === 'own' || !underOther) : silent;
  const { normal } = foldedLines(document);
  const printed = (copy: TableCopy): string => normal.slice(copy.head, copy.end).join('').replace(/\s/gu, '');
  return new Set(open.map(printed)).size === 1 ? open[0]! : null;
}

function dated(copies: readonly TableCopy[], document: Document): DatedCopy[] {
  if (copies.length === 0) return [];
  const { tidy } = foldedLines(document);
  const { year } = readText(document, findSections(document));
  let [under, caption]: [Said, Paragraph | null] = [null, null];
  return copies.map((copy): DatedCopy => {
    const said = saidOf(
      copy.over.map((at) => tidy[at]!),
      year,
    );
    if (said !== null) {
      under = said;
      const at = copy.over.find((line) => namesYear(tidy[line]!)) ?? copy.head;
      caption = { text: tidy[at]!, place: document.lines[at]!.place };
    }
    const own = { text: tidy[copy.over[0] ?? copy.head]!, place: document.lines[copy.head]!.place };
    return { ...copy, said, underOther: said === null && under === 'other', caption: caption ?? own };
  });
}

const years = /(?:20[0-3]\d|二[〇○零0][一二三][〇○零一二三四五六七八九])(?=年(?!\d{1,2}月))/gu;
const lastYear = /上一?年度?(?!结转)|去年|往年|前一年|历年/u;
const above = /上表|以上|上述/u;

const namesYear = (line: string): boolean => (line.match(years)?.length ?? 0) > 0 || lastYear.test(line);

/** What the lines over a table say of its year; the title of the whole report, printed on each page, is none of them. */
function saidOf(lines: readonly string[], own: Report['year']): Said {
  const captions = lines.filter((line) => !split(line) && namesYear(line));
  if (captions.length === 0) return null;
  const named = new Set(captions.flatMap((line) => line.match(years) ?? []).map(toYear));
  const isLast = captions.some((line) => lastYear.test(line));
  if (captions.some((line) => above.test(line)) || named.size > 1 || (own === null && !isLast)) return 'both';
  const isOwn = own !== null && named.has(own);
  return isOwn && isLast ? 'both' : isOwn ? 'own' : 'other';
}

/** Where a copy that is left out begins: with the line that names its year, or with all the lines over it. */
function startOf({ over, head, said }: DatedCopy, document: Document): number {
  const { tidy } = foldedLines(document);
  return (said === 'other' ? over.find((at) => namesYear(tidy[at]!)) : over[0]) ?? head;
}
