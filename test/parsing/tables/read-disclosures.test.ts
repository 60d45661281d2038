import { expect, test } from 'vitest';
import { parseReport } from '../../../src/parsing/parse-report.ts';
import { readText } from '../../../src/parsing/readers/text.ts';
import { lineRows } from '../../../src/parsing/tables/line-rows.ts';
import { readDisclosures } from '../../../src/parsing/tables/read-disclosures.ts';
import type { ReadTable } from '../../../src/parsing/tables/table-reader.ts';
import type { Address } from '../../../src/report/report.ts';
import { distinctFigures, layouts, printReport } from './printed-report.ts';

const read = (...lines: string[]): ReadTable | null =>
  readDisclosures(lineRows(lines.map((text, at) => ({ text, place: { line: at + 1 } }))), 'text');
const valuesOf = (table: ReadTable | null) =>
  Object.fromEntries(Object.entries(table?.cells ?? {}).map(([address, { value }]) => [address, value]));

const head2019 = '信息内容 上一年项目数量 本年增/减 处理决定数量';

test('a head that lost its columns is of no form that lacks a row under it', () => {
  const table = read('信息内容 处理决定数量', '行政许可 131', '其他对外管理服务事项 136 19 140');
  expect(table?.cells).toEqual({});
  expect(table?.remarks).toHaveLength(2);
});

test('all rows under one head are of one form', () => {
  const table = read(head2019, '行政许可 131', '其他对外管理服务事项 136 +19 140');
  expect(valuesOf(table)).toEqual({
    'disclosures.otherServices.itemsLastYear': 136,
    'disclosures.otherServices.itemsChange': 19,
    'disclosures.otherServices.decisions': 140,
  });
  expect(table?.form).toBe('2019');
});

test('a cell too many behind a blank is doubted where labels stand alone, unless other rows leave their labels room too', () => {
  const head = ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'].join('\t');
  const alone = ['信息内容\t采购项目数量\t采购总金额', '政府集中采购', '58\t52'];
  const row = ['行政处罚', '\t4\t1\t61'];
  expect(read(head, ...row, ...alone)?.doubtful.map((address) => address.split('.')[1])).toEqual(
    Array(3).fill('penalties'),
  );
  expect(read(head, ...row, '行政强制', '\t7\t8\t9')?.doubtful).toEqual([]);
});

test('rows that reach over more cells than they have values are not read by their cells, nor are rows as long', () => {
  const rows = ['规章\t0\t\t515\t\t', '行政规范性文件\t1\t\t2\t\t3'];
  expect(read('信息内容 本年制发件数 本年废止件数 现行有效件数', ...rows)?.cells).toEqual({});
});

test('a row that begins further right than the rows of its kind is doubted, and no other', () => {
  const head = `${head2019.replaceAll(' ', '\t')}\t`;
  const others = ['行政许可\t1\t2\t3\t', '其他对外管理服务事项\t4\t5\t6\t'];
  const late = read(head, ...others, head, '行政处罚\t\t5\t6\t7', '行政强制\t1\t2\t\t');
  expect(late?.doubtful.filter((address) => !address.includes('penalties'))).toEqual([]);
  expect(late?.doubtful.filter((address) => address.includes('penalties'))).toHaveLength(3);
});

test('a block whose damaged head says another form than the clear heads is doubted', () => {
  const table = read(
    '信息内容 本年新制作数量 本年新公开数量 对外公开总数量',
    '规章 1 2 3',
    '信息内容 处理决定数量',
    '行政处罚 4',
  );
  expect(table?.doubtful).toEqual(['disclosures.penalties.decisions']);
});

test('a change printed with a gap is one value; a head in pieces is none', () => {
  const table = read('信息内容 上一年项目数量 本年增 / 减 处理决定数量', '行政许可 131 减 7 134', '行政强制 5 增 2 6');
  expect(valuesOf(table)).toEqual({
    'disclosures.licences.itemsLastYear': 131,
    'disclosures.licences.itemsChange': -7,
    'disclosures.licences.decisions': 134,
    'disclosures.coerciveMeasures.itemsLastYear': 5,
    'disclosures.coerciveMeasures.itemsChange': 2,
    'disclosures.coerciveMeasures.decisions': 6,
  });
});

test('a sign is read where a change is printed and nowhere else', () => {
  const cells = read(head2019, '行政许可 -3 -3 8')?.cells;
  expect(cells?.['disclosures.licences.itemsLastYear']).toMatchObject({ value: null, state: 'unreadable', raw: '-3' });
  expect(cells?.['disclosures.licences.itemsChange']).toMatchObject({ value: -3, state: 'number' });
});

test('a value in a column that cannot hold it leaves its row in doubt', () => {
  const doubtful = (values: string) => read(head2019, `行政许可 ${values}`, '行政强制 5 +2 6')?.doubtful;
  expect(doubtful('21 +19 40')).toEqual([]);
  // the change in another column, its number lost behind its sign, an amount among counts
  for (const values of ['+19 21 40', '40 21 +19', '21 40 1.25'])
    expect([values, doubtful(values)?.length]).toEqual([values, 3]);
  const bars = ['| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |', '| 行政许可 | 21 | + | 1940 |'];
  expect(read(...bars)?.doubtful).toHaveLength(3);
});

test.each([
  ['行政许可 91,57 5', '行政许可 91,575'],
  ['行政许可 2, 146', '行政许可 2,146'],
  ['行政许可2,14 6', '行政许可2,146'],
  ['行政许可：29. 50', '行政许可：2950'],
  ['行政许可 79-71', '行政许可 79'],
])('%s: half a number is none, and no part of the label', (cut, whole) => {
  const sure = (row: string) => {
    const table = read('信息内容 本年处理决定数量', row);
    return Object.entries(table!.cells).filter(
      ([address, { state }]) => state === 'number' && !table!.doubtful.includes(address as Address),
    ).length;
  };
  expect([sure(cut), sure(whole)]).toEqual([0, 1]);
});

test('half a number on a line before the values leaves them in doubt', () => {
  const head = '信息内容 本年收费金额（单位：万元）';
  expect(read(head, '行政事业性收费', '94.', '47')?.doubtful).toEqual(['disclosures.fees.amount']);
  expect(read(head, '行政事业性收费', '94.47')?.doubtful).toEqual([]);
});

test('a row that alone has values in its block, a cell too many and blanks before them, is doubted', () => {
  const doubtful = (values: string) =>
    read('信息内容\t本年制发件数\t本年废止件数\t现行有效件数', '规章', values)?.doubtful.length;
  expect([doubtful('\t\t106\t6'), doubtful('\t\t1066')]).toEqual([3, 0]);
});

test('cells with a stroke between are values, a page of pages is none', () => {
  const head = '信息内容 本年制发件数 本年废止件数 现行有效件数';
  const table = read(head, '规章', '0 / 1680', '3 / 12', '行政规范性文件', '1072 0 1620');
  expect(valuesOf(table)).toMatchObject({
    'disclosures.regulations.made': 0,
    'disclosures.regulations.repealed': null,
    'disclosures.regulations.inForce': 1680,
    'disclosures.normativeDocuments.made': 1072,
  });
});

test('a clear block is not doubted for a unit in its head that is left out or stands in brackets', () => {
  const head2021 = (head: string) =>
    read(
      '信息内容 本年新制作数量 本年新公开数量 对外公开总数量',
      '规章 1 2 3',
      `信息内容 ${head}`,
      '行政事业性收费 4.5',
    );
  for (const head of ['本年收费金额（单位：万元）', '本年收费金额', '本年收费金额 单位万元'])
    expect(head2021(head)?.doubtful, head).toEqual([]);
});

test('the head of the next block between a label and values: the values are not of that label', () => {
  const table = read(
    '信息内容 本年处理决定数量',
    '行政处罚',
    '行政强制',
    '信息内容 本年收费金额（单位：万元）',
    '2',
    '行政事业性收费',
  );
  expect(valuesOf(table)).toEqual({ 'disclosures.fees.amount': 2 });
});

test.each(['values under the label', 'values above the label'])(
  '%s, and any rows of table 二 blank, which cannot be seen: no value stands unmarked in another row',
  (name) => {
    const layout = layouts.find((one) => one.name === name)!;
    const rows = ['regulations', 'normativeDocuments', 'licences', 'penalties', 'coerciveMeasures', 'fees'];
    for (let blank = 0; blank < 2 ** rows.length; blank++) {
      const figures = Object.fromEntries(
        Object.entries(distinctFigures('2021')).map(([address, value]) => {
          const row = rows.indexOf(address.split('.')[1]!);
          return [address, address.startsWith('disclosures.') && (blank >> row) & 1 ? '' : value];
        }),
      );
      const report = parseReport(readText(Buffer.from(printReport('2021', figures, layout))));
      const wrong = Object.entries(report.cells).filter(
        ([address, { value, trust }]) => trust !== 'low' && String(value) !== figures[address],
      );
      expect(wrong, `blank: ${blank.toString(2)}`).toEqual([]);
    }
  },
);

test('values above their labels: one behind the label before, on its line, is marked', () => {
  const layout = layouts.find(({ name }) => name === 'values above the label')!;
  const blank = { ...distinctFigures('2021'), 'disclosures.coerciveMeasures.decisions': '' };
  const text = printReport('2021', blank, layout).replace('行政处罚\n', '行政处罚 4\n');
  const { cells } = parseReport(readText(Buffer.from(text)));
  expect(cells['disclosures.coerciveMeasures.decisions']).toMatchObject({ value: 4, trust: 'low' });
  expect(cells['disclosures.penalties.decisions']).toMatchObject({ trust: 'medium' });
});
