import type { Document, Line, Token } from '../../../src/parsing/document.ts';
import { readHtml } from '../../../src/parsing/readers/html.ts';
import { type Layout, type Parts, type Row, titles } from './printed-report.ts';

const paragraph = (text: string): string => `<p>${text}</p>`;
const isNumber = (text: string): boolean => /^\d*$/u.test(text);

/** A web page by how it prints a table; every row of the report is one of these rows of cells. */
const webPage = (name: string, table: (rows: readonly Cell[][]) => string, gap: RegExp): Layout => ({
  name,
  blanks: true,
  gap,
  print: (parts) => {
    const [disclosures, applications, disputes] = tablesOf(parts);
    return [
      ...[titles[0], disclosures, titles[1], applications, titles[2], disputes].map((part) =>
        typeof part === 'string' ? paragraph(part) : table(part),
      ),
    ].join('\n');
  },
  frame: (before, tables, after) =>
    `<html><body>\n${[...before.map(paragraph), tables, ...after.map(paragraph)].join('\n')}\n</body></html>`,
  document: (text) => readHtml(Buffer.from(text)),
});

/** A printed cell, and over how many rows and columns it reaches. */
export interface Cell {
  text: string;
  rows?: number;
  columns?: number;
}

const plain = (texts: readonly string[]): Cell[] => texts.map((text) => ({ text }));

export function tablesOf({ blocks, head, rows, disputeHead, disputes }: Parts): [Cell[][], Cell[][], Cell[][]] {
  const spread = (row: readonly string[], head: readonly string[]): Cell[] =>
    head.length === 2 && row.length === 2 ? [{ text: row[0]! }, { text: row[1]!, columns: 3 }] : plain(row);
  return [
    blocks.flatMap((block) => [
      [{ text: block.item, columns: 4 }],
      spread(block.head, block.head),
      ...block.rows.map(({ label, values }) => spread([label, ...values], block.head)),
    ]),
    [[{ text: head[0]!, columns: 3 }, ...plain(head.slice(3))], ...rows.map((row, at) => spanned(row, at, rows))],
    [plain(disputeHead), plain(disputes)],
  ];
}

/** Table 四 under its three rows of heads. */
export function disputeTable({ disputeHead, disputes }: Parts): Cell[][] {
  const outcomes = plain(disputeHead.slice(2, 7));
  return [
    [
      { text: disputeHead[0]!, columns: 5 },
      { text: disputeHead[1]!, columns: 10 },
    ],
    [
      ...outcomes.map((cell) => ({ ...cell, rows: 2 })),
      { text: '未经复议直接起诉', columns: 5 },
      { text: '复议后起诉', columns: 5 },
    ],
    [...outcomes, ...outcomes].map((cell) => ({ ...cell })),
    plain(disputes),
  ];
}

/** A row of table 三 with its group beside it: the cell of a group reaches down over all of its rows. */
function spanned({ groups, label, values }: Row, at: number, rows: readonly Row[]): Cell[] {
  const own = groups.map((text) => {
    const ends = text.startsWith('三') ? /^四/u : /^（|^四/u;
    const next = rows.findIndex(
      (row, other) => other > at && (ends.test(row.groups.at(-1) ?? '') || ends.test(row.label)),
    );
    return { text, rows: (next < 0 ? rows.length : next) - at };
  });
  const columns = /^\d/u.test(label) ? 1 : /^（/u.test(label) ? 2 : 3;
  return [...own, { text: label, columns }, ...plain(values)];
}

const cell = ({ text, rows = 1, columns = 1 }: Cell, inner = (text: string) => text): string =>
  `<td${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}>${inner(text)}</td>`;
const tableOf = (rows: readonly Cell[][], inner?: (text: string) => string): string =>
  `<table>\n${rows.map((row) => `<tr>${row.map((one) => cell(one, inner)).join('')}</tr>`).join('\n')}\n</table>`;

const block = (inner: string): string => `<div>${inner}</div>`;

/** Where a number begins on the made-up page, and how far apart its columns are. */
const [firstColumn, pitch, size] = [260, 60, 8];

/** A PDF without rulings: `⟦2⟧44` is 44 in the third column, everything else stands where the words before it end. */
const pdf: Layout = {
  name: 'PDF without rulings',
  blanks: true,
  print: ({ blocks, head, rows, disputeHead, disputes }) => {
    const placed = (texts: readonly string[]): string => texts.map((text, at) => `⟦${at}⟧${text}`).join('');
    const row = ({ groups, label, values }: Row): string[] => [...groups, `${label}${placed(values)}`];
    return [
      titles[0],
      ...blocks.flatMap((one) => [one.item, `${one.head[0]}${placed(one.head.slice(1))}`, ...one.rows.flatMap(row)]),
      titles[1],
      `${head[0]}${placed(head.slice(3))}`,
      ...rows.flatMap(row),
      titles[2],
      disputeHead.slice(0, 2).join(' '),
      placed(disputeHead.filter((word) => !/行政|起诉/u.test(word))),
      placed(disputes),
    ].join('\n');
  },
  document: pdfDocument,
};

function pdfDocument(text: string): Document {
  const lines: Line[] = [];
  const tokens: Token[] = [];
  for (const [at, printed] of text.split('\n').entries()) {
    const y = 20 + at * 14;
    const wide = text.split('\n').indexOf(titles[2]) < at;
    let right = 40;
    for (const [, column, words] of printed.matchAll(/(?:⟦(\d+)⟧)?([^⟦]*)/gu))
      for (const [part, word] of words!.split(' ').entries()) {
        if (word === '') continue;
        const width = [...word].length * (/^[\d.,+-]+$/u.test(word) ? size / 2 : size);
        const step = wide ? 36 : pitch;
        const x = column === undefined || part > 0 ? right + size : (wide ? 40 : firstColumn) + Number(column) * step;
        tokens.push({ text: word, page: 1, x, y, width, height: size });
        right = x + width;
      }
    const plainText = printed.replace(/⟦\d+⟧/gu, ' ').replace(/ +/gu, ' ');
    lines.push({ text: plainText, place: { page: 1, line: at + 1, box: [40, y, 500, size] } });
  }
  return { format: 'pdf', pageCount: 1, recognised: false, lines, grids: [], tokens, declaredTitle: null };
}

/** Layouts of pages: what a web page, a Word file (which is read as one) and a PDF hold. */
export const pages: readonly Layout[] = [
  webPage('web page, merged cells', (rows) => tableOf(rows), /^<\/td><td>(?=\d)/u),
  webPage(
    'web page, a table in every cell',
    (rows) => tableOf(rows, (text) => `<table><tr><td>${text}</td></tr></table>`),
    /^<\/td><\/tr><\/table><\/td><td><table><tr><td>(?=\d)/u,
  ),
  webPage(
    'web page, rows of blocks',
    (rows) =>
      rows
        .map((row) =>
          row.every(({ text }) => !isNumber(text))
            ? row.map(({ text }) => block(text)).join('')
            : block(row.map(({ text }) => block(text)).join('')),
        )
        .join('\n'),
    /^<\/div><div>(?=\d)/u,
  ),
  {
    ...webPage('Markdown, merged cells printed in each column', () => '', /^\|(?=\d)/u),
    print: (parts) => {
      const [disclosures, applications, disputes] = tablesOf(parts);
      const table = (rows: readonly Cell[][]): string =>
        rows
          .map((row) => `|${row.flatMap(({ text, columns = 1 }) => Array<string>(columns).fill(text)).join('|')}|`)
          .join('\n');
      return [
        titles[0],
        table(disclosures),
        titles[1],
        table(downwards(applications)),
        titles[2],
        table(disputes),
      ].join('\n');
    },
    frame: (before, tables, after) => [...before, tables, ...after].join('\n'),
    document: undefined,
  },
  pdf,
];

/** Cells that reach over rows printed in each of them. */
const downwards = (rows: readonly Cell[][]): Cell[][] => {
  const open: { text: string; left: number }[] = [];
  return rows.map((row) => {
    const above = open.filter((group) => group.left > 0).map(({ text }) => ({ text }));
    for (const group of open) group.left--;
    for (const { text, rows = 1 } of row) if (rows > 1) open.push({ text, left: rows - 1 });
    return [...above, ...row];
  });
};
