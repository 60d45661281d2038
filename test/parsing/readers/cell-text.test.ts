import { expect, test } from 'vitest';
import { cellText } from '../../../src/parsing/readers/cell-text.ts';

const word = (text: string, x: number, y: number, width = 5 * text.length) => ({
  text,
  page: 1,
  x,
  y,
  width,
  height: 10,
});

test('a number wrapped inside a narrow cell is one number', () => {
  expect(cellText([word('6', 12, 14), word('952', 7, 2)], [0, 0, 30, 28])).toBe('9526');
});

test('two numbers above each other in a wide cell stay two', () => {
  expect(cellText([word('12', 7, 2), word('5', 7, 14)], [0, 0, 60, 28])).toBe('12 5');
});

test('digits placed one by one are one number, numbers apart are two', () => {
  expect(cellText([word('4', 10, 2), word('1', 5, 2)], [0, 0, 60, 14])).toBe('14');
  expect(cellText([word('3', 5, 2), word('4', 30, 2)], [0, 0, 60, 14])).toBe('3 4');
});

test('a label over several lines is joined without blanks', () => {
  expect(cellText([word('织', 0, 24), word('社会公', 0, 0), word('益组', 0, 12)], [0, 0, 60, 36])).toBe('社会公益组织');
});
