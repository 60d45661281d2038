import { applicantColumns, disputeColumns, disputeRows, forms } from '../../report/forms/index.ts';
import type { Token } from '../document.ts';
import { normalise } from '../text/normalise.ts';
import type { SectionSpan } from '../text/section-span.ts';
import { applicationLabels, disclosureBlocks, disputeLabels } from './labels.ts';
import { readApplications } from './read-applications.ts';
import { readDisclosures } from './read-disclosures.ts';
import { readDisputes } from './read-disputes.ts';
import type { ReadTable, TableReader } from './table-reader.ts';
import { withBlankRows } from './token-blanks.ts';
import {
  areBelowHeads,
  areEven,
  type Columns,
  columnOf,
  columnsByEdge,
  columnsByHead,
  columnsByStacks,
  columnsByValues,
  columnsRightOf,
  headsOf,
  standsUnder,
} from './token-columns.ts';
import { hasStray, isValue, type Run, rowOf, runsOf, standsApart, standsBelow, widestOf } from './token-rows.ts';
import { joinTokens, stacks, tokensOf } from './token-words.ts';
import { isBlank, type ValueRow } from './value-row.ts';

/** Reader C: words and numbers by where they stand on the page, with or without drawn lines. */
export const readTokenTables: TableReader = (document, sections) => {
  if (document.tokens.length === 0) return [];
  const words = (id: SectionSpan['id']): Token[] => {
    const span = sections.find((section) => section.id === id);
    return span ? joinTokens(tokensOf(document, span)) : [];
  };
  const titled = sections.some(({ id, heading }) => id === 'disputes' && heading !== null);
  const found: (ReadTable | null)[] = [
    disclosures(words('disclosures')),
    applications(words('applications')),
    disputes(words('disputes'), titled, document.tokens),
  ];
  return found.filter((table) => table !== null);
};

const withAfter = (rows: ValueRow[], rest: readonly Token[]): ValueRow[] =>
  rows.map((row, at) => ({ ...row, after: rows[at + 1]?.before ?? [...row.after, ...rest.map(({ text }) => text)] }));

/** How the heads of the columns begin, wherever they are broken; 法人或其他组织 stands over five of them. */
const applicants = [/^自然?/u, /^商业?/u, /^科研?/u, /^社会?/u, /^法(?!人)/u, /^其他?$/u, /^总计?$/u];

const applicationWordings = [
  ...new Set(forms.flatMap(({ id }) => applicationLabels(id).flatMap(({ wordings }) => wordings))),
];
const disputeWordings = disputeLabels.flatMap(({ wordings }) => wordings);
const disclosureWordings = [
  ...new Set(disclosureBlocks.flatMap(({ rows }) => rows.flatMap(({ wordings }) => wordings))),
];

function applications(words: readonly Token[]): ReadTable | null {
  const rows = partsOf(words).flatMap(applicationRows);
  return rows.length > 0 ? readApplications(withAfter(rows, []), 'tokens') : null;
}

/** The table cut before each of its heads: a head that is repeated on a new page may stand over wider columns. */
function partsOf(words: readonly Token[]): Token[][] {
  const starts = words.flatMap((word, at) => (at === 0 || (isValue(words[at - 1]!) && !isValue(word)) ? [at] : []));
  const heads = starts.filter((from) => headsOf(wordsFrom(words, from), applicants));
  return [0, ...heads.slice(1)].map((from, at) => words.slice(from, heads[at + 1]));
}

const wordsFrom = (words: readonly Token[], from: number): Token[] => {
  const end = words.findIndex((word, at) => at >= from && isValue(word));
  return words.slice(from, end < 0 ? words.length : end);
};

function applicationRows(words: readonly Token[]): ValueRow[] {
  const values = words.filter(isValue);
  const heads = headsOf(wordsFrom(words, 0), applicants);
  const byHead = heads && columnsByHead(heads);
  const under = byHead ? values.filter((token) => columnOf(token, byHead) >= 0) : values;
  const columns =
    columnsByValues(under, applicantColumns.length, heads ? 1 : 2) ??
    (heads && columnsRightOf(values, heads)) ??
    (byHead && standsUnder(under, byHead)) ??
    (heads && columnsByEdge(values, heads));
  if (!columns) return withAfter(...brokenRows(words));
  const inside = (token: Token): boolean => columnOf(token, columns) >= 0;
  const found = runsOf(words, inside);
  const { runs, rest } = withBlankRows(found.runs, found.rest, applicationWordings);
  const widest = widestOf(values, columns);
  // One value outside the columns, and the columns are not those of these rows.
  const stray = runs.some((run) => hasStray(run, words, columns));
  const apart = runs.some((run) => standsApart(run, columns[0]!));
  const rows = runs.map((run): ValueRow => {
    const row = rowOf(run, columns, widest);
    if (stray) return { ...row, broken: true, doubt: 'a value beside the columns' };
    return apart ? { ...row, apart, labelDoubt: besideNone } : row;
  });
  return withAfter(besideCut(rows, runs, rest), rest);
}

/** The rows of a table whose columns are not to be told: what other readers take for their values may stand elsewhere. */
function brokenRows(words: readonly Token[]): [ValueRow[], Token[]] {
  const { runs, rest } = runsOf(words, () => true);
  return [runs.map((run) => ({ ...plainRow(run), broken: true, ragged: true, doubt: 'columns not to be told' })), rest];
}

/** Each block has its own head: the words right of 信息内容 stand over the columns. */
function disclosures(words: readonly Token[]): ReadTable | null {
  const found = runsOf(words, () => true);
  const { runs, rest } = withBlankRows(found.runs, found.rest, disclosureWordings);
  let block: Block | null = null;
  let apart = false;
  const rows = runs.map((run): ValueRow => {
    block = blockOf(run) ?? block;
    if (!block) return { ...plainRow(run), broken: true };
    const { columns, heads } = block;
    apart ||= standsApart(run, columns[0]!);
    const row = rowOf(run, columns, widestOf(run.values, columns));
    return columns.length > 2 && !areBelowHeads(run.values, heads, columns) ? { ...row, doubt: underNone } : row;
  });
  if (apart)
    for (const row of rows) {
      row.apart = true;
      row.doubt ??= besideNone;
    }
  return rows.length > 0 ? readDisclosures(withAfter(besideCut(rows, runs, rest), rest), 'tokens') : null;
}

/**
 * Rows in doubt that the end of a page may have cut before their label: values that stand below the words before them, and
 * a blank row right behind these or behind values of two rows.
 */
function besideCut(rows: readonly ValueRow[], runs: readonly Run[], rest: readonly Token[]): ValueRow[] {
  const below = runs.map((run, at) => standsBelow(run, runs[at + 1]?.before[0] ?? rest[0]));
  return rows.map((row, at) => {
    const isBehind = isBlank(row) && (rows[at - 1]?.broken || below[at - 1]);
    return isBehind || below[at] ? { ...row, doubt: besideNone, labelDoubt: besideNone } : row;
  });
}

/** Why rows are doubted whose labels stand elsewhere on the page, or whose values do. */
const besideNone = 'labels do not stand beside their values';
const underNone = 'values not under the heads';

/** The columns of a block of table 二, and the words over them. */
interface Block {
  columns: Columns;
  heads: Token[];
}

function blockOf(run: Run): Block | null {
  const at = run.before.findLastIndex(({ text }) => /信息内容/u.test(normalise(text)));
  const head = run.before[at];
  if (!head) return null;
  const right = head.x + head.width;
  const heads = run.before.slice(at + 1).filter((word) => word.x >= right);
  const count = stacks(heads).length;
  // A lone column holds whatever stands right of the row names.
  const columns = count === 1 ? [right, Number.POSITIVE_INFINITY] : columnsByStacks(heads, count);
  return columns && { columns, heads };
}

const plainRow = (run: Run): ValueRow => rowOf(run, [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY], [0]);

/** Words of the lowest head of table 四, whole or in pieces. */
const outcome = /^[结果维持纠正其他尚未审总计]+$/u;

function disputes(words: readonly Token[], titled: boolean, all: readonly Token[]): ReadTable | null {
  const count = disputeColumns.length * disputeRows.length;
  const { runs, rest } = runsOf(words, () => true);
  if (runs.length === 0) {
    const blank = blankDisputes(words, all);
    return blank.length > 0 ? readDisputes(withAfter(blank, []), 'tokens', titled) : null;
  }
  const rows = runs.map((run): ValueRow => {
    const byValues = columnsByStacks(run.values, count);
    const heads = headsIn(run.before);
    const byHead = columnsByStacks(heads, count);
    const columns = byHead ?? byValues;
    if (!columns) return { ...plainRow(run), broken: true };
    const row = rowOf(run, columns, widestOf(run.values, columns));
    const isSure = byValues
      ? areColumns(run.values, byValues, byHead)
      : byHead !== null && areBelowHeads(run.values, heads, byHead);
    return isSure ? row : { ...row, doubt: underNone };
  });
  return rows.length > 0 ? readDisputes(withAfter(rows, rest), 'tokens', titled) : null;
}

/** Whether as many values as columns stand under a head each; without a head, as far apart as columns do. */
const areColumns = (values: readonly Token[], byValues: Columns, byHead: Columns | null): boolean =>
  byHead ? values.every((value) => columnOf(value, byValues) === columnOf(value, byHead)) : areEven(values);

const headsIn = (words: readonly Token[]): Token[] => words.filter(({ text }) => outcome.test(normalise(text)));

/**
 * The rows of a table 四 without any value, where its whole head is printed: one row, if there is room for it under the
 * head, or the three that have a label each.
 */
function blankDisputes(words: readonly Token[], all: readonly Token[]): ValueRow[] {
  const heads = headsIn(words);
  const none = new Array<number>(disputeColumns.length * disputeRows.length).fill(0);
  const one = columnsByStacks(heads, none.length);
  if (one) return hasRoomBelow(heads, all) ? [rowOf({ before: [...words], values: [] }, one, none)] : [];
  const columns = columnsByStacks(heads, disputeColumns.length);
  const { runs } = withBlankRows([], words, disputeWordings);
  return columns && runs.length === disputeRows.length ? runs.map((run) => rowOf(run, columns, none)) : [];
}

/** Whether a line of text fits between a head and what stands below it on its page. */
function hasRoomBelow(heads: readonly Token[], all: readonly Token[]): boolean {
  const page = Math.max(...heads.map((head) => head.page));
  const own = heads.filter((head) => head.page === page);
  const end = Math.max(...own.map(({ y, height }) => y + height));
  const height = Math.max(...own.map((head) => head.height));
  const below = all.filter((token) => token.page === page && token.y >= end).map(({ y }) => y);
  return below.length > 0 && Math.min(...below) - end >= height * 1.5;
}
