import { mostOf } from '../../most-of.ts';

/** As many lines with one count of commas, and as many commas a line, make a sheet saved as text. */
const fewestLines = 15;
const fewestCommas = 6;

/**
 * A sheet saved with commas between its cells, as text with tabs between them; any other text as it is. A line break inside
 * a quoted cell becomes a blank, so that each row stays on the line it ends on.
 */
export function csvRows(text: string): string {
  const commas = new Map<number, number>();
  for (const line of text.split('\n')) {
    const count = line.split(',').length - 1;
    if (count >= fewestCommas) commas.set(count, (commas.get(count) ?? 0) + 1);
  }
  if (![...commas.values()].some((lines) => lines >= fewestLines)) return text;
  return sections(rowsOf(text)).flatMap(narrowed).join('\n');
}

const heading = /^[一二三四五六]、(?:总体|主动公开|收到和处理|因?政府信息公开|存在|其他需要)/u;

/** Rows from one heading of the report to the next: a sheet is as wide as its widest table, and its tables differ. */
function sections(rows: readonly string[][]): string[][][] {
  const parts: string[][][] = [[]];
  for (const row of rows) {
    if (heading.test(row[0]!)) parts.push([]);
    parts.at(-1)!.push(row);
  }
  return parts;
}

/**
 * Rows as lines, without the columns at the right edge that are blank in all of them. A row of more cells than most keeps
 * those it has too many: one of its numbers may be two.
 */
function narrowed(rows: readonly string[][]): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.findLastIndex((cell) => cell !== '') + 1), 0);
  const usual = mostOf(rows.map(({ length }) => length));
  return rows.map((row) => row.slice(0, width + Math.max(0, row.length - usual)).join('\t'));
}

/** Rows of cells; a quoted cell may hold commas, and two quotes for one. */
const rowsOf = (text: string): string[][] => {
  const whole = text.replace(/(?<=^|[,\n])"(?:[^"]|"")*"(?=\r?$|[,\r\n])/gmu, (cell) =>
    cell.replace(/\s*\n\s*/gu, ' '),
  );
  return whole.split(/\r?\n/u).map((line) => {
    const cells = line.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)(?=,|$)/gu) ?? [''];
    return cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell).trim());
  });
};
