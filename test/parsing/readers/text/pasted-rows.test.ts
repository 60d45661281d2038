import { expect, test } from 'vitest';
import { parseReport } from '../../../../src/parsing/parse-report.ts';
import { pastedRows } from '../../../../src/parsing/readers/text/pasted-rows.ts';
import { readText } from '../../../../src/parsing/readers/text.ts';
import {
  distinctFigures,
  type Figures,
  type Layout,
  layouts,
  printReport,
  type Row,
} from '../../tables/printed-report.ts';

/** How a browser copies a table: lines between cell and tab, between tab and cell, and between rows. */
const pasted = (before: string, after: string, end: string, blank: string): Layout => {
  const line = (cells: readonly string[]): string => cells.map((cell) => cell || blank).join(`${before}\t${after}`);
  const row = ({ groups, label, values }: Row): string => line([...groups, label, ...values]);
  return {
    name: '',
    blanks: true,
    print: ({ blocks, head, rows, disputeHead, disputes }) =>
      [
        '二、主动公开政府信息情况',
        ...blocks.flatMap((block) => [block.item, line(block.head), ...block.rows.map(row)]),
        '三、收到和处理政府信息公开申请情况',
        line(head),
        ...rows.map(row),
        '四、政府信息公开行政复议、行政诉讼情况',
        line(disputeHead),
        line(disputes),
      ].join(end),
  };
};

test.each([
  ['paragraphs in cells', pasted('\n\n', '\n\n', '\n\n\n\n\n', '\u00A0')],
  ['blocks in cells', pasted('\n', '\n', '\n\n\n', '\u00A0')],
  ['blocks in cells, a blank as an empty line', pasted('\n', '\n', '\n\n\n', '\n')],
])('a table copied from a web page is read by its cells: %s', (_, layout) => {
  for (const form of ['2021', '2019'] as const) {
    const figures: Figures = {};
    for (const [at, [address, value]] of Object.entries(distinctFigures(form)).entries())
      figures[address as keyof Figures] = at % 5 === 3 ? '' : value;
    const report = parseReport(readText(Buffer.from(printReport(form, figures, layout))));
    const read = Object.fromEntries(Object.entries(report.cells).map(([address, { raw }]) => [address, raw.trim()]));
    expect(read).toEqual(figures);
  }
});

test('every other text keeps its lines', () => {
  for (const layout of layouts) {
    const texts = printReport('2021', distinctFigures('2021'), layout).split('\n');
    expect(pastedRows(texts, 0)).toEqual(texts.map((text, line) => ({ text, line })));
  }
});

test('a row begins on the line of its first cell', () => {
  const texts = ['规章', ...Array(9).fill(['\t', '0']).flat(), '', '', '行政规范性文件', '\t', '3'];
  expect(pastedRows(texts, 40)).toEqual([
    { text: `规章${'\t0'.repeat(9)}`, line: 40 },
    { text: '行政规范性文件\t3', line: 61 },
  ]);
});

test('hundreds of thousands of lines with nothing but a tab', () => {
  expect(pastedRows(Array(300_000).fill('\t'), 0)).toHaveLength(1);
});
