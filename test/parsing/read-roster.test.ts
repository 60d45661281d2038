import { expect, test } from 'vitest';
import { sourceFile } from '../../src/parsing/intake/source-file.ts';
import { readRoster } from '../../src/parsing/read-roster.ts';
import { gbk } from '../documents/gbk.ts';

const read = (text: string) => readRoster(sourceFile('名单', Buffer.from(text)));

test.each([
  ['a name a line', '示例区教育局\n示例区审计局\n\n'],
  ['numbered lines', '1. 示例区教育局\n2、示例区审计局'],
  ['a headed column', '序号,单位名称,电话\n1,示例区教育局,6\n2,"示例区审计局",7\n'],
  ['a column by its words', '甲,示例区教育局\n乙,示例区审计局'],
  ['tabs and twice the same', '示例区教育局\t甲\n示例区审计局\t乙\n示例区教育局\t甲'],
  ['a table of bars', '| 机关 | 备注 |\n| --- | --- |\n| 示例区教育局 | |\n| 示例区审计局 | |'],
])('%s', async (_, text) => {
  expect((await read(text)).names).toEqual(['示例区教育局', '示例区审计局']);
});

test('entries that are no names are told, totals too', async () => {
  expect((await read('示例区教育局\n123\n合计')).odd).toEqual(['123', '合计']);
});

test('an old encoding is read, and a list without a name refused', async () => {
  expect((await readRoster(sourceFile('x.csv', gbk('机关\n示例区教育局')))).names).toEqual(['示例区教育局']);
  await expect(read('1\n2\n3')).rejects.toMatchObject({ code: 'E-ROSTER-EMPTY' });
});
