import { applicantColumns, disputeColumns, disputeRows } from '../../report/forms/index.ts';
import type { Token } from '../document.ts';
import { normalise } from '../text/normalise.ts';
import type { SectionSpan } from '../text/section-span.ts';
import { readApplications } from './read-applications.ts';
import { readDisclosures } from './read-disclosures.ts';
import { readDisputes } from './read-disputes.ts';
import type { ReadTable, TableReader } from './table-reader.ts';
import { type Columns, columnOf, columnsByHead, columnsByStacks, columnsByValues } from './token-columns.ts';
import { isValue, type Run, rowOf, runsOf, widestOf } from './token-rows.ts';
import { joinTokens, stacks, tokensOf } from './token-words.ts';
import type { ValueRow } from './value-row.ts';

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
    disputes(words('disputes'), titled),
  ];
  return found.filter((table) => table !== null);
};

const withAfter = (rows: ValueRow[], rest: readonly Token[]): ValueRow[] =>
  rows.map((row, at) => ({ ...row, after: rows[at + 1]?.before ?? rest.map(({ text }) => text) }));

const applicants = [/^自然?/u, /^商业?/u, /^科研?/u, /^社会?/u, /^法律?/u, /^其他?$/u, /^总计?$/u];

function applications(words: readonly Token[]): ReadTable | null {
  const values = words.filter(isValue);
  const head = words.slice(0, Math.max(words.findIndex(isValue), 0));
  const byHead = columnsByHead(head, applicants);
  const under = byHead ? values.filter((token) => columnOf(token, byHead) >= 0) : values;
  const columns = columnsByValues(under, applicantColumns.length) ?? byHead;
  if (!columns) return null;
  const inside = (token: Token): boolean => columnOf(token, columns) >= 0;
  const { runs, rest } = runsOf(words, inside);
  const widest = widestOf(values, columns);
  return readApplications(
    withAfter(
      runs.map((run) => rowOf(run, columns, widest)),
      rest,
    ),
    'tokens',
  );
}

/** Each block has its own head: the words right of 信息内容 stand over the columns. */
function disclosures(words: readonly Token[]): ReadTable | null {
  const { runs, rest } = runsOf(words, () => true);
  let columns: Columns | null = null;
  const rows = runs.map((run): ValueRow => {
    columns = blockColumns(run) ?? columns;
    return columns ? rowOf(run, columns, widestOf(run.values, columns)) : { ...plainRow(run), broken: true };
  });
  return rows.length > 0 ? readDisclosures(withAfter(rows, rest), 'tokens') : null;
}

function blockColumns(run: Run): Columns | null {
  const at = run.before.findLastIndex(({ text }) => /信息内容/u.test(normalise(text)));
  const head = run.before[at];
  if (!head) return null;
  const right = head.x + head.width;
  const heads = run.before.slice(at + 1).filter((word) => word.x >= right);
  const count = stacks(heads).length;
  // A lone column holds whatever stands right of the row names.
  return count === 1 ? [right, Number.POSITIVE_INFINITY] : columnsByStacks(heads, count);
}

const plainRow = (run: Run): ValueRow => rowOf(run, [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY], [0]);

/** Words of the lowest head of table 四, whole or in pieces. */
const outcome = /^[结果维持纠正其他尚未审总计]+$/u;

function disputes(words: readonly Token[], titled: boolean): ReadTable | null {
  const count = disputeColumns.length * disputeRows.length;
  const { runs, rest } = runsOf(words, () => true);
  const rows = runs.map((run): ValueRow => {
    const heads = run.before.filter(({ text }) => outcome.test(normalise(text)));
    const columns = columnsByStacks(run.values, count) ?? columnsByStacks(heads, count);
    return columns ? rowOf(run, columns, widestOf(run.values, columns)) : { ...plainRow(run), broken: true };
  });
  return rows.length > 0 ? readDisputes(withAfter(rows, rest), 'tokens', titled) : null;
}
