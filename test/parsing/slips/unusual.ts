import { parseReport } from '../../../src/parsing/parse-report.ts';
import { readHtml } from '../../../src/parsing/readers/html.ts';
import { readText } from '../../../src/parsing/readers/text.ts';
import { type Cell, tablesOf } from '../tables/printed-pages.ts';
import { ending, type Parts, preamble, type Row, titles } from '../tables/printed-report.ts';
import { said } from './flagged.ts';
import { merges } from './merged-blanks.ts';
import type { Printed } from './strike-all.ts';

/** The lines of a whole report, tables by how one row of cells is printed. */
const linesOf = (
  { blocks, head, rows, disputeHead, disputes }: Parts,
  line: (texts: readonly string[]) => string,
  row = ({ groups, label, values }: Row): string => line([...groups, label, ...values]),
): string[] => [
  ...preamble,
  titles[0],
  ...blocks.flatMap((block) => [block.item, line(block.head), ...block.rows.map(row)]),
  titles[1],
  line(head),
  ...rows.map(row),
  titles[2],
  line(disputeHead),
  line(disputes),
  ...ending,
];

const text = (
  name: string,
  blanks: boolean,
  line: (texts: readonly string[]) => string,
  row?: (row: Row) => string,
): Printed => ({
  name,
  blanks,
  read: (parts) => said(parseReport(readText(Buffer.from(linesOf(parts, line, row).join('\n'))))),
});

const wide = (digits: string): string =>
  digits.replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
const quoted = (value: string): string => (/[,"]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const spanned = (value: string): string => `<span>${value}</span>`;

/** A web page by how it prints a table; `paragraph` is how it prints a line of text. */
const page = (name: string, table: (rows: readonly Cell[][]) => string, blanks = true): Printed => ({
  name,
  blanks,
  read: (parts) => {
    const paragraph = (line: string): string => `<p>${line}</p>`;
    const tables = tablesOf(parts).flatMap((rows, at) => [paragraph(titles[at]!), table(rows)]);
    const body = [...preamble.map(paragraph), ...tables, ...ending.map(paragraph)];
    return said(parseReport(readHtml(Buffer.from(`<html><body>\n${body.join('\n')}\n</body></html>`))));
  },
});

const tableOf = (rows: readonly Cell[][], inner: (text: string) => string): string =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${row.map(({ text, rows = 1, columns = 1 }) => `<td rowspan="${rows}" colspan="${columns}">${inner(text)}</td>`).join('')}</tr>`,
    )
    .join('\n')}</table>`;

/** Layouts that people make by hand and programs by accident; some of them are hardly read at all. */
export const unusual: readonly Printed[] = [
  text('full-width blanks between cells', false, (texts) => texts.join('　')),
  text('full-width digits and blanks', false, (texts) => texts.map(wide).join('　　')),
  text(
    'tabs, values under their label',
    true,
    (texts) => texts.join('\t'),
    ({ groups, label, values }) => [...groups, label, values.join('\t')].join('\n'),
  ),
  text(
    'tabs, groups on lines of their own',
    true,
    (texts) => texts.join('\t'),
    ({ groups, label, values }) => [...groups, [label, ...values].join('\t')].join('\n'),
  ),
  text('tabs, each cell over two columns', true, (texts) => texts.map((text) => `${text}\t`).join('\t')),
  text('bars between cells only', true, (texts) => texts.join(' | ')),
  text(
    'bars between cells only, groups above',
    true,
    (texts) => texts.join('|'),
    ({ groups, label, values }) => [...groups, [label, ...values].join('|')].join('\n'),
  ),
  text('full-width bars', true, (texts) => `｜${texts.join('｜')}｜`),
  text('commas', true, (texts) => texts.map(quoted).join(',')),
  text('full-width commas', true, (texts) => texts.join('，')),
  text(
    'colon behind the label',
    false,
    (texts) => texts.join(' '),
    ({ groups, label, values }) => [...groups, `${label}：${values.join('、')}`].join('\n'),
  ),
  text(
    'units behind numbers',
    false,
    (texts) => texts.join(' '),
    ({ groups, label, values }) =>
      [...groups, `${label} ${values.map((value) => (value === '' ? '' : `${value}件`)).join(' ')}`].join('\n'),
  ),
  text(
    'labels behind their group on one line, values on the next',
    false,
    (texts) => texts.join(' '),
    (row) => `${row.groups.join('')}${row.label}\n${row.values.join('  ')}`,
  ),
  text(
    'a value a line under its label',
    false,
    (texts) => texts.join('\n'),
    ({ groups, label, values }) => [...groups, label, ...values.filter((value) => value !== '')].join('\n'),
  ),
  page('web page, cells of several paragraphs', (rows) =>
    tableOf(rows, (cell) => `<p>${cell.replace(/(.{6})/gu, '$1</p><p>')}</p>`),
  ),
  page('web page, cells broken by br', (rows) =>
    tableOf(rows, (cell) => `<br>${/^\d/u.test(cell) ? cell : cell.replace(/(.{8})/gu, '$1<br>')}<br>&nbsp;`),
  ),
  page('web page, blank columns between the others', (rows) =>
    tableOf(
      rows.map((row) =>
        row.flatMap((cell) => [
          { ...cell, columns: 2 * (cell.columns ?? 1) - 1 },
          { ...cell, text: '', columns: 1 },
        ]),
      ),
      (text) => text,
    ),
  ),
  page('web page, blanks of a space that does not break', (rows) => tableOf(rows, (cell) => cell || '&nbsp;')),
  ...Object.entries(merges).map(([cell, merge]) =>
    page(`web page, blanks merged into the cell ${cell}`, (rows) => tableOf(merge(rows), (text) => text)),
  ),
  page(
    'web page, rows of spans',
    (rows) => rows.map((row) => `<div>${row.map(({ text }) => spanned(text)).join(' ')}</div>`).join('\n'),
    false,
  ),
  page(
    'web page, blocks in one flow',
    (rows) => `<div>${rows.map((row) => row.map(({ text }) => `<div>${text}</div>`).join('')).join('\n')}</div>`,
    false,
  ),
  page(
    'web page, blocks set as a table',
    (rows) =>
      `<div style="display:table">${rows.map((row) => `<div style="display:table-row">${row.map(({ text }) => `<div style="display:table-cell">${text}</div>`).join('')}</div>`).join('\n')}</div>`,
  ),
  page('web page, list items', (rows) =>
    rows.map((row) => `<ul>${row.map(({ text }) => `<li>${text}</li>`).join('')}</ul>`).join('\n'),
  ),
  page('web page, a table a row', (rows) =>
    rows.map((row) => tableOf([row.map(({ text }) => ({ text }))], (cell) => cell)).join('\n'),
  ),
  page(
    'web page, preformatted lines',
    (rows) => `<pre>${rows.map((row) => row.map(({ text }) => text).join('   ')).join('\n')}</pre>`,
    false,
  ),
];
