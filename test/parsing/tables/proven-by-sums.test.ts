import { expect, test } from 'vitest';
import { provenBySums } from '../../../src/parsing/tables/proven-by-sums.ts';
import { type Address, applicantColumns, applicationRows } from '../../../src/report/forms/index.ts';

const report = (rows: Record<string, number[]>) => ({
  forms: { disclosures: '2021', applications: '2021', disputes: '2021' } as const,
  cells: Object.fromEntries(
    applicationRows('2021').flatMap((row) =>
      applicantColumns.map((column, i) => [
        `applications.${row}.${column}` as Address,
        { value: rows[row]?.[i] ?? 0, raw: '', state: 'number' as const, trust: 'low' as const, place: {} },
      ]),
    ),
  ),
});
const several = {
  received: [4, 2, 0, 0, 0, 0, 6],
  granted: [3, 0, 0, 0, 0, 0, 3],
  'unavailable.notHeld': [1, 2, 0, 0, 0, 0, 3],
  concluded: [4, 2, 0, 0, 0, 0, 6],
};

test('a table whose sums all hold is proven, its zeros included', () => {
  expect(provenBySums(report(several)).size).toBe(175);
});

test('one wrong digit anywhere and nothing is proven', () => {
  const wrong = { ...several, granted: [8, 0, 0, 0, 0, 0, 3] };
  expect(provenBySums(report(wrong)).size).toBe(0);
});

test('a digit that repeats without ever being added may be misread everywhere alike', () => {
  const one = Object.fromEntries(['received', 'granted', 'concluded'].map((row) => [row, [7, 0, 0, 0, 0, 0, 7]]));
  const proven = provenBySums(report(one));
  expect(proven.has('applications.granted.person')).toBe(false);
  expect(proven.has('applications.granted.business')).toBe(true);
});

test('a table of nothing but zeros, and one with a blank, prove nothing', () => {
  expect(provenBySums(report({})).size).toBe(0);
  const blank = report(several);
  Object.assign(blank.cells['applications.granted.other']!, { value: null, state: 'blank' });
  expect(provenBySums(blank).size).toBe(0);
});
