import { expect, test } from 'vitest';
import { parseReport } from '../../../src/parsing/parse-report.ts';
import { readText } from '../../../src/parsing/readers/text.ts';
import { type Address, applicantColumns, applicationRows } from '../../../src/report/forms/index.ts';
import { distinctFigures, type Figures, type Layout, layouts, printReport } from './printed-report.ts';

/** Distinct figures whose rows of table 三 add up. */
const figures: Figures = distinctFigures('2021');
for (const row of applicationRows('2021')) {
  const parts = applicantColumns.slice(0, -1).map((column) => Number(figures[`applications.${row}.${column}`]));
  figures[`applications.${row}.total`] = String(parts.reduce((sum, part) => sum + part, 0));
}

const sum = (values: readonly string[]) => String(values.reduce((all, value) => all + Number(value || 0), 0));

/** A layout with a column 小计 before the organisations (`at` 1) or behind them (6); `subtotal` says what it prints. */
const withSubtotals = (layout: Layout, at: number, subtotal = sum): Layout => ({
  ...layout,
  print: (parts) =>
    layout.print({
      ...parts,
      head: parts.head.toSpliced(parts.head.length - 7 + at, 0, '小计'),
      rows: parts.rows.map((row) => ({
        ...row,
        values: row.values.toSpliced(at, 0, subtotal(row.values.slice(1, 6))),
      })),
    }),
});
const named = (name: string) => layouts.find((layout) => layout.name === name)!;
const read = (layout: Layout) => parseReport(readText(Buffer.from(printReport('2021', figures, layout))));
const wrong = ({ cells }: ReturnType<typeof parseReport>) =>
  (Object.keys(figures) as Address[]).filter((address) => {
    const cell = cells[address];
    return cell?.value !== Number(figures[address]) || cell.trust === 'low';
  });

test.each(
  [
    'lines',
    'values under the label',
    'one line',
    'a cell a line',
    'bars behind cells',
    'Markdown rows',
    'tabs with merged cells',
  ].flatMap((name) => [1, 6].map((at) => [name, at] as const)),
)('a printed column of subtotals is known as such: %s, column %s', (name, at) => {
  const report = read(withSubtotals(named(name), at));
  expect(wrong(report)).toEqual([]);
  const granted = report.tables.applications!.rows.find(({ id }) => id === 'granted')!;
  const values = applicantColumns.map((column) => figures[`applications.granted.${column}`]!);
  expect(granted.subtotal).toMatchObject({ value: Number(sum(values.slice(1, 6))), state: 'number' });
  expect(granted.tokens).toEqual(values);
});

test('one wrong subtotal is kept beside its row, and the cells stay', () => {
  let row = 0;
  const report = read(withSubtotals(named('Markdown rows'), 6, (values) => (++row === 3 ? '1' : sum(values))));
  expect(wrong(report)).toEqual([]);
  expect(report.tables.applications!.rows[2]!.subtotal?.value).toBe(1);
});

test('a column that is no subtotal leaves nothing trusted', () => {
  const report = read(withSubtotals(named('Markdown rows'), 6, () => '7'));
  const trusted = Object.entries(report.cells).filter(
    ([address, cell]) => address.startsWith('applications.') && cell.trust !== 'low',
  );
  expect(trusted).toEqual([]);
});
