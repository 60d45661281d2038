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
export const isTotal = (address: Address): boolean =>
  address.endsWith('.total') || address.startsWith('applications.concluded.');

/** What one side adds up to; notes the cells on it that hold no number. */
function side(addresses: readonly Address[], cells: Report['cells'], odd: Address[]): number {
  let sum = 0;
  for (const address of addresses) {
    const cell = cells[address];
    if (cell?.state !== 'number') odd.push(address);
    sum += cell?.value ?? 0;
  }
  return sum;
}

function first(identity: Identity, cells: Report['cells']): Verdict {
  const odd: Address[] = [];
  const leftSum = side(identity.left, cells, odd);
  const rightSum = side(identity.right, cells, odd);
  const outcome = Math.abs(leftSum - rightSum) < 1e-6 ? 'holds' : 'fails';
  if (!odd.length) return { identity, leftSum, rightSum, blanks: [], outcome };
  const inState = (...states: string[]) => odd.filter((address) => states.includes(cells[address]?.state ?? 'absent'));
  const blanks = inState('blank', 'placeholder');
  const sums = { identity, leftSum, rightSum, blanks };
  const open = (code: Reason, because: Address[]): Verdict => ({ ...sums, outcome: 'open', code, because });

  const absent = inState('absent');
  if (absent.length) return open('absent', absent);
  const unreadable = inState('unreadable');
  if (unreadable.length) return open('unreadable', unreadable);
  if (blanks.length === identity.left.length + identity.right.length) return open('nothing-reported', blanks);
  // Where the other side is the greater one already, a total that is not reported cannot make it right.
  const lesser = outcome === 'holds' ? blanks : leftSum < rightSum ? identity.left : identity.right;
  const blankTotals = blanks.filter((address) => isTotal(address) && lesser.includes(address));
  if (blankTotals.length) return open('blank-total', blankTotals);
  return { ...sums, outcome };
}

/**
 * Decides each equation without ever taking a blank as 0 in order to complain. An equation that holds with its blanks
 * as 0 confirms them as zeros, since counts are never negative; one that fails stays open where a blank that nothing
 * confirms could hold the difference.
 */
export function assess(identities: readonly Identity[], cells: Report['cells']): Verdict[] {
  const verdicts = identities.map((identity) => first(identity, cells));
  if (!verdicts.some(({ outcome, blanks }) => outcome === 'fails' && blanks.length)) return verdicts;
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
