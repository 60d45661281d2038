import { expect, test } from 'vitest';
import { isBroken, readCellText } from '../../../src/parsing/tables/cell-text.ts';

const numbers: [raw: string, value: number][] = [
  ['0', 0],
  [' 44 ', 44],
  ['０', 0],
  ['１２', 12],
  ['1,344', 1344],
  ['3,985,758', 3985758],
  ['973.93', 973.93],
  ['59237.2449', 59237.2449],
  ['12件', 12],
  ['12 件', 12],
  ['251000元', 251000],
  ['96171.6万元', 96171.6],
  ['+19', 19],
  ['-35', -35],
  ['－35', -35],
  ['减4', -4],
  ['減4', -4],
  ['3個', 3],
  ['增3', 3],
  ['8（其中修订2件）', 8],
  ['597(含自然失效3件)', 597],
  ['44¹', 44],
  ['44①', 44],
  ['44[¹]', 44],
  ['44件₂', 44],
];
test.each(numbers)('%s is the number %d, and stays as printed', (raw, value) => {
  expect(readCellText(raw)).toEqual({ value, raw, state: 'number' });
});

test.each(['', '  ', '\u00A0', '\u3000', '\u200B'])('%j is blank', (raw) => {
  expect(readCellText(raw)).toEqual({ value: null, raw, state: 'blank' });
});

test.each(['/', '／', '-', '—', '——', '－', '无', '不适用', '×'])('%s is a placeholder', (raw) => {
  expect(readCellText(raw)).toEqual({ value: null, raw, state: 'placeholder' });
});

test.each(['1 2', '12，000', '12,00', '1.2.3', '约5', '三', '1O', '5-6', '?', '①', '¹²'])('%s is unreadable', (raw) => {
  expect(readCellText(raw)).toEqual({ value: null, raw, state: 'unreadable' });
});

test.each(['91,57', ',344', '.93', '9. 88', '79-71', '/0', '0/'])('%s is a number that was cut or glued', (raw) => {
  expect(isBroken(raw)).toBe(true);
});

test.each(['1,344', '9.88', '-35', '1.', '2、', '2024.01.18', '/', '', '规章'])('%s is none', (raw) => {
  expect(isBroken(raw)).toBe(false);
});
