import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitAtEnd, fitAtStart, reversed, scoreAtEnd } from '../../../src/parsing/tables/align.ts';
import { alignCharacters } from '../../../src/parsing/tables/align-characters.ts';

test.each([
  ['重复申请', '二重复申请', { score: 1, start: 1, end: 5 }],
  ['重复申请', '重夏申请', { score: 0.75, start: 0, end: 4 }],
  ['重复申请', '重复申请甲乙', { score: 0.98, start: 0, end: 4 }],
  ['重复申请', '', { score: 0, start: 0, end: 0 }],
])('%s in %s', (label, text, fit) => {
  expect(fitAtEnd(label, text)).toEqual(fit);
});

test('of a label that stands twice the last one counts', () => {
  expect(fitAtEnd('总计', '总计甲总计乙', 0)).toEqual({ score: 1, start: 3, end: 5 });
  expect(fitAtStart('总计', '乙总计甲总计')).toMatchObject({ start: 1, end: 3 });
});

test('a long text leaves nothing behind for the short one after it', () => {
  const [label, text] = ['属于国家秘密', '三不予公开一属于国某秘密二'];
  const before = [fitAtEnd(label, text), alignCharacters(text, label)];
  fitAtEnd('其他法律行政法规禁止公开', '其他法律行政法规禁某公开'.repeat(50));
  alignCharacters('保护第三方合法权益'.repeat(50), '属于三类内部事务信息保护第三方合法权益');
  expect([fitAtEnd(label, text), alignCharacters(text, label)]).toEqual(before);
  expect([...alignCharacters('属于国某秘密', label)]).toEqual([0, 1, 2, -1, 4, 5]);
});

test('a score is that of the whole fit, for any label and text', () => {
  const word = (maxLength: number) =>
    fc.array(fc.constantFrom(...'重复申请公开总计其他'), { minLength: 1, maxLength }).map((signs) => signs.join(''));
  const near = fc.constantFrom(0, 0.01, 0.05);
  fc.assert(
    fc.property(word(36), word(80), near, (label, text, cost) => {
      expect(scoreAtEnd(label, text, cost)).toBe(fitAtEnd(label, text, cost).score);
      expect(scoreAtEnd(reversed(label), reversed(text))).toBe(fitAtStart(label, text).score);
    }),
    { seed: 20260, numRuns: 2000 },
  );
});
