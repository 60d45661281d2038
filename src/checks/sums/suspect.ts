import type { Finding } from '../../report/finding.ts';
import type { Address, Report } from '../../report/report.ts';
import { isTotal, residual, type Verdict } from './assess.ts';

/**
 * The one printed cell of table 三 whose change alone makes every equation hold, and the number it would have to be.
 * Nothing where no cell does, where two do, or where the table was not found whole: then no one is named. Three wrong
 * cells at the corners of a rectangle can look like one, so even a single answer is a proposal and not a certainty.
 */
export function findSuspect(verdicts: readonly Verdict[], cells: Report['cells']): Finding['suspect'] {
  if (verdicts.some((verdict) => verdict.outcome === 'open' && verdict.code === 'absent')) return undefined;
  const decided = verdicts.filter((verdict) => verdict.outcome !== 'open');
  // By how much it is off does not show where a total that is not reported stands in the greater side.
  const failing = decided.filter((verdict) => verdict.outcome === 'fails' && !verdict.blanks.some(isTotal));
  if (!failing.length) return undefined;

  const signsIn = (verdict: Verdict, address: Address): number =>
    verdict.identity.left.includes(address) ? 1 : verdict.identity.right.includes(address) ? -1 : 0;
  const explains = (address: Address): Finding['suspect'] => {
    const cell = cells[address];
    if (cell?.state !== 'number' || cell.value === null) return undefined;
    const change = -signsIn(failing[0]!, address) * residual(failing[0]!);
    const proposed = cell.value + change;
    if (proposed < 0 || !Number.isInteger(proposed)) return undefined;
    const restores = decided.every((verdict) =>
      comesOut(verdict, residual(verdict) + signsIn(verdict, address) * change),
    );
    return restores ? { cell: address, printed: cell.value, proposed } : undefined;
  };
  const { left, right } = failing[0]!.identity;
  const suspects = [...left, ...right].map(explains).filter((suspect) => suspect !== undefined);
  if (suspects.length < 2) return suspects[0];

  // Equations with blanks decide nothing, but of several cells only one may leave them, too, as they are printed.
  const open = verdicts.filter(
    ({ outcome, identity }) =>
      outcome === 'open' && identity.right.every((address) => cells[address]?.state === 'number'),
  );
  const fitting = suspects.filter(({ cell, printed, proposed }) =>
    open.every((verdict) => {
      const sign = signsIn(verdict, cell);
      return sign === 0 || residual(verdict) + sign * (proposed - printed) === 0;
    }),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Whether an equation that is off by so much holds: to the last one, or as far as a total in it is not reported. */
const comesOut = ({ identity, blanks }: Verdict, off: number): boolean =>
  off === 0 ||
  blanks.some((address) => isTotal(address) && (off < 0 ? identity.left : identity.right).includes(address));
