import { type SectionId, sectionIds } from '../../report/report.ts';
import type { Document } from '../document.ts';
import { foldedLines } from './folded-lines.ts';
import type { SectionSpan } from './section-span.ts';
import { titlesAt } from './section-titles.ts';
import type { TableMark } from './table-marks.ts';

/** A line (or two or three, where the heading is broken) that may be the heading of a section. */
interface Candidate {
  id: SectionId;
  /** How its number is printed: 一、 as the sections are, or as the parts of section one are, （一） or 1. */
  level: 'top' | 'part' | null;
  /** What speaks for it of the table below. */
  table: number;
  start: number;
  /** First line after the heading; the same line where text follows in it. */
  body: number;
  heading: string;
  numeral: string | null;
  score: number;
}

const marks = /^[\s#*>|]+/u;
const numbered =
  /^(?:第?(?<top>[一二三四五六七八九十])(?:部分)?[、.,::．\s]|\((?<sub>[一二三四五六七八九十])\)|(?<digit>\d)[.、,．])\s*/u;

/**
 * The six sections as ranges of `document.lines`, in the order in which they stand. Titles are known by their words;
 * numerals only raise confidence, for they may be renumbered, restarted or missing. A section whose heading is lost is
 * found by its table (or, for section five, by what stands between table and next heading) and has `heading: null`.
 */
export function findSections(document: Document): SectionSpan[] {
  const { normal, tables } = foldedLines(document);
  const lines = normal.map((line) => line.replaceAll('**', '').trim());
  const printed = document.lines.map((line) => line.text);
  const chain = bestChain(likeliest(withoutParts(candidates(lines, printed, tables))));
  const found = withLostHeadings(chain, tables, lines);
  found.sort((a, b) => a.start - b.start);
  return found.map((section, at) => ({ ...section, end: found[at + 1]?.start ?? lines.length }));
}

/** Every place that reads like one of the six titles, with how much speaks for it. */
function candidates(lines: readonly string[], printed: readonly string[], tables: readonly TableMark[]): Candidate[] {
  return lines.flatMap((line, start) => {
    if (line === '') return [];
    let best: Candidate[] = [];
    for (const [text, body] of joined(lines, start)) {
      const bare = text.replace(marks, '');
      const number = numbered.exec(bare);
      const here = titlesAt(number ? bare.slice(number[0].length) : bare).flatMap((title): Candidate[] => {
        const numeral = number?.groups?.top ?? null;
        const follows = title.rest.replace(/^[|*#]+|[|*#]+$/gu, '');
        // A title in a list of titles, or one that goes on as a sentence, is no heading.
        if (/^[,、及和以等;]/u.test(follows) || (follows !== '' && !number && !/^[::.。]?$/u.test(follows))) return [];
        if (follows !== '' && !/^[。.::(]/u.test(follows) && follows.length > 4 && !/\s/u.test(bare)) return [];
        const ownLine = follows.length <= 4 && !/^[。.:]\p{Script=Han}/u.test(follows);
        const sub = number?.groups?.sub ? 1 : 0;
        const table = beforeItsTable(title.id, start, tables, lines);
        const score =
          title.exactness +
          (numeral ? 2 : number ? 0.3 : 0) +
          (/^\s*#/u.test(text) && !sub ? 0.5 : 0) +
          (ownLine ? 1 : 0) -
          sub * 1.5 +
          table;
        const heading = ownLine
          ? printed
              .slice(start, body)
              .map((line) => line.trim())
              .join('')
          : text.slice(0, text.length - title.rest.length);
        const level = numeral ? 'top' : number ? 'part' : null;
        const end = ownLine ? body : body - 1;
        return [{ id: title.id, level, table, start, body: end, heading: heading.trim(), numeral, score }];
      });
      if (here.length > 0) {
        best = here;
        break;
      }
    }
    return best;
  });
}

/**
 * Where section one is numbered 一、, what is numbered （一） or 1. below it and tells of disclosures, applications or disputes
 * without their table is a part of section one, as long as the real heading follows or was cut off with all the rest.
 */
function withoutParts(all: readonly Candidate[]): Candidate[] {
  const from = all.find(({ id, level }) => id === 'overview' && level === 'top')?.start ?? Number.POSITIVE_INFINITY;
  const topped = new Set(all.filter(({ level, start }) => level === 'top' && start > from).map(({ id }) => id));
  return all.filter(
    ({ id, level, table, start }) =>
      level !== 'part' || start < from || !isTableSection(id) || (table > 0 && !topped.has(id)),
  );
}

const isTableSection = (id: SectionId): boolean => id === 'disclosures' || id === 'applications' || id === 'disputes';

/** The line alone, then joined with the next one or two lines that are not empty, where it does not end a sentence. */
function* joined(lines: readonly string[], start: number): Generator<[text: string, body: number]> {
  let text = lines[start]!;
  let at = start + 1;
  yield [text, at];
  for (let more = 0; more < 2 && text.length < 30 && !/[。;!?]$/u.test(text); more++) {
    while (at < lines.length && lines[at] === '') at++;
    const next = lines[at];
    if (next === undefined || next.length > 20 || numbered.test(next)) return;
    text += next;
    at++;
    yield [text, at];
  }
}

/** A heading right above the head of its own table is trusted more; one far from it, with another table between, less. */
function beforeItsTable(id: SectionId, at: number, tables: readonly TableMark[], lines: readonly string[]): number {
  const next = tables.find((mark) => mark.start > at);
  if (!isTableSection(id)) return 0;
  if (next?.table !== id) return tables.some((mark) => mark.table === id) ? -1 : 0;
  return lines.slice(at + 1, next.start).filter((line) => line !== '').length <= 3 ? 2 : 0.5;
}

/** The best few hundred in their order: no report has as many, and hostile text shall not cost time. */
function likeliest(all: readonly Candidate[], most = 300): readonly Candidate[] {
  if (all.length <= most) return all;
  const enough = all.map(({ score }) => score).sort((a, b) => b - a)[most - 1]!;
  return all.filter(({ score }) => score >= enough).slice(-most);
}

/** The chain of headings in the order of the form with the most speaking for it; of equals, the later one. */
function bestChain(all: readonly Candidate[]): Candidate[] {
  const rank = (candidate: Candidate): number => sectionIds.indexOf(candidate.id);
  const best: { score: number; before: number }[] = [];
  all.forEach((candidate, at) => {
    best[at] = { score: candidate.score, before: -1 };
    for (let before = 0; before < at; before++) {
      if (rank(all[before]!) >= rank(candidate) || all[before]!.start === candidate.start) continue;
      const score = best[before]!.score + candidate.score;
      if (score >= best[at].score) best[at] = { score, before };
    }
  });
  let at = best.reduce((top, { score }, index) => (top < 0 || score >= best[top]!.score ? index : top), -1);
  const chain: Candidate[] = [];
  for (; at >= 0; at = best[at]!.before) chain.unshift(all[at]!);
  return chain;
}

/** Adds the sections of which only the content is there, and moves a table that stands above its own heading. */
function withLostHeadings(
  chain: readonly Candidate[],
  tables: readonly TableMark[],
  lines: readonly string[],
): Omit<SectionSpan, 'end'>[] {
  const found = chain.map(
    ({ id, start, body, heading, numeral }) => ({ id, start, body, heading, numeral }) as Omit<SectionSpan, 'end'>,
  );
  const has = (id: SectionId): Omit<SectionSpan, 'end'> | undefined => found.find((section) => section.id === id);
  for (const mark of tables) {
    const own = has(mark.table);
    if (!own) found.push({ id: mark.table, start: mark.start, body: mark.start, heading: null, numeral: null });
    else if (mark.start < own.start && !tables.some((other) => other.table === mark.table && other.start > own.start)) {
      const between = found.some((section) => section.start > mark.start && section.start < own.start);
      if (!between) Object.assign(own, { headingAt: own.start, start: mark.start, body: mark.start });
    }
  }
  const last = Math.max(...tables.map((mark) => mark.end), has('disputes')?.body ?? 0);
  if (!has('problems') && last > 0) {
    const until = found
      .filter((section) => section.start >= last)
      .reduce((min, section) => Math.min(min, section.start), lines.length);
    const start = lines.findIndex((line, at) => at >= last && at < until && /\p{Script=Han}{4}/u.test(line));
    if (start >= 0 && /问题|不足|差距|改进|下一步/u.test(lines.slice(start, until).join('')))
      found.push({ id: 'problems', start, body: start, heading: null, numeral: null });
  }
  if (!has('overview')) {
    const until = found.reduce((min, section) => Math.min(min, section.start), lines.length);
    const start = lines.findIndex(
      (line, at) =>
        at < until && /^[#*\s]*(?:[((]一[))]|1[.、])?\s*(?:政府信息)?主动公开/u.test(line) && line.length < 200,
    );
    if (start >= 0) found.push({ id: 'overview', start, body: start, heading: null, numeral: null });
  }
  return found;
}
