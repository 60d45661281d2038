import type { Document } from '../../../src/parsing/document.ts';
import { readHtml } from '../../../src/parsing/readers/html.ts';
import { addressesOf, type FormId } from '../../../src/report/forms/index.ts';
import { type Figures, partsOf, type Row } from './printed-report.ts';

/** How a layout prints table 三 with its labels in rows of their own. */
export interface RowsOfLabels {
  name: string;
  /** Whether a row of blanks can be seen. */
  blanks: boolean;
  print(head: readonly string[], rows: readonly Row[]): string;
  /** A paragraph of the report around it. */
  paragraph?(text: string): string;
  document?(text: string): Document;
}

type Order = 'labels first' | 'values first';
const orders: readonly Order[] = ['labels first', 'values first'];

/** The printed pieces of a row in order: its groups, its label, its values. */
const inOrder = <T>(order: Order, { groups, label }: Row, values: T, cell: (text: string) => T): T[] =>
  order === 'labels first' ? [...groups.map(cell), cell(label), values] : [...groups.map(cell), values, cell(label)];

/** Lines of text, where nothing is printed for a row of blanks. */
const inLines = (name: string, order: Order, between: string): RowsOfLabels => ({
  name: `${name}, ${order}`,
  blanks: false,
  print: (head, rows) =>
    [head.join(between), ...rows.flatMap((row) => inOrder(order, row, row.values.join(between), (text) => text))]
      .filter((line) => line.trim() !== '')
      .join('\n'),
});

/** Rows of cells, where a row of blanks is printed as such. */
const inCells = (name: string, order: Order, row: (cells: readonly string[]) => string): RowsOfLabels => ({
  name: `${name}, ${order}`,
  blanks: true,
  print: (head, rows) =>
    [
      ['申请人情况', ...head.slice(3)],
      ...rows.flatMap((one) =>
        inOrder(order, one, ['', ...one.values], (text) => [text, ...Array<string>(7).fill('')]),
      ),
    ]
      .map(row)
      .join('\n'),
});

const webPage = (order: Order): RowsOfLabels => {
  const row = ([first, ...rest]: readonly string[]): string =>
    rest.every((text) => text === '') && first !== ''
      ? `<tr><td colspan="8">${first}</td></tr>`
      : `<tr>${[first, ...rest].map((text) => `<td>${text}</td>`).join('')}</tr>`;
  const cells = inCells('web page', order, row);
  return {
    ...cells,
    print: (head, rows) => `<table>${cells.print(head, rows)}</table>`,
    paragraph: (text) => `<p>${text}</p>`,
    document: (text) => readHtml(Buffer.from(text)),
  };
};

export const rowsOfLabels: readonly RowsOfLabels[] = orders.flatMap((order) => [
  inLines('lines', order, ' '),
  inLines('a cell a line', order, '\n'),
  inCells('tabs', order, (cells) => cells.join('\t')),
  inCells('Markdown', order, (cells) => `| ${cells.join(' | ')} |`),
  webPage(order),
]);

/** The rows of table 三 that are printed: those that are not lose their groups to the next. */
export function printedRows(form: FormId, figures: Figures, lost: ReadonlySet<string>): Row[] {
  const ids = rowIds(form);
  let groups: string[] = [];
  return partsOf(form, figures).rows.flatMap((row, at) => {
    groups = [...groups, ...row.groups];
    if (lost.has(ids[at]!)) return [];
    const printed = { ...row, groups };
    groups = [];
    return [printed];
  });
}

/** Rows of table 三 in printed order. */
export const rowIds = (form: FormId): string[] => [
  ...new Set(addressesOf(form, 'applications').map((address) => address.slice(13, address.lastIndexOf('.')))),
];

const columns = ['person', 'business', 'research', 'welfare', 'legal', 'other'] as const;
const frame = ['received', 'carriedIn', 'concluded', 'carriedOut'];

/** Table 三 as most bureaus print it: few requests, many zeros, and all sums hold. Rows left blank count nothing. */
export function sparseFigures(form: FormId, blank: ReadonlySet<string>, random: () => number): Figures {
  const drawn = (id: string, share: number, most: number): number[] =>
    columns.map((_, at) =>
      !blank.has(id) && random() < (at < 2 ? share : share / 5) ? 1 + Math.floor(random() * most) : 0,
    );
  const rows = new Map(rowIds(form).flatMap((id) => (frame.includes(id) ? [] : [[id, drawn(id, 0.3, 9)] as const])));
  const concluded = columns.map((_, at) => [...rows.values()].reduce((sum, row) => sum + row[at]!, 0));
  const carriedOut = drawn('carriedOut', 0.4, 3);
  const open = concluded.map((value, at) => value + carriedOut[at]!);
  const carriedIn = drawn('carriedIn', 0.4, 3).map((value, at) => Math.min(value, open[at]!));
  const all = { concluded, carriedOut, carriedIn, received: open.map((value, at) => value - carriedIn[at]!) };
  return Object.fromEntries(
    [...rows, ...Object.entries(all)].flatMap(([id, row]) =>
      [...row, row.reduce((a, b) => a + b, 0)].map((value, at) => [
        `applications.${id}.${columns[at] ?? 'total'}`,
        blank.has(id) ? '' : String(value),
      ]),
    ),
  );
}
