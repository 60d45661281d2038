import { describe, expect, test } from 'vitest';
import { example, type Printed, row } from '../../src/checks/example.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import type { Address } from '../../src/report/report.ts';

const namedBy = (check: string, cells: Partial<Record<Address, Printed>>): Set<string> =>
  new Set(
    runChecks(example('2021', { cells })).findings.flatMap((finding) =>
      finding.check === check
        ? finding.evidence.flatMap((item) =>
            item.kind === 'cell' ? [item.address] : item.kind === 'equation' ? [...item.left, ...item.right] : [],
          )
        : [],
    ),
  );

describe('what blanks leave open is named as evidence', () => {
  test('a 0 that may have changed places with a blank, and no number that a sum holds in its place', () => {
    const named = namedBy('cell-blank', row('declined.repeated', 0, '', '', '', '', '', ''));
    expect(named).toContain('applications.declined.repeated.person');
    expect(named).toContain('applications.declined.repeated.total');
    expect(named).not.toContain('applications.granted.person');
  });

  test('numbers of table 2, which has no sums', () => {
    const named = namedBy('cell-blank', { 'disclosures.licences.decisions': '' });
    expect(named).toContain('disclosures.penalties.decisions');
    expect(namedBy('cell-blank', {}).size).toBe(0);
  });

  test('sums that a blank may hold the rest of', () => {
    const named = namedBy('cell-blank', { 'applications.granted.person': '' });
    expect(named).toContain('applications.unavailable.notHeld.person');
    expect(named).toContain('applications.granted.total');
  });

  test('the parts of a blank total', () => {
    const named = namedBy('total-blank', { 'applications.granted.total': '' });
    expect(named).toContain('applications.granted.business');
    expect(named).not.toContain('applications.partlyGranted.person');
  });
});
