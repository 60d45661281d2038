import { expect, test } from 'vitest';
import { readText } from '../../../src/parsing/readers/text.ts';

const read = (text: string) => readText(Buffer.from(text));

test('every printed line is kept and numbered, empty ones too', () => {
  const { lines } = read('一、总体情况\r\n\r\n行政处罚\t44\n');
  expect(lines).toEqual([
    { text: '一、总体情况', place: { line: 1 } },
    { text: '', place: { line: 2 } },
    { text: '行政处罚\t44', place: { line: 3 } },
    { text: '', place: { line: 4 } },
  ]);
});

test('a table of pipes is a grid with the lines it stands on', () => {
  const { lines, grids } = read(
    '二、主动公开\n| 信息内容 | 本年制发件数 |\n|---|:-:|\n| **规章** |  |\n| 规范性文件 | - |\n完',
  );
  expect(grids).toHaveLength(1);
  expect(grids[0]).toMatchObject({ rows: 3, columns: 2, source: 'pipe', place: { line: 2 } });
  expect(grids[0]!.cells.map(({ text, r0, c0, place }) => [text, r0, c0, place.line])).toEqual([
    ['信息内容', 0, 0, 2],
    ['本年制发件数', 0, 1, 2],
    ['规章', 1, 0, 4],
    ['', 1, 1, 4],
    ['规范性文件', 2, 0, 5],
    ['-', 2, 1, 5],
  ]);
  expect(lines.map((line) => [line.text, line.grid])).toContainEqual(['规章\t', 0]);
  expect(lines.at(-1)).toEqual({ text: '完', place: { line: 6 } });
});

test('a row of dashes only is data unless it stands below a head', () => {
  const { grids } = read('| 行政复议 | 行政诉讼 |\n|---|---|\n| - | - |');
  expect(grids[0]!.cells.filter((cell) => cell.text === '-')).toHaveLength(2);
});

test('a table set as HTML between lines of Markdown is a grid', () => {
  const { lines, grids } = read(
    '# 年报\n\n二、主动公开\n<table><tr><td>规章</td><td></td><td>3</td></tr></table>\n完\n',
  );
  expect(grids[0]!.cells.map((cell) => cell.text)).toEqual(['规章', '', '3']);
  expect(lines.map((line) => [line.text, line.place.line, line.grid])).toEqual([
    ['# 年报', 1, undefined],
    ['', 2, undefined],
    ['二、主动公开', 3, undefined],
    ['规章\t\t3', 4, 0],
    ['完', 5, undefined],
    ['', 6, undefined],
  ]);
});

test('merged cells that a converter printed in each column are one cell again', () => {
  const { grids } = read(
    [
      '|第（六）项|第（六）项|第（六）项|',
      '|信息内容|本年处理决定数量|本年处理决定数量|',
      '|行政处罚|44|44|',
      '|行政强制|5|6|',
    ].join('\n'),
  );
  const rows = [0, 1, 2, 3].map((row) => grids[0]!.cells.filter(({ r0 }) => r0 === row).map(({ text }) => text));
  expect(rows).toEqual([['第（六）项'], ['信息内容', '本年处理决定数量'], ['行政处罚', '44'], ['行政强制', '5', '6']]);
});

test('two equal heads of two columns stay two, and so do equal values under them', () => {
  const { grids } = read('|信息内容|本年新|本年新|\n|规章|3|3|');
  expect(grids[0]!.cells.map(({ text }) => text)).toEqual(['信息内容', '本年新', '本年新', '规章', '3', '3']);
});
