import { expect, test } from 'vitest';
import { parseReport } from '../../src/parsing/parse-report.ts';
import { documentOf } from './text/document-of.ts';

const read = (...lines: string[]) => parseReport(documentOf(...lines));

const parts = [
  '（一）主动公开情况。全年公开信息 34 条。',
  '（二）依申请公开情况。未收到申请。',
  '（三）政府信息管理情况。',
];

test.each([
  ['示例区水务局2023年政府信息公开工作年度报告', '一、总体情况', '全年公开信息 34 条。'],
  ['依据《中华人民共和国政府信息公开条例》第五十条规定，编制本报告。', '一、总体情况', ...parts],
  ['一、总体情况', '本年度，我镇政务公开工作有序推进。', ...parts],
])('the beginning of a report is read, with no section but the first: %s', (...lines) => {
  const report = read(...lines);
  expect(report.cells).toEqual({});
  expect(report.sections.map(({ id }) => id)).toEqual(['overview']);
});

test.each([
  ['关于召开例会的通知', '一、总体情况', '会议周五下午举行。'],
  ['示例区水务局2023年政府信息公开工作年度报告', '附件下载'],
])('what only looks so is refused: %s', (...lines) => {
  expect(() => read(...lines)).toThrow(/E-NOT-A-REPORT/);
});
