import { describe, expect, test } from 'vitest';
import { parseReport } from '../../../src/parsing/parse-report.ts';
import { readPdf } from '../../../src/parsing/readers/pdf.ts';
import { applicantColumns } from '../../../src/report/forms/index.ts';
import type { Address } from '../../../src/report/report.ts';
import { pdfFile } from '../../documents/pdf.ts';
import { type Block, pagesOf } from '../../documents/report-files.ts';
import { disputeTable, tablesOf } from '../tables/printed-pages.ts';
import { addingFigures, ending, type Figures, partsOf, preamble, titles } from '../tables/printed-report.ts';

const figures = addingFigures('2021');
function blocksOf(values: Figures, form: '2021' | '2019' = '2021'): Block[] {
  const parts = partsOf(form, values);
  const [disclosures, applications] = tablesOf(parts);
  const tables = [disclosures, applications, disputeTable(parts)];
  return [...preamble, ...tables.flatMap((table, at) => [titles[at]!, table]), ...ending];
}
const linesOf = async (bytes: Buffer) => (await readPdf(bytes)).lines.map(({ text }) => text.replaceAll('\t', ' '));

test('a sheet printed to PDF, long cells behind the whole page: each number in its row, and none wrong unmarked', async () => {
  const report = parseReport(await readPdf(pdfFile(pagesOf(blocksOf(figures), 'sheet'))));
  const cells = (Object.keys(figures) as Address[]).map((address) => ({ address, cell: report.cells[address] }));
  const wrong = cells.filter(({ address, cell }) => cell && cell.trust !== 'low' && cell.raw !== figures[address]);
  expect(wrong).toEqual([]);
  const sure = cells.filter(({ address, cell }) => cell?.trust !== 'low' && address.startsWith('applications.'));
  expect(sure).toHaveLength(175);
  expect(report.bureau).toBe('示例县测试局');
});

test('one long label behind the whole page, its group beside it: its numbers do not go to the blank row above', async () => {
  const blank = /declined\.(?:complaint|repeated|publication|excessive)\./u;
  const all = Object.entries(addingFigures('2019'));
  const values = Object.fromEntries(all.map(([address, value]) => [address, blank.test(address) ? '' : value]));
  const { cells } = parseReport(await readPdf(pdfFile(pagesOf(blocksOf(values, '2019'), 'sheet'))));
  for (const column of applicantColumns) {
    const above = cells[`applications.declined.excessive.${column}` as Address];
    expect(above?.value ?? null).toBeNull();
    const own = `applications.declined.confirmation.${column}` as Address;
    expect(cells[own]).toMatchObject({ value: Number(values[own]), trust: 'medium' });
  }
});

test('numbers set to the right of a sheet stand nearer to the next head: beside blanks none is sure', async () => {
  for (const column of ['made', 'repealed']) {
    const address = `disclosures.regulations.${column}` as Address;
    const values = Object.fromEntries(
      Object.entries(figures).map(([other, value]) => [other, other.startsWith('disclosures.') ? '' : value]),
    );
    const blocks = blocksOf({ ...values, [address]: '1066' });
    const { cells } = parseReport(await readPdf(pdfFile(pagesOf(blocks, 'sheet'))));
    const sure = Object.entries(cells).filter(([, { raw, trust }]) => raw === '1066' && trust !== 'low');
    expect(sure.filter(([other]) => other !== address)).toEqual([]);
  }
});

describe('two numbers in one cell of a sheet stand at its left, between two columns: none of their row is sure', () => {
  const row = ['59', '29', '', '215', '102', '108', '613'];
  const shifted = ['59', '29', '', '215', '102', '108 100', '613'];
  const start = ['', '96 72', '92', '45', '31', '93', '429'];
  const sureIn = async (others: (address: string, value: string) => string, values: readonly string[]) => {
    const own = Object.fromEntries(
      applicantColumns.map((column, at) => [`applications.received.${column}`, values[at]!]),
    );
    const changed = Object.entries(figures).map(([address, value]) => [address, others(address, value)]);
    const blocks = blocksOf({ ...Object.fromEntries(changed), ...own });
    const { cells } = parseReport(await readPdf(pdfFile(pagesOf(blocks, 'sheet'))));
    const received = Object.entries(cells).filter(([address]) => address.startsWith('applications.received.'));
    return received.filter(([address, { raw, trust }]) => trust !== 'low' && raw.trim() !== own[address]).length;
  };

  test.each([
    ['all others full', (_: string, value: string) => value],
    ['few others', (address: string, value: string) => (/granted.*(?:person|total)/u.test(address) ? value : '')],
    ['totals blank', (address: string, value: string) => (address.endsWith('.total') ? '' : value)],
  ])('%s', async (_, others) => {
    for (const values of [row, shifted, start]) expect([values, await sureIn(others, values)]).toEqual([values, 0]);
  });
});

test('numbers that stand at the height of no label printed before them are doubted, also where their order is whole', async () => {
  const pages = pagesOf(blocksOf(figures), 'bare');
  const sure = async () => {
    const { cells } = parseReport(await readPdf(pdfFile(pages)));
    const inRows = Object.entries(cells).filter(([address]) => !address.startsWith('disputes.'));
    return inRows.filter(([, { trust }]) => trust !== 'low').length;
  };
  expect(await sure()).toBe(185);
  for (const { texts } of pages) for (const piece of texts) if (/^\d+$/u.test(piece.text)) piece.y += 24;
  expect(await sure()).toBe(0);
});

const rows = [
  ['行政许可', '12'],
  ['行政处罚', '34'],
  ['行政强制', '56'],
] as const;
const labels = rows.map(([text], at) => ({ text, x: 40, y: 100 + 40 * at }));
const values = rows.map(([, text], at) => ({ text, x: 200, y: 100 + 40 * at }));
const title = { text: '示例县测试局2023年政府信息公开工作年度报告，'.repeat(4), x: 40, y: 50, size: 5 };

test('numbers printed before the words left of them: the page is read line by line', async () => {
  expect((await linesOf(pdfFile([{ texts: [title, ...values, ...labels] }]))).slice(1)).toEqual([
    '行政许可 12',
    '行政处罚 34',
    '行政强制 56',
  ]);
});

test('where one page is out of order, so are all: long text comes back under its heading', async () => {
  const headings = ['五、存在的主要问题及改进情况', '六、其他需要报告的事项'];
  const long = '公开的时效性不足，与群众的互动还不够，将继续加大培训力度。';
  const texts = [
    ...headings.map((text, at) => ({ text, x: 40, y: 100 + 100 * at })),
    { text: long, x: 40, y: 150, size: 8 },
  ];
  const other = { texts };
  expect(await linesOf(pdfFile([{ texts: [title, ...values, ...labels] }, other]))).toEqual(
    expect.arrayContaining([headings[0], long, headings[1]]),
  );
  const order = (lines: string[]) => lines.filter((line) => [...headings, long].includes(line));
  expect(order(await linesOf(pdfFile([other, { texts: [title, ...values, ...labels] }])))).toEqual([
    headings[0],
    long,
    headings[1],
  ]);
  expect(order(await linesOf(pdfFile([other])))).toEqual([...headings, long]);
});

test('small print that begins close under a title is a line of its own', async () => {
  const large = { text: '工作年度报告', x: 40, y: 24, size: 24 };
  const small = { text: '根据条例编制。', x: 40, y: 34, size: 8 };
  const lines = await linesOf(pdfFile([{ texts: [large, small, title, ...values, ...labels] }]));
  expect(lines).toEqual(expect.arrayContaining(['工作年度报告', '根据条例编制。']));
});

test('columns side by side are read one after the other', async () => {
  const column = (x: number, words: string) =>
    [...words].map((sign, at) => ({ text: `${sign.repeat(12)}${at}`, x, y: 60 + 20 * at }));
  const texts = [...column(40, '甲乙丙丁戊'), ...column(300, '子丑寅卯辰')];
  expect(await linesOf(pdfFile([{ texts }]))).toEqual(texts.map(({ text }) => text));
});
