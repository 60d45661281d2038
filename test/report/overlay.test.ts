import { expect, test } from 'vitest';
import type { Correction } from '../../src/report/issue.ts';
import { contradicted, overlay } from '../../src/report/overlay.ts';
import { cell, report } from '../store/filing.ts';

const address = 'applications.concluded.total';
const correction: Correction = {
  act: 'correct',
  number: 3,
  at: '2026-03-01T08:00:00.000Z',
  by: 'U1',
  address,
  value: 12,
  basis: 'answered',
  version: 1,
  printed: { value: 11, raw: '11', state: 'number' },
};

test('a correction lies over the report; the report itself stays as printed', () => {
  const printed = report({ cells: { [address]: cell(11, { trust: 'low' }) } });
  const copy = structuredClone(printed);
  const { report: laid, applied } = overlay(printed, [correction]);
  expect(laid.cells[address]).toEqual({
    value: 12,
    raw: '11',
    state: 'number',
    place: printed.cells[address]?.place,
    trust: 'high',
    corrected: 'answered',
  });
  expect(applied).toEqual([correction]);
  expect(printed).toEqual(copy);
});

test('it does not apply where something else is printed, and a version that prints a third value contradicts it', () => {
  for (const [value, against] of [
    [10, true],
    [12, false],
  ] as const) {
    const printed = report({ cells: { [address]: cell(value) } });
    expect(overlay(printed, [correction])).toEqual({ report: printed, applied: [] });
    expect(contradicted(printed, [correction])).toEqual(against ? [correction] : []);
  }
  expect(contradicted(report({ cells: { [address]: cell(11) } }), [correction])).toEqual([]);
});

test('a cell that is blank or not there can be filled, and is not where it is printed', () => {
  const absent = report({ cells: { [address]: undefined } });
  const blank = report({ cells: { [address]: cell(null) } });
  const forAbsent = { ...correction, printed: null };
  const forBlank = { ...correction, printed: { value: null, raw: '', state: 'blank' as const } };
  expect(overlay(absent, [forAbsent]).report.cells[address]).toMatchObject({ value: 12, raw: '', place: {} });
  expect(overlay(blank, [forBlank]).report.cells[address]).toMatchObject({ value: 12, state: 'number' });
  expect(overlay(blank, [forAbsent]).applied).toEqual([]);
  expect(overlay(absent, [forBlank]).applied).toEqual([]);
});
