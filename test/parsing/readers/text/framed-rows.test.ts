import { expect, test } from 'vitest';
import { framedRows } from '../../../../src/parsing/readers/text/framed-rows.ts';

const rows = (text: string) => framedRows(text.split('\n').map((line, at) => ({ text: line, line: at + 1 })));
const texts = (text: string) => rows(text).map((row) => row.text);

test('cells of several lines, merged cells, and the line each row begins on', () => {
  const frame = `二、
+------+------+----+
| 信息 | 总计      |
| 内容 |           |
+======+======+====+
| 规章 | 10   |    |
|      | 5    |    |
|      +------+----+
|      | +19  | -3 |
+------+------+----+
三、`;
  expect(rows(frame)).toEqual([
    { text: '二、', line: 1 },
    { text: '| 信息内容 | 总计 |  |', line: 3 },
    { text: '| 规章 | 10 5 |  |', line: 6 },
    { text: '|  | +19 | -3 |', line: 9 },
    { text: '三、', line: 11 },
  ]);
});

test('box characters as wide as a digit or as a Han character', () => {
  expect(texts('┌────┬──┐\n│规章│ 3│\n├────┼──┤\n│许可│  │\n└────┴──┘')).toEqual(['| 规章 | 3 |', '| 许可 |  |']);
  expect(texts('┌──┬─┐\n│规章│ 3│\n├──┼─┤\n│许可│  │\n└──┴─┘')).toEqual(['| 规章 | 3 |', '| 许可 |  |']);
});

test('text on the height of a rule belongs to the cell that reaches over it', () => {
  expect(texts('┌────┬──┐\n│    │ 3│\n│规章├──┤\n│    │ 4│\n└────┴──┘')).toEqual(['| 规章 | 3 |', '|  | 4 |']);
});

test.each(['.5', ',500', '5'])('1 on one line of a cell and %s on the next are no number', (next) => {
  const frame = `+----+----+\n|规章|1   |\n|    |${next.padEnd(4)}|\n+----+----+`;
  expect(texts(frame)).toEqual([`| 规章 | 1 ${next} |`]);
});

test.each([
  ['a wall beside the edge', '+----+--+\n|规章 | 3|\n+----+--+'],
  ['a line that ends early', '+----+--+\n|规章|3|\n+----+--+'],
  ['a wall on one line of a row alone', '+----+--+\n|规章| 3|\n|许可   |\n+----+--+'],
  ['a rule under half of a cell', '+----+--+\n|规章| 3|\n+--  +--+\n|许可| 4|\n+----+--+'],
  ['a cell that ends elsewhere below than above', '+----+--+\n|规章   |\n+    +--+\n|许可| 4|\n+----+--+'],
  ['a rule and nothing else', '+----+--+\n+----+--+'],
])('%s: the frame stays as it is', (_, frame) => {
  expect(texts(frame).join('\n')).toBe(frame);
});
