import { type TableId, tableIds } from '../../report/forms/index.ts';
import type { Document } from '../document.ts';
import { foldedLines } from './folded-lines.ts';
import { isSentence, isTableLine, tableWords } from './table-marks.ts';

/** One printing of a table that a document prints more than once, as a range of `document.lines`. */
export interface TableCopy {
  table: TableId;
  /** The lines over the table that are neither sentences nor part of what stands before: headings, captions, its head. */
  over: number[];
  /** The line with the words that each printing of this table holds once. */
  head: number;
  /** First line after the table. */
  end: number;
}

/** Words that a table holds once, wherever its lines are broken. */
const once: Record<TableId, RegExp> = {
  disclosures: /本年(?:制发件数|新制作数量)(?!\d)/gu,
  applications: /本年新收政府信息/gu,
  disputes: /未经复议直接起诉复议后起诉/gu,
};

/** Rows of table 三: where few of them follow, running text used the words of its first row. */
const rows =
  /上年结转政府信息公开申请|部分公开|属于国家秘密|第三方合法权益|行政查询事项|不掌握相关政府信息|信访举报投诉类|重复申请|公开出版物|结转下年度继续办理/gu;
const fewestRows = 4;

/** The first lines of a table's head, over the words that it holds once. */
const heads: Record<TableId, RegExp> = {
  disclosures: /第二十条第|^信息内容/u,
  applications: /勾稽|申请人情况/u,
  disputes: /行政复议|行政诉讼|结果维持/u,
};

/** The last rows of a table, by their first words; the later ones are not in all forms. */
const lastRows: Record<TableId, readonly RegExp[]> = {
  disclosures: [/行政事业性收费/u, /政府集中采购/u],
  applications: [/结转下年度/u],
  disputes: [],
};

/** As many lines over a table are looked at: a head may be printed cell by cell. */
const farthest = 40;

/** Every printing of the tables that are printed more than once, in the order of the lines; most documents have none. */
export function tableCopies(document: Document): TableCopy[] {
  const keys = keysOf(document);
  const text = keys.join('');
  const places = tableIds.flatMap((table) => {
    const found = [...text.matchAll(once[table])].map(({ index }) => index);
    const whole = table === 'applications' ? found.filter((at, i) => isTable(text.slice(at, found[i + 1]))) : found;
    return whole.length > 1 ? whole.map((at) => ({ table, at })) : [];
  });
  if (places.length === 0) return [];
  const lineAt = linesByOffset(keys);
  const begun = places
    .map(({ table, at }) => ({ table, head: lineAt(at) }))
    .sort((a, b) => a.head - b.head)
    .map(({ table, head }) => ({ table, head, over: linesOver(table, head, document, keys) }));
  return begun.map((copy, at) => {
    const next = begun[at + 1];
    return { ...copy, end: endOf(copy.table, copy.head, next?.over[0] ?? next?.head ?? keys.length, document, keys) };
  });
}

/** Lines without blanks. Some converters print the text of a merged cell in each of the cells it covers. */
const keysOf = (document: Document): string[] =>
  foldedLines(document).normal.map((line, at) =>
    (document.lines[at]!.grid === undefined ? line : [...new Set(line.split('\t'))].join('')).replace(/[\s#*|]+/gu, ''),
  );

const isTable = (text: string): boolean => new Set(text.match(rows)).size >= fewestRows;

/** The line in which the character at an offset of all lines together stands. */
function linesByOffset(keys: readonly string[]): (offset: number) => number {
  let end = 0;
  const ends = keys.map((key) => {
    end += key.length;
    return end;
  });
  return (offset) => ends.findIndex((after) => offset < after);
}

function linesOver(table: TableId, head: number, { lines }: Document, keys: readonly string[]): number[] {
  const over: number[] = [];
  for (let at = head - 1; at >= 0 && head - at <= farthest; at--) {
    const key = keys[at]!;
    if (key === '' || /^[-—–－·•]+\d{1,3}[-—–－·•]+$/u.test(key)) continue;
    if (!heads[table].test(key) && isContent(key, lines[at]!.text)) break;
    over.unshift(at);
  }
  return over;
}

/** Whether a line is part of a table or a sentence that does not lead to one. */
const isContent = (key: string, text: string): boolean =>
  /(?:[\d.,/—–-][\s|]+){2}[\d.,/—–-]+[\s|]*$/u.test(text.normalize('NFKC')) ||
  /^[\d.,/—–-]+$/u.test(key) ||
  Object.values(tableWords).some((words) => words.test(key)) ||
  (isSentence(key) && !/下表|如下|见表|[:：]$/u.test(key));

function endOf(table: TableId, head: number, limit: number, { lines }: Document, keys: readonly string[]): number {
  let last = head;
  for (let at = head; at < limit && at - last <= 60; at++)
    if (!isSentence(keys[at]!) && tableWords[table].test(keys[at]!)) last = at;
  for (const row of lastRows[table]) {
    const at = keys.findIndex((key, line) => line >= head && line < limit && !isSentence(key) && row.test(key));
    last = Math.max(last, at);
  }
  const grid = lines[head]!.grid;
  let end = last + 1;
  while (end < limit && (isTableLine(keys[end]!) || (grid !== undefined && lines[end]!.grid === grid))) end++;
  return end;
}
