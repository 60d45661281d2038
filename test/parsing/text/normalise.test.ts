import { expect, test } from 'vitest';
import { normalise, stripLabel } from '../../../src/parsing/text/normalise.ts';

test('folds full width, radicals and invisible characters, and keeps cell borders', () => {
  expect(normalise('１２　件（⾏政）\t⻔⼾\u200b⽹站')).toBe('12 件(行政)\t门户网站');
});

test('drops circled and superscript marks instead of reading them as digits', () => {
  expect(normalise('公开①信息²5条')).toBe('公开信息5条');
});

test('drops how a character is read aloud, and no other bracket', () => {
  expect(normalise('主動(dòng)公開政府信息情況，報(bào)告')).toBe('主动公开政府信息情况,报告');
  expect(normalise('公告(a)、站点（beta）')).toBe('公告(a)、站点(beta)');
});

test('reads traditional text, converter slips too, and leaves simplified text alone', () => {
  expect(normalise('麻陽苗族自治縣規範性檔案、行政強製')).toBe('麻阳苗族自治县规范性文件、行政强制');
  expect(normalise('瞭望、著作、乾县')).toBe('瞭望、著作、乾县');
});

test.each([
  ['2.其他法律行政法规禁止公开', '其他法律行政法规禁止公开'],
  ['（二）部分公开（区分处理的，只 计这一情形，不计其他情形）', '部分公开区分处理的只计这一情形不计其他情形'],
  ['四、结转下年度继续办理', '结转下年度继续办理'],
  ['1申请人无正当理由', '申请人无正当理由'],
  ['3.危及“三安全一稳定”', '危及三安全一稳定'],
  ['总　计', '总计'],
])('label %s reads %s', (printed, words) => {
  expect(stripLabel(printed)).toBe(words);
});

test('a line of millions of characters', () => {
  const line = '行政许可'.repeat(2_000_000);
  expect(normalise(line)).toBe(line);
  expect(normalise(`${line}，  12`)).toBe(`${line}, 12`);
});
