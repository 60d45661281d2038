import { expect, test } from 'vitest';
import { fingerprint, valueHash } from '../../src/report/fingerprint.ts';
import { cell, finding, report } from '../store/filing.ts';

const quote = (text: string, section = '三') => ({ kind: 'quote' as const, text, section, place: {} });

test('the name of an issue rests on bureau, year, check and slot alone', () => {
  const name = fingerprint('k', 2023, finding());
  const reworded = finding({
    message: { zh: '别的话 99', en: 'other' },
    evidence: [quote('收到 9 件')],
    severity: 'warning',
  });
  expect(fingerprint('k', 2023, reworded)).toBe(name);
  const others = [
    fingerprint('k', 2024, finding()),
    fingerprint('j', 2023, finding()),
    fingerprint('k', 2023, finding({ slot: 'disputes' })),
    fingerprint('k', 2023, finding({ check: 'carry-over' })),
  ];
  expect(new Set([name, ...others]).size).toBe(5);
});

test('the hash of figures changes with a value, and with nothing else', () => {
  const eleven = report({ cells: { 'applications.concluded.total': cell(11) } });
  const hash = valueHash(finding(), eleven);
  const moved = report({ cells: { 'applications.concluded.total': cell(11, { place: { page: 9 }, raw: '１１' }) } });
  expect(valueHash(finding({ message: { zh: '换了说法', en: 'reworded' } }), moved)).toBe(hash);
  for (const other of [cell(12), cell(null), cell(null, { state: 'placeholder' }), undefined])
    expect(valueHash(finding(), report({ cells: { 'applications.concluded.total': other } }))).not.toBe(hash);
  const unrelated = report({ cells: { 'applications.concluded.total': cell(11), 'disclosures.fees.amount': cell(7) } });
  expect(valueHash(finding(), unrelated)).toBe(hash);
});

test('numbers of a sentence count, also written in Chinese; its other words do not', () => {
  const hash = (text: string) => valueHash(finding({ cells: [], evidence: [quote(text)] }), report());
  expect(hash('全年共收到申请１２件')).toBe(hash('全年收到信息公开申请12件'));
  expect(hash('收到申请12件')).not.toBe(hash('收到申请13件'));
  expect(hash('收到申请三件')).not.toBe(hash('收到申请四件'));
  expect(hash('一般情况下收到三件')).toBe(hash('收到三件'));
});
