import { describe, expect, test } from 'vitest';
import { type Changes, example, lastYears, row } from '../../src/checks/example.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import type { Cell } from '../../src/report/cell.ts';

const into = 'applications.carriedIn.total';
const out = 'applications.carriedOut.total';
const penalties = 'disclosures.penalties.decisions';

/** What one check says of a report beside last year's: `error`, `warning`, `note`, a reason why it cannot tell, or nothing. */
function verdict(check: string, own: Changes, last: Changes | null, form: '2019' | '2021' = '2021'): string {
  const subject = example('2021', { ...own, subject: { ...own.subject, ...(last && lastYears(form, last)) } });
  const { findings, notAssessed } = runChecks(subject);
  const [found] = findings.filter((finding) => finding.check === check || finding.also.includes(check));
  return found?.severity ?? notAssessed.find((open) => open.check === check)?.code ?? '';
}

const three = row('carriedOut', 3, 0, 0, 0, 0, 0, 3);
const cell = (value: number | null, more: Partial<Cell> = {}): Partial<Cell> => ({ value, ...more });
const low = { trust: 'low' } as const;

describe('carry-over', () => {
  test.each<[string, Changes, Changes | null, string]>([
    ['1 against 1', {}, {}, ''],
    ['1 against 3', {}, { cells: three }, 'error'],
    ['last year not stored', {}, null, 'no-previous-year'],
    ['last year is of two years ago', {}, { report: { year: 2019 } }, 'no-previous-year'],
    ['a blank last year', {}, { cells: { ...three, [out]: '' } }, 'nothing-reported'],
    ['a placeholder this year', { cells: { [into]: '/' } }, { cells: three }, 'nothing-reported'],
    ['not found last year', {}, { cells: { [out]: null } }, 'absent'],
    ['unreadable this year', { cells: { [into]: '□' } }, { cells: three }, 'unreadable'],
    ['doubtful last year', {}, { cells: { ...three, [out]: cell(3, low) } }, 'warning'],
    ['doubtful this year', { cells: { [into]: cell(1, low) } }, { cells: three }, 'warning'],
    [
      'doubtful last year, then said by a person',
      {},
      { cells: { ...three, [out]: cell(3, { raw: '8', corrected: 'misread' }) } },
      'error',
    ],
    ['put right by a person', {}, { cells: { [out]: cell(1, { raw: '7', corrected: 'misread' }) } }, ''],
    ['duties moved', { preamble: '本年因机构改革，原粮食局职能划转我局。' }, { cells: three }, 'scope'],
    ['a body taken in', { preamble: '撤销示例区扶贫办，并入我局。' }, { cells: three }, 'scope'],
    ['reforms only published', { preamble: '公开机构改革方案。' }, { cells: three }, 'error'],
  ])('%s', (_, own, last, expected) => {
    expect(verdict('carry-over', own, last)).toBe(expected);
  });
  test('a request carried from one form to the other', () => {
    expect(verdict('carry-over', {}, { cells: three }, '2019')).toBe('error');
    expect(verdict('carry-over', {}, {}, '2019')).toBe('');
  });
});

describe('other years', () => {
  test.each<[string, string, Changes, Changes | null, string]>([
    ['carry-over-columns', 'another column', {}, { cells: row('carriedOut', 0, 1, 0, 0, 0, 0, 1) }, 'warning'],
    ['carry-over-columns', 'the totals differ', {}, { cells: three }, ''],
    ['carry-over-columns', 'blank columns', {}, { cells: row('carriedOut', '', '', '', '', '', '', 1) }, ''],
    ['stock-of-documents', 'ten of nine', {}, { cells: { 'disclosures.normativeDocuments.inForce': 9 } }, ''],
    ['stock-of-documents', 'ten of twelve', {}, { cells: { 'disclosures.normativeDocuments.inForce': 12 } }, 'warning'],
    [
      'stock-of-documents',
      'ten of a doubtful twelve',
      {},
      { cells: { 'disclosures.normativeDocuments.inForce': cell(12, low) } },
      'note',
    ],
    [
      'stock-of-documents',
      'nothing said of what was repealed',
      { cells: { 'disclosures.normativeDocuments.repealed': '' } },
      { cells: { 'disclosures.normativeDocuments.inForce': 12 } },
      'nothing-reported',
    ],
    ['year-jump', 'five times', { cells: { [penalties]: 220 } }, {}, ''],
    ['year-jump', 'more than five times', { cells: { [penalties]: 221 } }, {}, 'note'],
    ['year-jump', 'a fifth', { cells: { [penalties]: 44 } }, { cells: { [penalties]: 220 } }, ''],
    ['year-jump', 'less than a fifth', { cells: { [penalties]: 44 } }, { cells: { [penalties]: 221 } }, 'note'],
    ['year-jump', 'from a blank', { cells: { [penalties]: 440 } }, { cells: { [penalties]: '' } }, ''],
    ['year-jump', 'from nothing', { cells: { [penalties]: 440 } }, { cells: { [penalties]: 0 } }, ''],
    ['pending-vanished', 'none left of one', { cells: noDisputes() }, {}, 'note'],
    ['pending-vanished', 'nothing printed', { cells: { 'disputes.reconsideration.total': '' } }, {}, ''],
  ])('%s: %s', (check, _, own, last, expected) => {
    expect(verdict(check, own, last)).toBe(expected);
  });
});

function noDisputes(): Changes['cells'] {
  return {
    'disputes.reconsideration.upheld': 0,
    'disputes.reconsideration.pending': 0,
    'disputes.reconsideration.total': 0,
  };
}
