import type { Address, Report } from '../../report/report.ts';

/** From 2024 a refusal goes to reconsideration first: more of it and fewer suits are expected that year. */
export const movedByLaw = (address: Address, { year }: Report): boolean =>
  year === 2024 && address.startsWith('disputes.');
