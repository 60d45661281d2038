import { expect, test } from 'vitest';
import { example, lastYears } from '../../src/checks/example.ts';
import { runChecks, toleratedIn } from '../../src/checks/run-checks.ts';
import type { Fact } from '../../src/report/fact.ts';

const told = (facts: readonly (Pick<Fact, 'subject' | 'value'> & Partial<Fact>)[]) =>
  toleratedIn(example('2021', { facts })).map(({ check, words }) => `${check}: ${words.zh}`);

test('a number that fits only otherwise understood, rounded or cut off is told to who traces the reading', () => {
  expect(told([{ subject: 'received', value: 12 }])).toEqual([]);
  expect(told([{ subject: 'received', value: 13 }])).toEqual([
    'narrative-received: 收到申请 13 件与「本年新收」＋「上年结转」 13 相符（「本年新收」 12）',
  ]);
  expect(
    told([
      { subject: 'granted', value: 5 },
      { subject: 'share', value: 41.6, unit: '%', about: 0, sentence: '予以公开5件，占41.6%。' },
    ]),
  ).toEqual(['narrative-percentage: 予以公开 5 件占 41.6%，复算 41.667%，四舍五入或截去尾数相符']);
  expect(told([{ subject: 'fees', value: 13, unit: '万元', sentence: '行政事业性收费13万元。' }])).toEqual([
    'narrative-fees: 正文收费 13 万元，表二 12.5 万元，四舍五入或截去尾数相符',
  ]);
});

test('what another finding explains already is told too, and is no finding', () => {
  const subject = example('2021', { cells: { 'applications.carriedIn.total': 2 }, subject: lastYears('2021') });
  expect(toleratedIn(subject).map(({ check }) => check)).toEqual(['carry-over']);
  expect(runChecks(subject).findings.map(({ check }) => check)).not.toContain('carry-over');
});
