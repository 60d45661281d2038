import { expect, test } from 'vitest';
import { parseReport } from '../../../src/parsing/parse-report.ts';
import { readText } from '../../../src/parsing/readers/text.ts';
import { applicantColumns } from '../../../src/report/forms/index.ts';
import type { Address, Report } from '../../../src/report/report.ts';
import { distinctFigures, type Figures, layouts, partsOf, printReport } from './printed-report.ts';

const figures = distinctFigures('2021', 101);
const printed = (name: string, values: Figures = figures): string =>
  printReport('2021', values, layouts.find((layout) => layout.name === name)!);
const read = (text: string): Report => parseReport(readText(Buffer.from(text)));

/** Numbers that stand in a wrong cell without anything that says so. */
const silent = (report: Report): string[] =>
  (Object.keys(report.cells) as Address[]).filter((address) => {
    const { state, trust, value } = report.cells[address]!;
    return state === 'number' && trust !== 'low' && value !== Number(figures[address]);
  });
const trusted = (report: Report, table: string): number =>
  Object.entries(report.cells).filter(([address, cell]) => address.startsWith(table) && cell.trust !== 'low').length;
const swap = (text: string, a: string, b: string): string =>
  text.replaceAll(a, '\u0001').replaceAll(b, a).replaceAll('\u0001', b);

test.each([
  ['applications', '科研机构', '社会公益组织'],
  ['disputes', '未经复议直接起诉', '复议后起诉'],
  ['disputes', '结果维持', '结果纠正'],
])('%s: columns in another order, %s and %s, are doubted', (table, a, b) => {
  expect(trusted(read(printed('lines')), table)).toBeGreaterThan(10);
  expect(trusted(read(swap(printed('lines'), a, b)), table)).toBe(0);
});

test('法人或其他组织 misprinted over the columns is no column in another order', () => {
  expect(trusted(read(printed('lines').replace('法人或其他组织', '法人或其他组只')), 'applications')).toBe(175);
  expect(trusted(read(swap(printed('lines'), '法律服务机构', ' 其他 ')), 'applications')).toBe(0);
});

test('table 2: columns in another order are doubted in their block alone', () => {
  const report = read(swap(printed('lines'), '本年制发件数', '本年废止件数'));
  expect(trusted(report, 'disclosures.regulations')).toBe(0);
  expect(trusted(report, 'disclosures.licences')).toBe(1);
});

test('one column of a table that is cut off at the edge of the page: its head 总计 is not the row 总计', () => {
  const [before, rest] = printed('lines').split('三、收到和处理政府信息公开申请情况');
  const [, after] = rest!.split('四、政府信息公开');
  const column = `三、收到和处理政府信息公开申请情况\n总\n计\n1\n1\n0\n6\n9\n2\n4`;
  const report = read(`${before}${column}\n四、政府信息公开${after}`);
  expect(report.cells['applications.concluded.person']).toMatchObject({ value: 1, trust: 'low' });
  expect(trusted(report, 'applications')).toBe(0);
  expect(trusted(report, 'disputes')).toBe(15);
});

test('a column of sums beside those of the form leaves nothing trusted', () => {
  const wider = printed('Markdown rows').replace('其他 | 总计 |', '其他 | 小计 | 总计 |');
  const blanks = { ...figures, 'applications.received.person': '' };
  for (const text of [wider, wider.replace('| 111 | 112 ', '|  | 112 '), printed('Markdown rows', blanks)])
    expect(silent(read(text))).toEqual([]);
  expect(trusted(read(wider), 'applications')).toBe(0);
});

test('a row that begins a column later than all others, and does not add up, is doubted', () => {
  const row = 'applications.denied.internal';
  const widened = (values: Figures, first: string): string =>
    printed('Markdown rows', values)
      .split('\n')
      .map((line) => (line.includes(`| ${first} |`) ? line.replace(`| ${first} |`, `|  | ${first} |`) : `${line} |`))
      .map((line) => (line.startsWith('|') ? line : line.replace(/ \|$/u, '')))
      .join('\n');
  const signs = { ...figures, [`${row}.person`]: '9999', [`${row}.business`]: '/' } as Figures;
  const { cells } = read(widened(signs, '9999'));
  const trusts = applicantColumns.map((column) => cells[`${row}.${column}` as Address]?.trust ?? 'low');
  expect(new Set(trusts)).toEqual(new Set(['low']));
  expect(trusted(read(widened(signs, 'none')), row)).toBe(7);
});

test('a row that begins a column earlier than others holds all of its values', () => {
  const padded = (line: string) => (line.startsWith('|') ? line.replace(/^(\|[^|]*)\|/u, '$1|  |') : line);
  const row = 'applications.denied.internal';
  const zeros = Object.keys(figures).filter((address) => address.startsWith(row));
  const values = { ...figures, ...Object.fromEntries(zeros.map((address) => [address, '0'])) };
  const lines = printed('Markdown rows', values).split('\n');
  const text = lines.map((line) => (line.includes('三类内部事务') ? `${line} |` : padded(line))).join('\n');
  expect(trusted(read(text), row)).toBe(7);
});

test('where most rows of cells lack a value, a whole row of zeros is doubted, and one that adds up is not', () => {
  const [zeros, sum] = ['applications.denied.internal', 'applications.denied.enforcementFile'];
  const values = Object.entries(figures).map(([address, value]) => {
    if (address.startsWith(zeros)) return [address, '0'];
    if (address.startsWith(sum)) return [address, address.endsWith('total') ? '6' : '1'];
    return [address, value];
  });
  const whole = printed('Markdown rows', Object.fromEntries(values));
  const isOther = (line: string) => !/三类内部事务|行政执法案卷|自然人/u.test(line);
  const lines = whole.split('\n').map((line) => (isOther(line) ? line.replace(/ \d+ \|$/u, '') : line));
  const report = read(lines.join('\n'));
  expect(trusted(report, zeros)).toBe(0);
  expect(trusted(report, sum)).toBe(7);
});

test('the table printed twice with different values is doubted', () => {
  const text = printed('lines');
  const from = text.indexOf('一、本年新收');
  const table = text.slice(from, text.indexOf('四、政府信息公开行政复议'));
  const other = table.replace(/\d{3}/gu, (number) => String(Number(number) + 500));
  const report = read(text.slice(0, from) + other + text.slice(from));
  expect(silent(report)).toEqual([]);
});

test('values above labels whose list marks stand alone are not taken for those of the label before', () => {
  const text = printed('values above the label')
    .replace(/^(\d)\./gmu, '$1 . ')
    .replace(/^（(.)）/gmu, '（ $1 ） ');
  expect(silent(read(text))).toEqual([]);
});

test('among values above their labels, rows below their own label and a torn one leave nothing wrong trusted', () => {
  const lines = printed('values above the label').split('\n');
  const { rows } = partsOf('2021', figures);
  for (const [k, { label }] of rows.slice(0, -3).entries()) {
    const [one, two, torn] = rows.slice(k, k + 3) as [(typeof rows)[0], (typeof rows)[0], (typeof rows)[0]];
    const from = lines.lastIndexOf(label) - 1;
    const half = Math.ceil(torn.label.length / 2);
    const mixed = [
      ...[one, two].flatMap((row) => [row.label, row.values.join('\n')]),
      torn.label.slice(0, half),
      torn.values.slice(-2).join(' '),
      `${torn.label.slice(half)} ${torn.values.slice(0, 5).join(' ')}`,
    ];
    const text = [...lines.slice(0, from), ...mixed, ...lines.slice(lines.lastIndexOf(torn.label) + 1)].join('\n');
    expect([label, silent(read(text))]).toEqual([label, []]);
  }
});

test('a line made of halves of two rows is doubted where it does not add up', () => {
  const lines = printed('lines').split('\n');
  const { rows } = partsOf('2021', figures);
  for (const [k, upper] of rows.slice(2, -3).entries()) {
    const lower = rows[k + 3]!;
    const [from, to] = [upper, lower].map(({ label }) => lines.findLastIndex((line) => line.startsWith(label)));
    const torn = [
      `${upper.label} ${upper.values.slice(0, 3).join(' ')}`,
      `${lower.label} ${[...lower.values.slice(0, 3), ...upper.values.slice(3)].join(' ')}`,
      `度办理结 ${lower.values.slice(3).join(' ')}`,
    ];
    const text = [...lines.slice(0, from), ...torn, ...lines.slice(to! + 1)].join('\n');
    expect([upper.label, silent(read(text))]).toEqual([upper.label, []]);
  }
});

test('a quantity written in words keeps its cell and is no number', () => {
  for (const word of ['零', '〇', 'O', '一百一十二', '约112', '112次', '0.0112万', '近百件', '同上']) {
    const report = read(printed('Markdown rows').replace('| 112 |', `| ${word} |`));
    expect(silent(report)).toEqual([]);
    expect(Object.values(report.cells).filter(({ raw }) => raw.trim() === word)).toMatchObject([
      { value: null, state: 'unreadable' },
    ]);
  }
});

test('a note in brackets goes with its number, also with blanks in it', () => {
  const report = read(printed('lines').replace(' 112 ', ' 112 （其中 3 件） '));
  const noted = Object.values(report.cells).filter(({ raw }) => raw.startsWith('112'));
  expect(noted).toMatchObject([{ value: 112, state: 'number' }]);
  expect(Object.keys(report.cells)).toHaveLength(200);
});

test('the unit of money is kept as the heads print it', () => {
  const unitOf = (text: string) => read(text).tables.disclosures?.feesIn;
  for (const { name } of layouts) expect([name, unitOf(printed(name))]).toEqual([name, '万元']);
  expect(unitOf(printed('lines').replaceAll('万元', '元'))).toBe('元');
});

test('总计 before the other heads: the first column, unless the rows add up to the last', () => {
  const text = swap(printed('Markdown rows'), '自然人 |', '总计 |');
  expect(trusted(read(text), 'applications')).toBe(0);
  const added = Object.fromEntries(
    Object.entries(figures).map(([address, value]) => [
      address,
      !address.startsWith('applications.') ? value : address.endsWith('.total') ? '6' : '1',
    ]),
  );
  const above = printed('Markdown rows', added).replace('申请人情况 |', '申请人情况 | 总计 |');
  expect(trusted(read(above), 'applications')).toBe(175);
});

/** Numbers unmarked in a cell where nothing or another number is printed. */
const unmarked = (report: Report, values: Figures): string[] =>
  Object.entries(report.cells).flatMap(([address, { value, trust }]) =>
    value !== null && trust !== 'low' && String(value) !== values[address as Address] ? [address] : [],
  );
const without = (form: '2019' | '2021', ...rows: string[]): Figures =>
  Object.fromEntries(
    Object.entries(distinctFigures(form, 101)).map(([address, value]) => [
      address,
      rows.includes(address.slice(0, address.lastIndexOf('.'))) ? '' : value,
    ]),
  );

test('rows of 其他处理 left blank do not make the form of 2021 that of 2019', () => {
  const values = without('2021', 'applications.other.unpaid', 'applications.other.other');
  const report = read(printed('labels cut by their values', values));
  expect(report.forms.applications).toBe('2021');
  expect(unmarked(report, values)).toEqual([]);
});

test.each([
  ['2019', 'applications.other', '（七）总计', '（七）X计'],
  ['2021', 'disclosures.penalties', '行政强制', '行攻强刮'],
] as const)(
  'form of %s, %s blank and the label behind it, %s, misprinted: nothing unmarked',
  (form, row, label, misprint) => {
    const values = without(form, row);
    const layout = layouts.find(({ name }) => name === 'lines')!;
    expect(unmarked(read(printReport(form, values, layout).replace(label, misprint)), values)).toEqual([]);
  },
);

test('numbers of recognised text are all in doubt, but for those that sums prove', () => {
  const report = parseReport({ ...readText(Buffer.from(printed('lines'))), recognised: true });
  expect(trusted(report, 'disclosures')).toBe(0);
  expect(Object.values(report.cells).filter(({ trust }) => trust === 'high')).toEqual([]);
});

/** Figures whose rows add up, so that a sum proves any seven of them in order. */
const added: Figures = Object.fromEntries(
  Object.keys(figures).map((address, at) => {
    const row = Math.floor((at - 10) / 7) + 1;
    const values = [row, 2 * row, 0, 3, 0, 1, 3 * row + 4];
    return [
      address,
      address.startsWith('applications.') ? String(values[(at - 10) % 7]) : figures[address as Address]!,
    ];
  }),
);
const wrongOnes = (report: Report): string[] =>
  Object.entries(report.cells).flatMap(([address, { value, trust }]) =>
    trust !== 'low' && value !== Number(added[address as Address]) ? [address] : [],
  );

test.each(['lines', 'Markdown rows', 'tabs with merged cells'])('%s: rows in another order are doubted', (name) => {
  const lines = printed(name, added).split('\n');
  const at = lines.findIndex((line) => line.includes('一、本年新收'));
  lines.splice(at, 2, lines[at + 1]!, lines[at]!);
  expect(wrongOnes(read(lines.join('\n')))).toEqual([]);
});

test('of two rows without words between none is sure, though both add up', () => {
  const text = printed('values under the label', added);
  const next = '3.要求提供公开出版物\n';
  const moved = text.replace(next, '').replace('2.重复申请\n', `2.重复申请\n${next}`);
  expect(moved).not.toBe(text);
  expect(wrongOnes(read(moved))).toEqual([]);
});

test('bars that mark rows are no blank cells, also where no cell is blank', () => {
  const text = printed('a cell a line with a bar behind, rows marked', added);
  for (const lost of ['101 |\n', `\n${added['disputes.reconsideration.pending']} |`])
    expect(wrongOnes(read(text.replace(lost, '\n')))).toEqual([]);
});

test('a cell lost before a blank one behind the values leaves the row in doubt', () => {
  const heads = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
  const row = (label: string, values: string): string => `| ${label} | ${values} |  |`;
  const upright = (second: string): string =>
    `| 类别 | ${heads} | |\n${row('行政复议', '1 | 2 | 3 | 4 | 10')}\n${row('未经复议直接起诉', second)}\n${row('复议后起诉', '0 | 1 | 0 | 0 | 1')}\n`;
  const text = printed('Markdown rows');
  const from = text.indexOf('四、政府信息公开行政复议');
  const disputes = (second: string): string =>
    `${text.slice(0, text.indexOf('\n', from) + 1)}${upright(second)}${text.slice(text.indexOf('五、存在'))}`;
  expect(trusted(read(disputes('5 | 0 | 0 | 1 | 6')), 'disputes')).toBe(15);
  expect(trusted(read(disputes('5 | 0 | 1 | 6')), 'disputes.litigation.')).toBe(0);
});

test('table 4 ends in a blank, and one part has a total where another counts without: its values may have moved', () => {
  const own = Object.keys(figures).filter((address) => address.startsWith('disputes.'));
  const row = (values: string): Report =>
    read(
      printed('Markdown rows', { ...figures, ...Object.fromEntries(values.split('|').map((v, at) => [own[at], v])) }),
    );
  expect(trusted(row('|5||49||||4|4|8|||11|19|'), 'disputes')).toBe(0);
  // A 2 is lost before the zeros, and the first part adds up again.
  expect(trusted(row('|0|0|2|2||2||4||0|0|0|0|'), 'disputes')).toBe(0);
  expect(trusted(row('|||||||4|4|8||||||'.slice(0, -1)), 'disputes')).toBe(15);
  expect(trusted(row('|5||49||||4|4|||11|19||'.slice(0, -1)), 'disputes')).toBe(15);
});

test('table 4 in three rows with blank cells, one of them without a value', () => {
  const rows = ['行政复议 |  | 3 |  |  | ', '未经复议直接起诉 |  |  |  |  | ', '复议后起诉 |  |  | 1 |  | '];
  const text = printed('Markdown rows');
  const table = ['类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计', ...rows]
    .map((row) => `| ${row} |`)
    .join('\n');
  const from = text.indexOf('\n', text.indexOf('四、政府信息公开行政复议')) + 1;
  const report = read(`${text.slice(0, from)}${table}\n${text.slice(text.indexOf('五、存在'))}`);
  const cells = Object.entries(report.cells).filter(([address]) => address.startsWith('disputes.'));
  expect(cells).toHaveLength(15);
  expect(cells.flatMap(([address, { value }]) => (value === null ? [] : [[address, value]]))).toEqual([
    ['disputes.reconsideration.corrected', 3],
    ['disputes.litigationAfterReconsideration.other', 1],
  ]);
});

test('a blank last column that the head names is not doubted where every row has a cell for it', () => {
  const totals = (address: string): boolean => address.startsWith('applications.') && address.endsWith('.total');
  const values = Object.fromEntries(
    Object.entries(figures).map(([address, value]) => [address, totals(address) ? '' : value]),
  );
  const text = printed('Markdown rows', values);
  expect(trusted(read(text), 'applications')).toBe(175);
  // Without its head the column may be any.
  expect(trusted(read(text.replace('社会公益组织 |', '')), 'applications')).toBe(0);
});

test('a cell too many in a row of zeros whose total is blank: zeros prove nothing', () => {
  const values = Object.fromEntries(
    Object.entries(figures).map(([address, value]) => [
      address,
      !address.startsWith('applications.') ? value : address.endsWith('.total') ? '' : '0',
    ]),
  );
  const text = printed('Markdown rows', values).replace('重复申请 |', '重复申请 | 0 |');
  expect(unmarked(read(text), values)).toEqual([]);
});

test('table 2: a cell doubled behind a blank one is doubted', () => {
  const text = printed('Markdown rows, merged cells as blanks', { ...figures, 'disclosures.regulations.made': '' });
  expect(silent(read(text))).toEqual([]);
  for (const cell of ['| 102 ', '| 103 ']) expect(silent(read(text.replace(cell, cell + cell)))).toEqual([]);
});

const withDisputes = (values: string): string => {
  const text = printed('Markdown rows');
  const from = text.lastIndexOf('|', text.lastIndexOf('|', text.indexOf('五、存在')) - 1);
  const line = text.lastIndexOf('\n', from) + 1;
  return `${text.slice(0, line)}| ${values} |\n${text.slice(text.indexOf('五、存在'))}`;
};

test('table 4: a last value that alone is blank leaves blocks in doubt that do not add up', () => {
  const first = 'disputes.reconsideration.';
  const row = (values: string): Report => read(withDisputes(values));
  expect(trusted(row('1 | / | 0 | 1 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0'), first)).toBe(5);
  expect(trusted(row('1 | / | 1 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | '), first)).toBe(0);
});

test('table 4: a part that adds up proves nothing where those behind it do with their values a cell further left', () => {
  const parts = (values: string): number[] => {
    const report = read(withDisputes(values));
    return ['reconsideration', 'litigation.', 'litigationAfter'].map((row) => trusted(report, `disputes.${row}`));
  };
  // 407 was lost before 444, and 37 and 444 come to the 481 behind them.
  expect(parts('0 | 0 | 74 | 444 | 518 | 0 | 37 | 0 | 444 | 481 | 148 | 444 | 444 | 1517 | ')).toEqual([5, 0, 0]);
  expect(parts('0 | 0 | 74 | 444 | 518 | 0 | 37 | 0 | 444 | 481 | 148 | 444 | 444 | 1036 | ')).toEqual([5, 5, 0]);
  // 24 was lost before 12, among blanks
  expect(parts(' | 7 | 5 | 0 | 12 | 0 | 12 |  | 0 | 12 | 2 | 0 |  | 14 | ')).toEqual([0, 0, 0]);
  expect(parts(' | 7 | 5 | 0 | 12 | 0 | 12 |  | 0 | 12 | 2 | 0 |  | 15 | ')).toEqual([5, 5, 5]);
});

test('table 4: blanks among the values, the last one too, and two values run together leave the row in doubt', () => {
  const row = (values: string): number => trusted(read(withDisputes(values)), 'disputes');
  expect(row('0 | 4 | / | 0 | 4 | 7 | / | / | / | 7 |  | / | 5 | - | ')).toBe(15);
  // 4 and 7, 0 and 9, / and 0 have become one, and what stands behind them has moved up.
  expect(row('0 | 4 | / | 0 | 47 | / | / | / | 7 |  | / | 5 | - | 5 | ')).toBe(0);
  expect(row('0 | 09 | 0 |  | 9 | 0 | 0 | 0 |  | 0 | 0 | 8 | 4 |  | ')).toBe(0);
  expect(row(' | / | 0 | /0 | 7 | 0 | - | 6 | 13 |  | - | / | 0 | - | ')).toBe(0);
});

test('table 3 without totals: a zero run together with the next value leaves its row in doubt', () => {
  const values = Object.fromEntries(
    Object.entries(figures).map(([address, value]) => [address, address.endsWith('.total') ? '' : value]),
  );
  const row = (column: string): string => values[`applications.carriedOut.${column}`]!;
  const text = printed('Markdown rows', values);
  const [zero, person, business] = ['| 0 |', `| ${row('person')} |`, ` ${row('business')} |`];
  const bare = text.replace(person, zero);
  const together = text.replace(person + business, `| 0${row('business')} |`).replace(/(四、结转[^\n]*)\|/u, '$1|  |');
  expect(trusted(read(bare), 'applications.carriedOut')).toBe(7);
  expect(trusted(read(together), 'applications.carriedOut')).toBe(0);
});

test('table 2: a number broken over two lines of a table with bars leaves its row in doubt', () => {
  for (const name of ['Markdown rows', 'bars behind cells']) {
    const text = printed(name);
    const broken = text.replace(' 107 |', ' 10\n7 |');
    expect(broken).not.toBe(text);
    expect(silent(read(broken)), name).toEqual([]);
  }
});

test('blanks on either side of a row are not told by rows whose label stands in another column', () => {
  const bare = new Set(['person', 'total'].map((column) => `applications.carriedIn.${column}`));
  const keep = /^applications\.(?:denied|declined)\./u;
  const values = Object.fromEntries(
    Object.entries(figures).map(([address, value]) => [
      address,
      bare.has(address) || (!keep.test(address) && /^applications\.(?!carriedIn)/u.test(address)) ? '' : value,
    ]),
  );
  expect(unmarked(read(printed('tabs with merged cells', values)), values)).toEqual([]);
});

test.each([
  ['rows of nothing', ['granted', 'denied.internal', 'other', 'carriedOut'], []],
  ['blanks in most rows', ['carriedOut'], ['person', 'research', 'legal']],
])('values under their label, %s not printed: no row is taken for the next one', (_, rows, columns) => {
  const sides = [160, 101, 84, 66, 16, 36, 463].map(String);
  const values = Object.fromEntries(
    Object.keys(distinctFigures('2019', 101)).map((address, at) => {
      const [table, column] = [address.slice(0, address.indexOf('.')), address.slice(address.lastIndexOf('.') + 1)];
      const row = address.slice(table.length + 1, address.lastIndexOf('.'));
      if (table !== 'applications') return [address, String(at + 11)];
      if (row === 'received' || row === 'concluded') return [address, sides[(at - 22) % 7]!];
      return [
        address,
        rows.includes(row) || columns.includes(column) ? '' : row === 'carriedIn' ? '3' : String(at % 4),
      ];
    }),
  );
  for (const name of ['values under the label', 'labels wrapped, values under them']) {
    const layout = layouts.find((one) => one.name === name)!;
    expect(unmarked(read(printReport('2019', values, layout)), values)).toEqual([]);
  }
});

test('a number that begins with 0 is doubted: a zero ran together with the number behind it', () => {
  for (const name of ['lines', 'Markdown rows', 'text of a PDF']) {
    const text = printed(name);
    const cells = Object.values(read(text.replace(/(?<!\d)112(?!\d)/u, '012')).cells);
    expect(cells.filter(({ raw }) => raw.trim() === '012')).toMatchObject([{ value: 12, trust: 'low' }]);
  }
});

test('table 2: a number in two cells, the second of which begins with 0, is doubted as a whole', () => {
  const split = read(printed('lines').replace('102 103', '15 08'));
  expect(split.cells['disclosures.regulations.repealed']).toMatchObject({ value: 15, trust: 'low' });
  expect(trusted(split, 'disclosures')).toBe(7);
});

test('table 2: a row short of a value that does not show where leaves the others in doubt', () => {
  expect(trusted(read(printed('lines')), 'disclosures')).toBe(10);
  // The number of one row has come into another one, whose blank was not seen.
  expect(trusted(read(printed('lines').replace(' 101 ', ' ')), 'disclosures')).toBe(0);
  const bare = printed('Markdown rows', { ...figures, 'disclosures.regulations.made': '' });
  expect(trusted(read(bare), 'disclosures')).toBe(10);
});

test('table 4: zeros do not prove a row that has a cell too many', () => {
  const text = printed('Markdown rows, merged cells as blanks');
  const line = text.split('\n').find((one) => one.includes(` ${figures['disputes.reconsideration.upheld']} |`))!;
  const values = (cells: string): string => text.replace(line, `| ${cells} |`);
  const zeros = Array<string>(13).fill('0').join(' | ');
  expect(trusted(read(values(`0 | ${zeros} | 0`)), 'disputes')).toBe(15);
  expect(trusted(read(values(`21 | ${zeros} | 0 | `)), 'disputes')).toBe(0);
  const oneTooMany = '1 | 0 | 0 | 0 |  | 0 | 0 | 0 | 0 |  | 3 | 0 | 0 | 0 | 3 | ';
  expect(trusted(read(values(oneTooMany)), 'disputes')).toBe(0);
});

test('table 2 in bars, every row filled up to a column in which nothing stands: rows beside it are doubted', () => {
  const text = printed('Markdown rows, merged cells as blanks');
  const padded = text.replace(/^\|.*\|$/gmu, '$& |');
  const twice = text.replace(/^\|.*\|$/gmu, '$& | |');
  expect(trusted(read(text), 'disclosures')).toBe(10);
  expect(trusted(read(padded), 'disclosures')).toBe(4);
  expect(trusted(read(padded), 'applications')).toBe(175);
  expect(trusted(read(twice), 'disclosures')).toBe(10);
});

test('table 3: a row of a cell too many that adds up is doubted where a 0 of it may be a stranger', () => {
  const own = 'applications.unavailable.needsMaking';
  const values = { ...figures, [`${own}.person`]: '', [`${own}.business`]: '46', [`${own}.total`]: '46' };
  for (const column of ['research', 'welfare', 'legal', 'other']) values[`${own}.${column}` as Address] = '0';
  const text = printed('Markdown rows', values);
  const line = text.split('\n').find((one) => one.includes('|  | 46 | 0 | 0 |'))!;
  const stranger = read(text.replace(line, line.replace('| 46 |', '| 46 | 0 |')));
  expect(stranger.cells[`${own}.person` as Address]).toMatchObject({ value: 46, trust: 'low' });
});

test('table 3 in bars, totals blank: a first value in the cell of its label, in one row alone, leaves the row in doubt', () => {
  const own = 'applications.denied.administrativeQuery';
  const values: Figures = Object.fromEntries(
    Object.entries(figures).map(([address, value]) => [address, /^applications.*total$/u.test(address) ? '' : value]),
  );
  ['0', '0', '3', '0', '3', '6', ''].forEach((value, column) => {
    values[`${own}.${applicantColumns[column]!}` as Address] = value;
  });
  const text = printed('Markdown rows', values).replaceAll(' |\n', '\n').replace(/^\| /gmu, '');
  const line = text.split('\n').find((one) => one.includes('| 0 | 0 | 3 | 0 | 3 | 6'))!;
  const torn = read(text.replace(line, line.replace(' | 0 | 0 |', '0 |  | 0 |')));
  // 0 | blank | 0 | 3 | 0 | 3 | 6 adds up by chance
  const wrong = applicantColumns.filter((column) => {
    const cell = torn.cells[`${own}.${column}` as Address];
    return cell && cell.trust !== 'low' && cell.raw.trim() !== values[`${own}.${column}` as Address];
  });
  expect(wrong).toEqual([]);
});
