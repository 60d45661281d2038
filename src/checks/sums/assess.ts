import { partsOf } from '../../report/address.ts';
import type { Reason } from '../../report/finding.ts';
import type { Address, Report } from '../../report/report.ts';
import type { Identity } from './identity.ts';

/** What one equation came to: it holds, it fails, or it cannot be decided and why. */
export type Verdict = { identity: Identity; leftSum: number; rightSum: number; blanks: Address[] } & (
  | { outcome: 'holds' | 'fails' }
  | { outcome: 'open'; code: Reason; because: Address[] }
);

/** Left minus right; what the equation is off by. */
export const residual = ({ leftSum, rightSum }: Verdict): number => Math.round((leftSum - rightSum) * 1e6) / 1e6;

/** Totals in the sense of the sums: column `total` and the row of all concluded requests. */
export const isTotal = (address: Address): boolean => {
  const { table, row, column } = partsOf(address);
  return column === 'total' || (table === 'applications' && row === 'concluded');
};

const sum = (cells: Report['cells'], addresses: readonly Address[]): number =>
  addresses.reduce((total, address) => total + (cells[address]?.value ?? 0), 0);

function first(identity: Identity, cells: Report['cells']): Verdict {
  const all = [...identity.left, ...identity.right];
  const odd = all.filter((address) => cells[address]?.state !== 'number');
  const inState = (...states: string[]) => odd.filter((address) => states.includes(cells[address]?.state ?? 'absent'));
  const blanks = inState('blank', 'placeholder');
  const sums = { identity, leftSum: sum(cells, identity.left), rightSum: sum(cells, identity.right), blanks };
  const open = (code: Reason, because: Address[]): Verdict => ({ ...sums, outcome: 'open', code, because });

  const absent = inState('absent');
  if (absent.length) return open('absent', absent);
  const unreadable = inState('unreadable');
  if (unreadable.length) return open('unreadable', unreadable);
  if (blanks.length === all.length) return open('nothing-reported', blanks);
  const blankTotals = blanks.filter(isTotal);
  if (blankTotals.length) return open('blank-total', blankTotals);
  return { ...sums, outcome: Math.abs(sums.leftSum - sums.rightSum) < 1e-6 ? 'holds' : 'fails' };
}

/**
 * Decides each equation without ever taking a blank as 0 in order to complain. An equation that holds with its blanks
 * as 0 confirms them as zeros, since counts are never negative; one that fails stays open where a blank that nothing
 * confirms could hold the difference.
 */
export function assess(identities: readonly Identity[], cells: Report['cells']): Verdict[] {
  const verdicts = identities.map((identity) => first(identity, cells));
  const zeros = confirmedZeros(verdicts);
  return verdicts.map((verdict) => {
    if (verdict.outcome !== 'fails') return verdict;
    const smaller = verdict.leftSum < verdict.rightSum ? verdict.identity.left : verdict.identity.right;
    const because = verdict.blanks.filter((address) => !zeros.has(address) && smaller.includes(address));
    return because.length ? { ...verdict, outcome: 'open', code: 'blank-open', because } : verdict;
  });
}

/** Blanks that stand in an equation which holds without them. */
export const confirmedZeros = (verdicts: readonly Verdict[]): Set<Address> =>
  new Set(verdicts.flatMap((verdict) => (verdict.outcome === 'holds' ? verdict.blanks : [])));
