import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/parsing/intake/read-document.ts';
import { sourceFile } from '../../src/parsing/intake/source-file.ts';
import { parseReport } from '../../src/parsing/parse-report.ts';
import type { Report } from '../../src/report/report.ts';
import { type Block, htmlFile, markdownFile, pageFile, sheetFile, wordFile } from '../documents/report-files.ts';
import { disputeTable, tablesOf } from './tables/printed-pages.ts';
import { distinctFigures, ending, type Figures, partsOf, preamble, titles } from './tables/printed-report.ts';

/** Of 2023, as the title of the report says, and of the year before. */
const own = distinctFigures('2021', 101);
const earlier = distinctFigures('2021', 3001);
const old = tablesOf(partsOf('2019', distinctFigures('2019', 5001)));
const printed = (figures: Figures) => {
  const parts = partsOf('2021', figures);
  const [disclosures, applications] = tablesOf(parts);
  return [disclosures, applications, disputeTable(parts)] as const;
};
const [two, three, four] = printed(own);
const [two22, three22, four22] = printed(earlier);

const read = async (blocks: readonly Block[], make: (blocks: readonly Block[]) => Buffer | Promise<Buffer>) =>
  parseReport(await readDocument(sourceFile('report', await make(blocks))));
const rawOf = (report: Report) =>
  Object.fromEntries(Object.entries(report.cells).map(([address, { raw }]) => [address, raw.trim()]));
const doubtedIn = (report: Report) =>
  new Set(
    Object.entries(report.cells).flatMap(([address, { trust }]) => (trust === 'low' ? [address.split('.')[0]] : [])),
  );
const framed = (second: readonly Block[], third: readonly Block[], fourth: readonly Block[], last: Block[] = []) => [
  ...preamble,
  titles[0],
  ...second,
  titles[1],
  ...third,
  titles[2],
  ...fourth,
  ...ending,
  ...last,
];

const layouts: Record<string, Block[]> = {
  'each below the report’s own': framed(
    [two, '2022年度主动公开政府信息情况', two22],
    [three, '2022年度收到和处理政府信息公开申请情况（对比）', three22],
    [four, '附：上年度数据', four22],
  ),
  'each above the report’s own': framed(
    ['2022年度主动公开政府信息情况', two22, '2023年度主动公开政府信息情况', two],
    ['2022年度：', three22, '2023年度：', three],
    ['2022年度：', four22, '2023年度：', four],
  ),
  'with the year in a row of the table': framed(
    [two],
    [
      [[{ text: '2022年度', columns: 10 }], ...three22],
      [[{ text: '2023年度', columns: 10 }], ...three],
    ],
    [four],
  ),
  'of two years, one of them in the form of 2019': framed(
    [two],
    [three, '2022年度（对比）', three22, '2020年度（对比）', old[1]],
    [four],
  ),
  'in an appendix with the titles of the sections': framed(
    [two],
    [three],
    [four],
    ['附件：2022年度数据', titles[0], two22, titles[1], three22, titles[2], four22],
  ),
  'in an appendix, the same tables again': framed([two], [three], [four], ['附表', two, three, four]),
};
const formats = {
  'web page': (blocks: readonly Block[]) => htmlFile(blocks),
  Markdown: markdownFile,
  Word: wordFile,
  sheet: sheetFile,
  'PDF with borders': (blocks: readonly Block[]) => pageFile(blocks, 'ruled'),
  'PDF without borders': (blocks: readonly Block[]) => pageFile(blocks, 'bare'),
};

describe.each(Object.entries(formats))('%s with tables of other years beside its own', (_, make) => {
  test.each(Object.entries(layouts))('%s', async (_, blocks) => {
    const report = await read(blocks, make);
    expect(rawOf(report)).toEqual(own);
    expect([...doubtedIn(report)]).toEqual([]);
  });

  test.each([
    ['nothing said of the year', [three22, '续表', three]],
    ['both years in one caption', [three, '2022年度与2023年度对比', three22]],
    ['the caption below its table', [three22, '（上表为2022年度数据）', three]],
  ] as const)('%s: the table is doubted, the others are not', async (_, third) => {
    const report = await read(framed([two], third, [four]), make);
    expect([...doubtedIn(report)]).toEqual(['applications']);
  });
});

test('what was left out is told by its caption', async () => {
  const blocks = framed([two], [three, '2022年度收到和处理政府信息公开申请情况（对比）', three22], [four]);
  const { tables } = await read(blocks, markdownFile);
  expect(tables.applications?.ofOtherYears?.map(({ text }) => text)).toEqual([
    '2022年度收到和处理政府信息公开申请情况（对比）',
  ]);
  expect(tables.disputes?.ofOtherYears).toBeUndefined();
});

describe('two reports in one file are refused', () => {
  const second = [titles[0], two22, titles[1], three22, titles[2], four22, ...ending];
  test.each([
    ['another year of the bureau', [preamble[0]!.replace('2023', '2022'), ...preamble.slice(1)]],
    ['another bureau, section one lost', ['示例县教育局2023年政府信息公开工作年度报告']],
    ['the second without a title', preamble.slice(1)],
  ])('%s', async (_, before) => {
    const blocks = [...framed([two], [three], [four]), ...before, ...second];
    await expect(read(blocks, htmlFile)).rejects.toThrow(expect.objectContaining({ code: 'E-SEVERAL-REPORTS' }));
  });
});
