import { expect, test } from 'vitest';
import { example } from '../../src/checks/example.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { applySwitches, type Switch, switchSchema } from '../../src/report/switch.ts';

const { findings } = runChecks(
  example('2021', { cells: { 'disclosures.licences.decisions': 0, 'disputes.reconsideration.total': 5 } }),
);
const here = { bureauKey: '640199:卫生健康局', channel: 'C1', day: '2026-11-22' };
const turn = (more: Partial<Switch> & Pick<Switch, 'check' | 'to'>): Switch =>
  switchSchema.parse({
    reason: '许可已划转审批局',
    until: '2027-11-22',
    at: '2026-11-22T08:00:00Z',
    by: 'U1',
    ...more,
  });
const severityOf = (check: string, list = findings) => list.find((finding) => finding.check === check)?.severity;

test('a check turned off for a bureau stands apart with the switch, and nothing else changes', () => {
  const off = turn({ check: 'licences-zero', to: 'off', bureauKey: here.bureauKey });
  const result = applySwitches(findings, [off], here);
  expect(result.off).toEqual([{ finding: findings.find(({ check }) => check === 'licences-zero'), by: off }]);
  expect(result.findings).toEqual(findings.filter(({ check }) => check !== 'licences-zero'));
});

test('a check turned down in a channel weighs one step less there and says why', () => {
  const down = turn({ check: 'disputes-total', to: 'lower', channel: 'C1' });
  const { findings: now } = applySwitches(findings, [down, down], here);
  expect(severityOf('disputes-total')).toBe('error');
  expect(severityOf('disputes-total', now)).toBe('warning');
  expect(now.find(({ check }) => check === 'disputes-total')?.lowered?.zh).toContain('许可已划转审批局');
  expect(severityOf('disputes-total', applySwitches(findings, [down], { ...here, channel: 'C2' }).findings)).toBe(
    'error',
  );
});

test('a switch ends on its day, and holds for its bureau only', () => {
  const off = turn({ check: 'licences-zero', to: 'off', bureauKey: here.bureauKey, until: '2026-11-22' });
  expect(applySwitches(findings, [off], here).off).toEqual([]);
  expect(applySwitches(findings, [off], { ...here, day: '2026-11-21' }).off).toHaveLength(1);
  const other = turn({ check: 'licences-zero', to: 'off', bureauKey: '640198:民政局' });
  expect(applySwitches(findings, [other], here).off).toEqual([]);
});

test('a switch needs a reason and an end', () => {
  expect(() => turn({ check: 'licences-zero', to: 'off', reason: '' })).toThrow();
  expect(() => turn({ check: 'licences-zero', to: 'off', until: 'never' })).toThrow();
});
