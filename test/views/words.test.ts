import { expect, test } from 'vitest';
import { en } from '../../src/views/words/en.ts';
import { say } from '../../src/views/words/say.ts';
import { zh } from '../../src/views/words/zh.ts';

const slots = (phrase: string) => [...phrase.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
const keys = Object.keys(zh) as (keyof typeof zh)[];

test('both catalogues have the same phrases with the same slots', () => {
  expect(Object.keys(en)).toEqual(keys);
  for (const key of keys) expect([key, slots(en[key])]).toEqual([key, slots(zh[key])]);
});

test('no phrase is empty, and none holds what Slack would read as markup', () => {
  for (const key of keys)
    for (const phrase of [zh[key], en[key]]) {
      expect(phrase.trim(), key).not.toBe('');
      expect(phrase, key).not.toMatch(/[<>&*`]/);
    }
});

test('labels of buttons are short enough to be read on a button', () => {
  for (const key of keys.filter((name) => name.startsWith('button.')))
    for (const phrase of [zh[key], en[key]]) expect([...phrase].length, phrase).toBeLessThanOrEqual(30);
});

test('the words of a person or a bureau never sound like blame', () => {
  for (const phrase of Object.values(zh)) expect(phrase).not.toMatch(/造假|虚报|瞒报|激增/);
});

test('slots are filled', () => {
  expect(say('zh', 'report.name', { bureau: '示例局', year: 2023 })).toBe('示例局 · 2023 年度');
  expect(say('en', 'unit.tenThousandYuan', { number: '1.5' })).toBe('1.5 (10k CNY)');
});
