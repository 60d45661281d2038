import { beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../src/commands/answer.ts';
import type { Sheet } from '../../src/commands/export/sheet.ts';
import { workbookOf } from '../../src/commands/export/workbook.ts';
import type { Store } from '../../src/store/store.ts';
import { emptyStore, everybody, file, now } from './stored.ts';
import { partsOf, sheetsIn } from './workbook.ts';

let store: Store;
const penalties = 'disclosures.penalties.decisions';

beforeAll(async () => {
  store = await emptyStore();
  await file(store, '金凤区卫生健康局', 2021, { cells: { [penalties]: 44 } });
  await file(store, '灵武市卫生健康局', 2021, {
    cells: { [penalties]: '', 'applications.concluded.total': 99 },
    facts: [{ subject: 'published', value: 213, unit: '条', sentence: '=全年主动公开信息213条。' }],
  });
  await file(store, '=HYPERLINK("x")局', 2020, { cells: { [penalties]: 5 } });
});

const exported = async (text: string) => (await answer(text, { store, asker: everybody, now })).files ?? [];
const csv = async (text: string, index = 0) =>
  Buffer.from((await exported(text))[index]!.bytes)
    .toString('utf8')
    .slice(1)
    .trim()
    .split('\r\n');

describe('CSV', () => {
  test('a row a report, a column for the measure asked for, blanks in words and never 0', async () => {
    const [head, ...rows] = await csv('导出 处罚 2021');
    expect(head).toMatch(/^机关,地区,年度,行政处罚,待核的数,/);
    expect(rows).toHaveLength(3);
    expect(rows.find((row) => row.startsWith('灵武市'))).toMatch(/,2021,空,/);
    expect(rows.at(-1)).toMatch(/^合计（2 份）,,,44,/);
  });

  test('every cell with where it stands and how sure it is', async () => {
    const files = await exported('导出 灵武市 2021');
    expect(files.map(({ name }) => name)).toEqual([
      'govinfo_2021_20261122.csv',
      'govinfo_2021_20261122_cells.csv',
      'govinfo_2021_20261122_issues.csv',
      'govinfo_2021_20261122_facts.csv',
    ]);
    const cells = await csv('导出 灵武市 2021', 1);
    expect(cells).toHaveLength(201);
    const doubtful = cells.find((row) => row.endsWith('applications.concluded.total'));
    expect(doubtful).toMatch(/,99,件,数字,99,⚠️ 待核,/);
    expect(doubtful).toMatch(/,灵武市卫生健康局2021\.pdf,,\d+,v1,/);
    expect(cells.find((row) => row.endsWith(penalties))).toMatch(/,本年处理决定数量,,件,空,,/);
    expect((await csv('导出 灵武市 2021', 3))[1]).toContain(",213,条,确数,'=全年主动公开信息213条。");
  });

  test('names that are formulas are text', async () => {
    const [, row] = await csv('导出 2020');
    expect(row).toMatch(/^"'=HYPERLINK\(""x""\)局"/);
  });
});

test('a corrected value says what was printed and why it was changed', async () => {
  const [known] = (await store.reports.bureaus()).filter(({ bureau }) => bureau.startsWith('灵武'));
  const correction = { address: 'applications.concluded.total', value: 12, basis: 'answered' } as const;
  await store.cases.correct({ bureauKey: known!.bureauKey, year: 2021 }, [correction], { by: 'U1' });
  const cells = await csv('导出 灵武市 2021', 1);
  expect(cells.find((row) => row.endsWith('applications.concluded.total'))).toMatch(
    /,12,件,数字,99,.*原印 99，更正为 12：原文有误，按机关答复更正/,
  );
  expect((await csv('导出 灵武市 2021'))[1]).toContain('表三（七）总计');
});

test('a workbook has a sheet for each table as printed, the sources, every cell, the issues, and the text', async () => {
  const [book] = await exported('导出 2021 xlsx');
  expect(book!.name).toBe('govinfo_2021_20261122.xlsx');
  const sheets = await sheetsIn(book!.bytes);
  expect(Object.keys(sheets)).toEqual([
    ...['表二（2021 式）', '表三总计（2021 式）', '表四', '来源'],
    ...['逐格', '待核事项', '正文数字'],
  ]);
  const [groups, titles, ...rows] = sheets['表三总计（2021 式）']!;
  expect(groups?.slice(0, 3)).toEqual(['机关', '年度', '本年新收']);
  expect(groups).toContain('不予公开');
  expect(titles).toContain('国家秘密');
  expect(rows.map(([bureau]) => bureau)).toEqual(['金凤区卫生健康局', '灵武市卫生健康局', '合计（2 份）']);
  expect(sheets.来源!.find(([bureau]) => bureau === '灵武市卫生健康局')?.join()).toContain('表三（七）总计');
  expect(sheets.逐格).toHaveLength(401);
});

test('in a workbook the two forms never share a sheet, and each sheet adds up its own', async () => {
  const mixed = await emptyStore();
  await file(mixed, '金凤区卫生健康局', 2021, { cells: { [penalties]: 44 } });
  const cells = { [penalties]: 33, 'disclosures.penalties.itemsLastYear': 7 };
  await file(mixed, '灵武市卫生健康局', 2021, { cells }, { form: '2019' });
  const [book] = (await answer('导出 2021 xlsx', { store: mixed, asker: everybody, now })).files!;
  const sheets = await sheetsIn(book!.bytes);
  const names = Object.keys(sheets).filter((name) => name.startsWith('表二'));
  expect(names).toEqual(['表二（2021 式）', '表二（2019 式）']);
  const [now2021, then2019] = names.map((name) => sheets[name]!.map((row) => row.join('|')).join('\n'));
  expect(now2021).toContain('金凤区');
  expect(now2021).not.toContain('灵武市');
  expect(now2021).not.toContain('上一年项目');
  expect(then2019).toContain('灵武市');
  expect(then2019).toContain('上一年项目');
  expect(then2019).not.toContain('金凤区');
});

test('every sheet prints one page wide with its head on every page', async () => {
  const [book] = await exported('导出 2021 xlsx');
  const parts = await partsOf(book!.bytes);
  expect(parts['xl/worksheets/sheet1.xml']).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(parts['xl/worksheets/sheet1.xml']).toMatch(
    /<pageSetup [^>]*orientation="landscape" fitToWidth="1" fitToHeight="0"/,
  );
  expect(parts['xl/workbook.xml']).toContain("'表二（2021 式）'!$A:$A,'表二（2021 式）'!$1:$2</definedName>");
  expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<row r="1" ht="\d+" customHeight="1"/);
});

test('JSON keeps what is not there apart from 0', async () => {
  const [json] = await exported('导出 2021 json');
  const { summary, cells } = JSON.parse(Buffer.from(json!.bytes).toString('utf8'));
  expect(summary[1][penalties]).toBe('空');
  expect(
    cells.find(
      (cell: { bureau: string; address: string }) => cell.bureau.startsWith('灵武') && cell.address === penalties,
    ).value,
  ).toBeNull();
});

test('what nobody may see is in no file', async () => {
  const nobody = { ...everybody, maySee: () => false };
  expect((await answer('导出 2021', { store, asker: nobody, now })).files).toBeUndefined();
});

describe('a large export', () => {
  test('says that it is being made before it is there', async () => {
    const many = await emptyStore();
    for (let number = 0; number < 21; number++) await file(many, `示例县第${number}中心`, 2021);
    const said: string[] = [];
    const busy = async (sentence: string) => void said.push(sentence);
    await answer('导出 2021', { store: many, asker: { ...everybody, busy }, now });
    expect(said).toEqual(['正在生成…（21 份年报）']);
    await answer('导出 2021 第3中心', { store, asker: { ...everybody, busy }, now });
    expect(said).toHaveLength(1);
  });

  test('that fits into no workbook ends as such, and takes nothing down', async () => {
    const columns = Array.from({ length: 10 }, (_, index) => ({ id: `c${index}`, title: { zh: '列', en: 'c' } }));
    const sheet: Sheet = {
      id: 'cells',
      title: { zh: '逐格', en: 'Cells' },
      columns,
      rows: Array.from({ length: 60_000 }, (_, index) => columns.map(() => `格 ${index}`)),
    };
    expect(await workbookOf([sheet], 'zh', 24)).toBeNull();
    expect(await workbookOf([{ ...sheet, rows: sheet.rows.slice(0, 700) }], 'zh')).not.toBeNull();
  });
});
