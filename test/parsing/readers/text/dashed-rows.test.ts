import { expect, test } from 'vitest';
import { dashedRows } from '../../../../src/parsing/readers/text/dashed-rows.ts';

const rows = (text: string) => dashedRows(text.split('\n').map((line, at) => ({ text: line, line: at + 1 })));
const texts = (text: string) => rows(text).map((row) => row.text);

const simple = `二、主动公开政府信息情况

  ------------------ ------ ------
  规章               101    
  行政规范性文件            7 6
  ------------------ ------ ------

三、收到和处理`;

test('between two rules, a blank cell is a cell, and two numbers in one cell are one', () => {
  expect(rows(simple)).toEqual([
    { text: '二、主动公开政府信息情况', line: 1 },
    { text: '', line: 2 },
    { text: '| 规章 | 101 |  |', line: 4 },
    { text: '| 行政规范性文件 |  | 7 6 |', line: 5 },
    { text: '', line: 7 },
    { text: '三、收到和处理', line: 8 },
  ]);
});

test('equal signs, with a rule under the head', () => {
  const text = '一\n\n====== ====\n信息   件数\n====== ====\n规章   |\n文件     12\n====== ====\n\n五';
  expect(texts(text)).toEqual(['一', '', '| 信息 | 件数 |', '| 规章 | \\| |', '| 文件 | 12 |', '', '五']);
});

test('a head over the rule, and no rule under the rows', () => {
  expect(texts('一\n\n信息   件数\n------ ----\n规章     3\n\n五')).toEqual([
    '一',
    '',
    '| 信息 | 件数 |',
    '| 规章 | 3 |',
    '',
    '五',
  ]);
});

test('rows that empty lines part: a cell of several lines is one, and its numbers stay apart', () => {
  const text =
    '一\n\n---------------\n信息   总\n内容   计\n------ --------\n行政   10\n许可   5\n\n处罚   7\n---------------\n五';
  expect(texts(text)).toEqual([
    '一',
    '',
    '---------------',
    '| 信息内容 | 总计 |',
    '| 行政许可 | 10 5 |',
    '| 处罚 | 7 |',
    '五',
  ]);
});

test('a curly quotation mark may be one wide or two', () => {
  const one = '一\n\n---------- ----\n“三安全”   1\n---------- ----\n五';
  const two = '一\n\n---------- ----\n“三安全”  1\n---------- ----\n五';
  expect(texts(one)).toContain('| “三安全” | 1 |');
  expect(texts(two)).toContain('| “三安全” | 1 |');
});

test.each([1, 2])(
  'behind quotation marks that are %s wide, a number stays in its column though blanks stand before it',
  (wide) => {
    const gap = ' '.repeat(12 - 2 * wide);
    const printed = [
      '---------- ---- --',
      '公开            1',
      '其他       2     3',
      `三安全一“”${gap}4`,
      '---------- ---- --',
    ];
    expect(texts(['一', '', ...printed].join('\n')).slice(2)).toEqual([
      '| 公开 |  | 1 |',
      '| 其他 | 2 | 3 |',
      '| 三安全一“” |  | 4 |',
    ]);
  },
);

test('values set to the left of their columns tell as much as those set to the right', () => {
  const rule = '------------ ----- --';
  const line = (label: string, second: string, third: string) => label + second.padEnd(6) + third;
  // Two wide each, the quotation marks leave the 4 in its column; one wide, it would stand inside the one before.
  const printed = [line('公开         ', '', '1'), line('其他         ', '2', '3'), line('三安“”     ', '', '4')];
  expect(texts(['一', '', rule, ...printed, rule].join('\n')).slice(2)).toEqual([
    '| 公开 |  | 1 |',
    '| 其他 | 2 | 3 |',
    '| 三安“” |  | 4 |',
  ]);
});

test('where nothing tells in which of two columns a number stands behind them, nothing is cut', () => {
  const printed = ['---------- -- --', '公开        5  6', '其他       7  8 ', '安全一“”    1', '---------- -- --'];
  expect(texts(['一', '', ...printed].join('\n')).slice(2)).toEqual(printed);
});

test.each([
  ['text over the edge of a column', '一\n\n---- ----\n行政许可 3\n---- ----'],
  ['rules of other columns', '一\n\n---- ----\n许可 3\n--- -----'],
  ['a tab', '一\n\n---- ----\n许可\t3\n---- ----'],
  ['text behind the last rule', '---- ----\n许可 3\n---- ----\n五、存\n\n六'],
  ['a rule between paragraphs', '一是公开\n\n--- ---\n\n二是互动\n\n--- ---'],
])('%s: nothing is cut there', (_, text) => {
  const kept = text.startsWith('----') ? '五、存' : text;
  expect(texts(text).join('\n')).toContain(kept);
});
