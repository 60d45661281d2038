import { expect, test } from 'vitest';
import { selfNamed } from '../../../src/parsing/text/self-named.ts';

const passage = (text: string) => ({ text, place: {}, lines: [{ at: 0, place: {} }] });

test('the fourth of a body’s own rules in a list still names it', () => {
  const rules = ['指南', '制度', '规定', '办法'].map((kind) => `《小河镇信息公开${kind}》`).join('、');
  expect(selfNamed([passage(`制定了${rules}。`)])).toMatchObject({ name: '小河镇', weight: 4 });
});

test('a hundred thousand rules in one list are passed over', () => {
  expect(selfNamed([passage(`制定了${'《办法》、'.repeat(100_000)}。`)])).toBeNull();
});
