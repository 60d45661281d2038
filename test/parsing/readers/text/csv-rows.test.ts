import { expect, test } from 'vitest';
import { parseReport } from '../../../../src/parsing/parse-report.ts';
import { csvRows } from '../../../../src/parsing/readers/text/csv-rows.ts';
import { readText } from '../../../../src/parsing/readers/text.ts';
import { distinctFigures, type Figures, layouts, printReport } from '../../tables/printed-report.ts';

const tabs = layouts.find(({ name }) => name === 'tabs with merged cells')!;
const quoted = (cell: string): string => (/[,"]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
/** A report as a sheet saved with commas; `wide` fills every row up to the widest one, as sheets do. */
const saved = (text: string, wide: boolean): string => {
  const rows = text.split('\n').map((line) => line.split('\t'));
  const width = Math.max(...rows.map((row) => row.length));
  return rows
    .map((row) => [...row, ...Array(wide ? width - row.length : 0).fill('')].map(quoted).join(','))
    .join('\r\n');
};

test.each([
  ['2021', false],
  ['2021', true],
  ['2019', false],
  ['2019', true],
] as const)('a sheet of the form of %s saved with commas, filled up to the widest row: %s', (form, wide) => {
  const figures: Figures = {};
  for (const [at, [address, value]] of Object.entries(distinctFigures(form)).entries())
    figures[address as keyof Figures] = at % 7 === 5 ? '' : value;
  const text = printReport(form, { ...figures, 'disclosures.licences.decisions': '1,344' }, tabs);
  const report = parseReport(readText(Buffer.from(saved(text, wide))));
  const read = Object.fromEntries(Object.entries(report.cells).map(([address, { raw }]) => [address, raw]));
  expect(read).toEqual({ ...figures, 'disclosures.licences.decisions': '1,344' });
  expect(report).toMatchObject({ bureau: '示例县测试局', year: 2023 });
});

test('a cell in quotes may hold commas, quotes and line breaks', () => {
  const rows = Array(15).fill('一,"二,""三""\n四",,5,6,7,8,9').join('\n');
  expect(csvRows(rows).split('\n')[3]).toBe('一\t二,"三" 四\t\t5\t6\t7\t8\t9');
});

test('a row of more cells than the others keeps those it has too many, bare columns go', () => {
  const lines = csvRows(
    ['一,4,9,,,,,,', ...Array(15).fill('二,49,,,5,6,,,')].join('\n').replace('一,4,', '一,4,,'),
  ).split('\n');
  expect(lines.slice(0, 2)).toEqual(['一\t4\t\t9\t\t\t', '二\t49\t\t\t5\t6']);
});

test('sentences with commas stay as they are', () => {
  for (const layout of layouts) {
    const text = printReport('2021', distinctFigures('2021'), layout);
    expect(csvRows(text)).toBe(text);
  }
  const prose = '公开,公平,公正,便民,及时,准确,全面,规范。\n'.repeat(14);
  expect(csvRows(prose)).toBe(prose);
});
