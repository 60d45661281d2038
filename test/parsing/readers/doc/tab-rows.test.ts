import { expect, test } from 'vitest';
import { tabRows } from '../../../../src/parsing/readers/doc/tab-rows.ts';

test('a row of its own keeps its blank cells', () => {
  expect(tabRows('规章\t\t\t3\t')).toEqual([['规章', '', '', '3']]);
});

test('rows of merged cells that run together are parted by their labels', () => {
  const run = [
    ['一、本年新收政府信息公开申请数量', '9', '', '0', '0', '0', '0', '9', ''],
    ['三、本年度办理结果', '（一）予以公开', '', '1', '0', '0', '0', '0', '', ''],
    ['', '（三）不予公开', '1.属于国家秘密', '0', '0', '/', '0', '0', '2', '2', ''],
    ['', '', '2.其他法律行政法规禁止公开', '0', '0', '0', '0', '0', '0', '', ''],
  ];
  expect(tabRows(`${run.flat().join('\t')}\t`)).toEqual([
    ['一、本年新收政府信息公开申请数量', '9', '', '0', '0', '0', '0', '9'],
    ['三、本年度办理结果', '（一）予以公开', '', '1', '0', '0', '0', '0', ''],
    ['（三）不予公开', '1.属于国家秘密', '0', '0', '/', '0', '0', '2', '2'],
    ['2.其他法律行政法规禁止公开', '0', '0', '0', '0', '0', '0', ''],
  ]);
});

test('a row with a value too many is left as it is, never cut', () => {
  const rows = tabRows('1.属于国家秘密\t1\t2\t3\t4\t5\t6\t7\t8\t\t2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0\t\t');
  expect(rows[0]).toContain('8');
  expect(rows[1]).toHaveLength(8);
});

test('fifteen values below a head', () => {
  const head = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const values = ['1', '', '/', '4', '5', '1', '2', '3', '4', '10', '0', '0', '0', '0', ''];
  expect(tabRows(`${[...head, '', ...values, ''].join('\t')}\t`)).toEqual([head, values]);
});

test('a row of fifteen blanks below a head is a row', () => {
  const head = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const blanks = Array<string>(15).fill('');
  expect(tabRows(`${[...head, '', ...blanks, ''].join('\t')}\t`)).toEqual([head, blanks]);
});

test('sixteen values below a head stay one row, that nobody takes for fifteen', () => {
  const head = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const values = ['7', ...Array<string>(14).fill('0'), ''];
  expect(tabRows(`${[...head, '', ...values, ''].join('\t')}\t`)).toEqual([head, [...values, '']]);
});
