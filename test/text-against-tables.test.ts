import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runChecks } from '../src/checks/run-checks.ts';
import { parseReport } from '../src/parsing/parse-report.ts';
import type { Finding } from '../src/report/finding.ts';
import type { Address, Report } from '../src/report/report.ts';
import { documentOf } from './parsing/text/document-of.ts';

const folder = process.env.GOVINFO_REPORTS ?? resolve(import.meta.dirname, '../../shared/reports');

/** A real report, its text changed on the way. */
function read(number: string, change: (text: string) => string = (text) => text): Report {
  const name = readdirSync(folder).find((file) => file.startsWith(`${number}_`) && file.endsWith('.txt'))!;
  const text = readFileSync(join(folder, name), 'utf8');
  const changed = change(text);
  return parseReport(documentOf(...changed.split('\n')));
}

/** The report with other numbers in some cells. */
const withCells = (report: Report, cells: Partial<Record<Address, number>>): Report => ({
  ...report,
  cells: {
    ...report.cells,
    ...Object.fromEntries(
      Object.entries(cells).map(([address, value]) => [
        address,
        { ...report.cells[address as Address]!, value, raw: String(value) },
      ]),
    ),
  },
});

const serious = (report: Report): Finding[] =>
  runChecks({ report }).findings.filter(({ severity }) => severity !== 'note');
const checksOf = (report: Report): string[] => serious(report).map(({ check }) => check);

describe.skipIf(!existsSync(folder))('one change to a real report is one finding', () => {
  test.each(['000', '001', '002', '003', '004'])('%s as it is has none', (number) => {
    expect(checksOf(read(number))).toEqual([]);
  });

  test('a part of a total that no longer adds up', () => {
    expect(checksOf(read('000', (text) => text.replace('门户网站 141条', '门户网站 151条')))).toEqual([
      'narrative-parts',
    ]);
  });

  test('a table whose sums hold, against a sentence that says none', () => {
    const report = withCells(read('000'), {
      'applications.received.person': 3,
      'applications.received.total': 3,
      'applications.granted.person': 3,
      'applications.granted.total': 3,
      'applications.concluded.person': 3,
      'applications.concluded.total': 3,
    });
    expect(checksOf(report)).toEqual(['narrative-none-received']);
  });

  test('a broken cell that the sentence bears out is one error, with the sentence as evidence', () => {
    const found = serious(withCells(read('000'), { 'applications.received.total': 3 }));
    expect(found.map(({ check, severity }) => `${check} ${severity}`)).toEqual(['applications-balance error']);
    expect(found[0]!.suspect).toEqual({ cell: 'applications.received.total', printed: 3, proposed: 0 });
    expect(found[0]!.evidence.some((evidence) => evidence.kind === 'quote' && evidence.text.includes('未接收到'))).toBe(
      true,
    );
  });

  test('a count of licences that no sum can find', () => {
    expect(checksOf(withCells(read('003'), { 'disclosures.licences.decisions': 1334 }))).toEqual([
      'narrative-licences',
    ]);
  });

  test('a fee statement taken out', () => {
    expect(checksOf(read('001', (text) => text.replace('，未收取信息处理费', '')))).toEqual(['fee-statement']);
  });

  test('a number of requests put where there was none', () => {
    const changed = read('002', (text) =>
      text.replace('我局未收到政府信息公开申请。', '我局收到政府信息公开申请 2 件。'),
    );
    expect(checksOf(changed)).toEqual(['narrative-received']);
  });
});
