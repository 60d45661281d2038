import { expect, test } from 'vitest';
import { parseReport } from '../../../src/parsing/parse-report.ts';
import { readText } from '../../../src/parsing/readers/text.ts';
import type { Address, Report } from '../../../src/report/report.ts';
import { addingFigures, distinctFigures, type Figures, layouts, printReport } from './printed-report.ts';

const read = (text: string): Report => parseReport(readText(Buffer.from(text)));
const printed = (name: string, figures: Figures): string =>
  printReport('2021', figures, layouts.find((layout) => layout.name === name)!);
const trusted = (report: Report, row: string): number =>
  Object.entries(report.cells).filter(([address, cell]) => address.startsWith(`${row}.`) && cell.trust !== 'low')
    .length;

test('a label lost to the side of the page: rows between it and the values it left behind are doubted', () => {
  const figures = addingFigures('2021');
  const lost = '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请';
  const values = (row: string): string =>
    ['person', 'business', 'research', 'welfare', 'legal', 'other', 'total']
      .map((column) => figures[`applications.other.${row}.${column}` as Address])
      .join('\n');
  const text = printed('a cell a line', figures)
    .replace(`\n${lost}\n`, '\n')
    .replace(`\n3.其他\n${values('other')}`, `\n${lost}\n${values('other')}`);
  const report = read(text);
  const silent = (Object.keys(report.cells) as Address[]).filter(
    (address) => report.cells[address]!.trust !== 'low' && report.cells[address]!.value !== Number(figures[address]),
  );
  expect(silent).toEqual([]);
  expect(trusted(report, 'applications.other.unpaid')).toBe(0);
  expect(trusted(report, 'applications.declined.repeated')).toBe(7);
});

test('two labels of table 2 in a row before values on lines of their own: nothing tells whose they are', () => {
  const figures = distinctFigures('2021');
  const lines = printed('a cell a line', figures);
  const own = lines.replace(/规章\n(\d+)\n(\d+)\n(\d+)\n行政规范性文件\n/u, '规章\n行政规范性文件\n');
  expect(trusted(read(lines), 'disclosures.normativeDocuments')).toBe(3);
  expect(trusted(read(own), 'disclosures.normativeDocuments')).toBe(0);
  const beside = printed('lines', figures).replace(/规章 (\d+) (\d+) (\d+)\n/u, '规章\n');
  expect(Object.keys(read(beside).cells).filter((address) => address.includes('normative'))).toHaveLength(3);
});

test('heads broken over lines of which some stand at mid-height are in their order', () => {
  const head = '自然人 法人或其他组织 总计\n科研 社会公 法律服务\n商业企业 其他\n机构 益组织 机构';
  const figures = distinctFigures('2021', 101);
  const text = printed('lines', figures).replace(/申请人情况 .*总计\n/u, `申请人情况\n${head}\n`);
  expect(trusted(read(text), 'applications')).toBe(175);
  const swapped = text.replace('科研 社会公 法律服务', '社会公 科研 法律服务');
  expect(trusted(read(swapped), 'applications')).toBe(0);
});

test('the rule under a table set by blanks is no row of placeholders', () => {
  const figures = distinctFigures('2021');
  const rule = `  ${Array(10).fill('------').join(' ')}`;
  const text = printed('columns set by blanks', figures).replace('四、政府信息公开', `${rule}\n四、政府信息公开`);
  expect(trusted(read(text), 'applications')).toBe(175);
});
