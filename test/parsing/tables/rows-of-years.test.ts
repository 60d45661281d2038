import { expect, test } from 'vitest';
import { parseReport } from '../../../src/parsing/parse-report.ts';
import { readHtml } from '../../../src/parsing/readers/html.ts';
import { readText } from '../../../src/parsing/readers/text.ts';
import { htmlFile } from '../../documents/report-files.ts';
import type { Cell } from './printed-pages.ts';
import { addingFigures, partsOf, preamble, titles } from './printed-report.ts';

const cell = (text: string): Cell => ({ text });
const [own, earlier] = [partsOf('2021', addingFigures('2021', 11)), partsOf('2021', addingFigures('2021', 2011))];

/** Tables 二 and 三 with a row for the year before above each row of the year. */
const tables = (years: readonly [string, string]): Cell[][][] => {
  const both = (label: string, above: readonly string[], below: readonly string[]): Cell[][] => [
    [{ text: label, rows: 2 }, cell(years[0]), ...above.map(cell)],
    [cell(years[1]), ...below.map(cell)],
  ];
  return [
    own.blocks.flatMap((block, b) => [
      [cell(block.head[0]!), cell('年度'), ...block.head.slice(1).map(cell)],
      ...block.rows.flatMap(({ label, values }, r) => both(label, earlier.blocks[b]!.rows[r]!.values, values)),
    ]),
    [
      ['申请人情况', '年度', ...own.head.slice(-7)].map(cell),
      ...own.rows.flatMap(({ groups, label, values }, r) => [
        ...groups.map((group) => [cell(group)]),
        ...both(label, earlier.rows[r]!.values, values),
      ]),
    ],
  ];
};

test.each([[['2022年', '2023年']], [['上年', '本年']]] as const)(
  'a row for each of the years %j: no number stands unmarked',
  (years) => {
    const blocks = [...preamble, ...tables(years).flatMap((table, at) => [titles[at]!, table]), titles[2]];
    const text = blocks.map((block) =>
      typeof block === 'string' ? block : block.map((row) => row.map((one) => one.text).join(' ')).join('\n'),
    );
    for (const document of [readHtml(htmlFile(blocks)), readText(Buffer.from(text.join('\n')))]) {
      const found = Object.values(parseReport(document).cells);
      expect(found.filter(({ state, trust }) => state === 'number' && trust !== 'low')).toEqual([]);
    }
  },
);

test('the year beside every row, the same one, is no doubt', () => {
  const rows = own.rows.map(({ label, values }) => [label, '2023年', ...values].map(cell));
  const blocks = [
    ...preamble,
    titles[1],
    [['申请人情况', '年度', ...own.head.slice(-7)].map(cell), ...rows],
    titles[2],
  ];
  const found = Object.values(parseReport(readHtml(htmlFile(blocks))).cells);
  expect(found.filter(({ trust }) => trust === 'low')).toEqual([]);
  expect(found).toHaveLength(175);
});
