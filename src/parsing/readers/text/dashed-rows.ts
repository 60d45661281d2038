import { joinedLines } from '../joined-lines.ts';
import { type Cut, cutAt, type Span } from './cut-columns.ts';
import type { TextLine } from './pasted-rows.ts';

const columnRule = /^ *(?:-{2,}(?: +-{2,})+|={2,}(?: +={2,})+) *$/u;
const wholeRule = /^ *-{3,} *$/u;

/**
 * Tables set by blanks, as pandoc writes them: a rule of hyphens or equal signs over and under the rows, a run of them for each
 * column. They become rows between bars, so that a blank cell is seen; rows that empty lines part may have cells of several
 * lines. A table of which some text reaches over the edge of a column stays as it is.
 */
export function dashedRows(lines: readonly TextLine[]): readonly TextLine[] {
  if (!lines.some(({ text }) => columnRule.test(text))) return lines;
  const rows: TextLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const block = blockAt(lines, at);
    if (block) {
      rows.length -= block.heads;
      for (const row of block.rows) rows.push(row);
      at = block.end;
    } else rows.push(lines[at]!);
  }
  return rows;
}

/** The rows of the table whose rule stands in a line, how many lines before it are its head, and the last line that is its own. */
function blockAt(lines: readonly TextLine[], at: number): { rows: TextLine[]; heads: number; end: number } | null {
  const spans = spansOf(lines[at]!.text);
  if (!spans || isEmpty(lines[at + 1])) return null;
  const next = firstAfter(lines, at, ({ text }) => columnRule.test(text) || wholeRule.test(text));
  const isClosed = next < lines.length && closes(lines[next]!.text, spans);
  const head = headAbove(lines, at, spans);
  if (!isClosed && !head) return null;
  const end = isClosed ? next : firstAfter(lines, at, (line) => isEmpty(line) || line === lines[next]);
  const body = lines.slice(at + 1, end);
  const cut = cutAt(
    spans,
    body.filter((line) => !isEmpty(line)),
  );
  if (!cut) return null;
  const rows = [...(head ? [joined(head.lines, head.cut)] : []), ...rowsIn(body).map((row) => joined(row, cut))];
  // What closes a table of equal signs may be the rule under its head.
  const opens = isClosed && lines[end]!.text.includes('=') && !isEmpty(lines[end + 1]);
  return { rows, heads: head?.lines.length ?? 0, end: isClosed && !opens ? end : end - 1 };
}

/** The first such line behind one, or the number of lines. */
function firstAfter(lines: readonly TextLine[], at: number, isSuch: (line: TextLine) => boolean): number {
  let found = at + 1;
  while (found < lines.length && !isSuch(lines[found]!)) found++;
  return found;
}

function spansOf(text: string): Span[] | null {
  if (!columnRule.test(text)) return null;
  return [...text.matchAll(/[-=]+/gu)].map(({ index, 0: run }) => ({ from: index, to: index + run.length }));
}

const isEmpty = (line: TextLine | undefined): boolean => !line || line.text.trim() === '';

/** Whether a rule ends a table: the same runs once more, or one run under all of them. */
function closes(text: string, spans: readonly Span[]): boolean {
  const own = spansOf(text);
  if (own) return JSON.stringify(own) === JSON.stringify(spans);
  return text.search(/-/u) === spans[0]!.from && text.trimEnd().length === spans.at(-1)!.to;
}

/** The lines of words over the columns, cut, where an empty line or a rule stands before them. */
function headAbove(
  lines: readonly TextLine[],
  at: number,
  spans: readonly Span[],
): { lines: readonly TextLine[]; cut: Cut } | null {
  let from = at;
  while (from > 0 && !isEmpty(lines[from - 1]) && !/^ *[-=]{2}/u.test(lines[from - 1]!.text)) from--;
  const printed = lines.slice(from, at);
  if (from === 0 || !printed.some(({ text }) => /\S {2,}\S/u.test(text))) return null;
  const cut = cutAt(spans, printed);
  return cut && { lines: printed, cut };
}

/** The lines of each row: those between empty lines, or one each where none is empty. */
function rowsIn(lines: readonly TextLine[]): TextLine[][] {
  if (!lines.some(isEmpty)) return lines.map((line) => [line]);
  const rows: TextLine[][] = [[]];
  for (const line of lines) {
    if (isEmpty(line)) rows.push([]);
    else rows.at(-1)!.push(line);
  }
  return rows.filter((row) => row.length > 0);
}

/** One row of cells between bars. */
function joined(row: readonly TextLine[], cut: Cut): TextLine {
  const lines = row.map((line) => cut.get(line)!);
  const cells = lines[0]!.map((_, at) => joinedLines(lines.map((pieces) => pieces[at]!.text)));
  return { text: `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`, line: row[0]!.line };
}
