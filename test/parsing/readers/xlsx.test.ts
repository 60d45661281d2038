import { expect, test } from 'vitest';
import { displayed } from '../../../src/parsing/readers/xlsx/displayed.ts';
import { readXlsx } from '../../../src/parsing/readers/xlsx.ts';
import { xlsxFile } from '../../documents/zip.ts';

const strings = [
  '演示县林业局2023年政府信息公开工作年度报告',
  '信息内容',
  '本年处理决定数量',
  '行政<rPh><t>xíng</t></rPh>',
].map((text) => `<t>${text}</t>`);
const sheet = `<sheetData>
  <row r="1"><c r="A1" t="s"><v>0</v></c></row>
  <row r="2"><c r="A2" t="inlineStr"><is><t>二、主动公开政府信息情况</t></is></c></row>
  <row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c></row>
  <row r="4"><c r="A4" t="str"><v>行政许可</v></c><c r="C4"><f>1+1</f><v>2</v></c></row>
  <row r="5" hidden="1"><c r="A5" t="str"><v>去年</v></c><c r="C5"><v>99</v></c></row>
  <row r="6"><c r="A6" t="str"><v>行政处罚</v></c></row>
  <row r="7"><c r="A7" t="str"><v>行政强制</v></c><c r="C7"><f>SUM(C4:C6)</f></c></row>
  </sheetData><mergeCells><mergeCell ref="A3:B3"/><mergeCell ref="A4:B4"/></mergeCells>`;

test('titles are lines, tables are grids with merged, computed and unwritten cells', async () => {
  const { lines, grids } = await readXlsx(await xlsxFile(sheet, strings));
  expect(lines.map((line) => [line.text, line.grid])).toEqual([
    ['演示县林业局2023年政府信息公开工作年度报告', undefined],
    ['二、主动公开政府信息情况', undefined],
    ['信息内容\t本年处理决定数量', 0],
    ['行政许可\t2', 0],
    ['行政处罚', 0],
    ['行政强制\t=SUM(C4:C6)', 0],
  ]);
  const cells = grids[0]!.cells.map(({ text, r0, c0, c1, place }) => [text, r0, c0, c1, place.row]);
  expect(cells).toContainEqual(['信息内容', 0, 0, 1, 3]);
  expect(cells).toContainEqual(['', 3, 2, 2, 6]);
  expect(cells.flat()).not.toContain('99');
});

test('a row of empty cells that the file keeps under a head is there, further ones and short ones are not', async () => {
  const row = (r: number, count: number, text = ''): string =>
    `<row r="${r}">${Array.from({ length: count }, (_, c) => `<c r="${String.fromCharCode(65 + c)}${r}" t="str"><v>${text}</v></c>`).join('')}</row>`;
  const rows = async (...all: string[]) =>
    (await readXlsx(await xlsxFile(`<sheetData>${all.join('')}</sheetData>`, []))).grids[0]!.rows;
  expect(await rows(row(1, 15, '结果维持'), row(2, 15), row(3, 15))).toBe(2);
  expect(await rows(row(1, 15, '结果维持'), row(2, 7))).toBe(1);
});

test('numbers as the sheet shows them', () => {
  expect(displayed('973.93000000000006', 'General')).toBe('973.93');
  expect(displayed('973.9', '2')).toBe('973.90');
  expect(displayed('1344', '#,##0_ ;-#,##0')).toBe('1,344');
  expect(displayed('0.5', '9')).toBe('50%');
  expect(displayed('', 'General')).toBe('');
});

test('what is struck out or raised in a cell adds nothing to its number', async () => {
  const runs = (...parts: string[]) => parts.join('');
  const run = (text: string, look = '') => `<r>${look && `<rPr>${look}</rPr>`}<t>${text}</t></r>`;
  const cells = [
    runs(run('44'), run('1', '<vertAlign val="superscript"/>')),
    runs(run('7', '<strike/>'), run('8')),
    runs(run('4', '<b/>'), run('5', '<vertAlign val="baseline"/>')),
  ];
  const row = cells.map((_, i) => `<c r="${'ABC'[i]}1" t="s"><v>${i}</v></c>`).join('');
  const { grids } = await readXlsx(await xlsxFile(`<sheetData><row r="1">${row}</row></sheetData>`, cells));
  expect(grids[0]!.cells.map(({ text }) => text)).toEqual(['44¹', '8', '45']);
});

test('a workbook without sheets is damaged', async () => {
  await expect(readXlsx(await xlsxFile('', [], { 'xl/workbook.xml': '' }))).rejects.toMatchObject({
    code: 'E-XLSX-DAMAGED',
  });
});

test('blanks under a head are there, though the file leaves their cells out and no other row has them', async () => {
  const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const { grids } = await readXlsx(
    await xlsxFile(`<sheetData>
      <row r="1">${text('A1', '第二十条第（一）项')}</row>
      <row r="2">${['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].map((words, i) => text(`${'ABCD'[i]}2`, words)).join('')}</row>
      <row r="3">${text('A3', '规章')}<c r="C3"><v>7</v></c></row></sheetData>`),
  );
  const row = grids[0]!.cells.filter(({ r0 }) => r0 === 2).sort((a, b) => a.c0 - b.c0);
  expect(row.map((cell) => cell.text)).toEqual(['规章', '', '7', '']);
});

test('a blank cell that the file leaves out between two others stands in the line too', async () => {
  const cell = (at: string, text: string) => `<c r="${at}" t="str"><v>${text}</v></c>`;
  const rows = [
    ['A1:信息内容', 'B1:本年制发件数', 'C1:本年废止件数', 'D1:现行有效件数'],
    ['A2:规章', 'B2:1', 'D2:3'],
    ['A3:行政规范性文件', 'B3:4'],
  ].map(
    (row, r) => `<row r="${r + 1}">${row.map((one) => cell(...(one.split(':') as [string, string]))).join('')}</row>`,
  );
  const { lines } = await readXlsx(await xlsxFile(`<sheetData>${rows.join('')}</sheetData>`));
  expect(lines.slice(1).map(({ text }) => text)).toEqual(['规章\t1\t\t3', '行政规范性文件\t4']);
});
