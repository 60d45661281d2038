import { expect, test } from 'vitest';
import { parseReport } from '../../../src/parsing/parse-report.ts';
import { readHtml } from '../../../src/parsing/readers/html.ts';
import { readText } from '../../../src/parsing/readers/text.ts';
import { rowsOffHeads } from '../../../src/parsing/tables/off-heads.ts';
import type { Report } from '../../../src/report/report.ts';
import { htmlFile } from '../../documents/report-files.ts';
import type { Cell } from './printed-pages.ts';
import { preamble, titles } from './printed-report.ts';

const heads = [{ text: '信息内容' }, { text: '上一年项目数量' }, { text: '本年增/减' }, { text: '' }];
const row = (...cells: Cell[]): Cell[] => [{ text: '行政事业性收费' }, ...cells];
const text = (...texts: string[]): Cell[] => texts.map((one) => ({ text: one }));

/** How sure the two values of 行政事业性收费 are, in the form of 2019, as a web page. */
function fees(...cells: Cell[]): unknown[] {
  const page = readHtml(htmlFile([...preamble, titles[0], [heads, row(...cells)], titles[1]]));
  return trustsIn(parseReport(page), 'disclosures.fees.');
}
const trustsIn = ({ cells }: Report, row: string) =>
  Object.entries(cells).flatMap(([address, { raw, trust }]) => (address.startsWith(row) ? [`${raw} ${trust}`] : []));

test('values under their heads are sure', () => {
  expect(fees(...text('3', '+1', ''))).toEqual(['3 high', '+1 high']);
  expect(fees({ text: '3' }, { text: '+1', columns: 2 })).toEqual(['3 high', '+1 high']);
});

test('a row with two labels before its value is no head of the row below', () => {
  const rows = [
    ['信息内容', '', '项目数量', '增减'],
    ['其他行政', '管理事项', '7', ''],
    ['行政收费', '', '3', '1'],
  ];
  const cells = rows.flatMap((row, r) => row.map((text, c) => ({ text, r0: r, r1: r, c0: c, c1: c, place: {} })));
  expect([...rowsOffHeads({ cells, rows: 3, columns: 4, source: 'html', place: {} })]).toEqual([]);
});

test('a value under no head: one before it may be one too many', () => {
  expect(fees(...text('', '1', '5'))).toEqual(['1 low', '5 low']);
});

test('one cell under two heads: nothing tells which of them it is of', () => {
  expect(fees({ text: '0', columns: 2 }, { text: '' })).toEqual(['0 low', ' low']);
});

test('a blank cell too many at the end of a row is none of the room between columns', () => {
  const rows = [
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '1', '', '12'],
    ['行政规范性文件', '5', '75', '2543', ''],
  ];
  const lines = rows.map((cells) => cells.map((cell) => `${cell}\t`).join('\t'));
  const report = parseReport(readText(Buffer.from([...preamble, titles[0], ...lines, titles[1]].join('\n'))));
  expect(trustsIn(report, 'disclosures.normativeDocuments.')).toEqual(['5 low', '75 low', '2543 low']);
});
