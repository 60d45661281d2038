import { GovinfoError } from '../errors.ts';
import { decodeText } from './intake/decode.ts';
import { readDocument, refuseTooLarge } from './intake/read-document.ts';
import { sniff } from './intake/sniff.ts';
import type { SourceFile } from './intake/source-file.ts';

/** The names in a list of bureaus, and the entries that cannot be names, as they stand. */
export interface RosterReading {
  names: string[];
  odd: string[];
}

const heading = /^(?:序号|编号|机关|机关名称|单位|单位名称|名称|部门|部门名称|报送单位|填报单位|bureau|name)$/iu;
const nameHeading = /^(?:机关|机关名称|单位|单位名称|名称|部门|部门名称|报送单位|填报单位|bureau|name)$/iu;
const looksLikeBureau =
  /(?:局|委|委员会|厅|部|办|办公室|政府|街道|办事处|镇|乡|中心|院|所|站|处|署|会|社|公司|学校|医院|集团)(?:[（(].*[)）])?$/u;
const namesAtMost = 20_000;

/**
 * Reads a list of bureaus: a name a line, or one column of a table (text, CSV, a workbook, Word). The column is the one
 * headed 机关 or 单位, else the one in which most entries end as bureaus do. Throws `GovinfoError`, `E-ROSTER-EMPTY`
 * where nothing looks like a name.
 */
export async function readRoster(file: SourceFile): Promise<RosterReading> {
  const rows = await rowsOf(file);
  const head = rows.findIndex((row) => row.length > 1 && row.filter((text) => heading.test(text)).length > 0);
  const column = columnOf(rows, head < 0 ? undefined : rows[head]!);
  const names = new Set<string>();
  const odd: string[] = [];
  for (const [index, row] of rows.entries()) {
    const text = row[column] ?? '';
    if (text === '' || heading.test(text) || index <= head) continue;
    if (/\p{Script=Han}{2}/u.test(text) && text.length <= 100 && !/^(?:合计|总计|小计|备注|注[：:])/u.test(text))
      names.add(text);
    else odd.push(text);
  }
  if (names.size === 0)
    throw new GovinfoError('E-ROSTER-EMPTY', {
      zh: '文件里没有读到机关名称；请每行写一个机关，或在表格里用“机关”作列名',
      en: 'no name of a bureau was found; write one bureau a line, or head the column “机关”',
    });
  if (names.size > namesAtMost)
    throw new GovinfoError('E-ROSTER-LONG', {
      zh: `名单有 ${names.size} 个，最多 ${namesAtMost} 个`,
      en: `the list has ${names.size} names; the most is ${namesAtMost}`,
    });
  return { names: [...names], odd };
}

async function rowsOf(file: SourceFile): Promise<string[][]> {
  refuseTooLarge(file);
  const lines =
    (await sniff(file)) === 'text'
      ? decodeText(file.bytes).split(/\r?\n/)
      : (await readDocument(file)).lines.map(({ text }) => text);
  return lines.map(fieldsOf).filter((row) => row.some((text) => text !== ''));
}

/** A line by its tabs, commas or table bars; quotes around a field are taken off. */
const fieldsOf = (line: string): string[] =>
  line
    .replace(/^\uFEFF/, '')
    .replace(/^\s*\||\|\s*$/g, '')
    .split(/[\t,，;；|]/)
    .map((field) =>
      field
        .trim()
        .replace(/^"(.*)"$/s, '$1')
        .replace(/^\s*(?:[-*•]|\d{1,4}[.、)）])\s*/u, '')
        .trim(),
    );

/** Where the names stand. */
function columnOf(rows: readonly string[][], head: readonly string[] | undefined): number {
  const named = head?.findIndex((text) => nameHeading.test(text)) ?? -1;
  if (named >= 0) return named;
  const counts = new Map<number, number>();
  for (const row of rows)
    for (const [index, text] of row.entries())
      if (looksLikeBureau.test(text)) counts.set(index, (counts.get(index) ?? 0) + 1);
  return [...counts].toSorted(([a, x], [b, y]) => y - x || a - b)[0]?.[0] ?? 0;
}
