import { expect, test } from 'vitest';
import { lineRows } from '../../../src/parsing/tables/line-rows.ts';

const rows = (text: string, count?: number) =>
  lineRows(
    text.split('\n').map((line, at) => ({ text: line, place: { line: at + 1 } })),
    count,
  ).map(({ before, fields }) => [before.join(''), ...fields.map(({ raw }) => raw)]);

test('list marks, dates, page numbers and numbers of a sentence are no values', () => {
  expect(rows('1.属于国家秘密 1 2\n- 4 -\n第 5 页\n2、其他 3 4\n2023 年 1 月收到 8 份申请\nP. 9\n3 、危及 5')).toEqual([
    ['1.属于国家秘密', '1', '2'],
    ['2、其他', '3', '4'],
    ['2023年1月收到8份申请3、危及', '5'],
  ]);
});

test('a colon between label and number hides no number', () => {
  expect(rows('行政许可：107\n行政处罚:107 108')).toEqual([
    ['行政许可：', '107'],
    ['行政处罚:', '107', '108'],
  ]);
});

test('units, notes and signs stay with their number', () => {
  expect(rows('政府集中采购 6 251000元\n行政许可 12 件\n行政处罚 25 -1 减4')).toEqual([
    ['政府集中采购', '6', '251000元'],
    ['行政许可', '12 件'],
    ['行政处罚', '25', '-1', '减4'],
  ]);
});

test('a label in pieces is no placeholder', () => {
  expect(rows('8.属于行政查询事项 1 2 3 4 5 6 21\n无\n法提供\n1.本机关不掌握 0 0 0 0 0 0 0', 7)).toEqual([
    ['8.属于行政查询事项', '1', '2', '3', '4', '5', '6', '21'],
    ['无法提供1.本机关不掌握', '0', '0', '0', '0', '0', '0', '0'],
  ]);
  expect(rows('本年增 / 减 处理决定数量\n行政许可 1 2 3')).toEqual([['本年增/减处理决定数量行政许可', '1', '2', '3']]);
});

test('rows whose label between them is lost come apart only at the ends of lines', () => {
  expect(rows('甲 1 2 3\n4 5 6', 3)).toEqual([
    ['甲', '1', '2', '3'],
    ['', '4', '5', '6'],
  ]);
  expect(rows('甲 1 2\n3 4 5\n6', 3)).toHaveLength(1);
  expect(rows('甲 1 2 3\n4 5', 3)).toEqual([['甲', '1', '2', '3', '4', '5']]);
});

test('a 0 on the line before a row is doubted, unless rows are printed so', () => {
  const row = (label: string, first: string) => `${label} ${first}\n1 0 3 0 0 4`;
  const doubts = (text: string) =>
    lineRows(
      text.split('\n').map((line, at) => ({ text: line, place: { line: at + 1 } })),
      7,
    ).map(({ labelDoubt }) => labelDoubt !== undefined);
  const whole = ['予以公开', '部分公开', '重复申请', '其他处理'].map((label) => `${label} 0 1 0 3 0 0 4`);
  expect(doubts([row('国家秘密', '0'), ...whole].join('\n'))).toEqual([true, false, false, false, false]);
  expect(doubts([row('国家秘密', '2'), ...whole].join('\n'))).toEqual([false, false, false, false, false]);
  expect(doubts(['国家秘密', '重复申请', '其他处理'].map((label) => row(label, '0')).join('\n'))).toEqual([
    false,
    false,
    false,
  ]);
});

test('values one a line: two that share a line are doubted, unless rows are printed so', () => {
  const oneEach = (label: string) => `${label}\n0\n0\n3\n2\n0\n0\n5`;
  const shared = (label: string) => `${label}\n0 3\n0\n2\n0\n0\n5`;
  const doubts = (...printed: string[]) =>
    lineRows(
      printed.flatMap((row) => row.split('\n')).map((line, at) => ({ text: line, place: { line: at + 1 } })),
      7,
    ).map(({ labelDoubt }) => labelDoubt !== undefined);
  expect(doubts(shared('国家秘密'), ...['部分公开', '重复申请', '其他处理'].map(oneEach))).toEqual([
    ...[true, false],
    ...[false, false],
  ]);
  expect(doubts(...['国家秘密', '重复申请', '其他处理'].map(shared))).toEqual([false, false, false]);
});

test('a cell a line: two numbers on one line are one cell that nobody can read', () => {
  const printed = '国家秘密 |\n1 |\n3 0 |\n |\n4 |';
  const lines = printed.split('\n').map((text, at) => ({ text, place: { line: at + 1 } }));
  expect(lineRows(lines, 4)[0]!.fields.map(({ raw, state }) => [raw.trim(), state])).toEqual([
    ['1', 'number'],
    ['3 0', 'unreadable'],
    ['', 'blank'],
    ['4', 'number'],
  ]);
});

test('bars between cells only: a bar at the end stands before a blank cell', () => {
  const fields = (text: string) =>
    lineRows(text.split('\n').map((line, at) => ({ text: line, place: { line: at + 1 } }))).map(
      (row) => row.fields.length,
    );
  expect(fields('国家秘密|1|0|1\n三安全一稳定|0|0|\n重复申请|2|0|2')).toEqual([3, 3, 3]);
  expect(fields('国家秘密|1|0|1|\n三安全一稳定|0|0|0|\n重复申请|2|0|2|')).toEqual([3, 3, 3]);
});
