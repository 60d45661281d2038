import { expect, test } from 'vitest';
import { switchWords } from '../../src/casework/switch-words.ts';

const said = (text: string) => switchWords(text, '2026-11-22');

test.each([
  [
    '检查 licences-zero 关闭 金凤区卫健局 至 2027-01-31 原因：许可已划转审批局',
    { check: 'licences-zero', to: 'off', place: '金凤区卫健局', until: '2027-01-31', reason: '许可已划转审批局' },
  ],
  [
    '关闭检查 licences-zero 本频道 90天 因为许可已划转',
    { check: 'licences-zero', to: 'off', reach: 'channel', place: '', until: '2027-02-20', reason: '许可已划转' },
  ],
  [
    '检查 year-jump 调低，全部年报，原因：机构改革，到2027年6月30日',
    { check: 'year-jump', to: 'lower', reach: 'everywhere', place: '', until: '2027-06-30', reason: '机构改革' },
  ],
  [
    'checks licences-zero off this channel until 2027-01-31 reason: moved to another bureau',
    {
      check: 'licences-zero',
      to: 'off',
      reach: 'channel',
      place: '',
      until: '2027-01-31',
      reason: 'moved to another bureau',
    },
  ],
  ['检查 licences-zero 恢复', { check: 'licences-zero', to: 'on', place: '' }],
  ['检查 licences-zero 关', { check: 'licences-zero', to: 'off', place: '' }],
])('%s', (text, wish) => {
  expect(said(text)).toEqual(wish);
});

test.each([
  '检查 licences-zero',
  '检查',
  '2022 行政处罚 最多',
  '检查 licences-zero 是什么',
  'licences-zero official rule',
])('a question like any other: %s', (text) => {
  expect(said(text)).toBeUndefined();
});
