import type { Finding } from '../report/finding.ts';

/** What sort of thing a finding is about: how it is counted in a verdict and filtered in a list. */
export const findingKinds = ['reconciliation', 'missing', 'reading', 'text', 'form', 'other'] as const;
export type FindingKind = (typeof findingKinds)[number];

const missing =
  /-(missing|not-found|blank|cell-count|without-values)$|^(cell-blank|fee-statement|overview-items|text-cut-off)$/;
const form = /^(form-|row-(label|unknown|shifted)$)/;

/** The kind follows from the tag, the origin and the family of the check's id. */
export function kindOf({ check, tags, origin }: Pick<Finding, 'check' | 'tags' | 'origin'>): FindingKind {
  if (origin === 'reading') return 'reading';
  if (tags.includes('reconciliation')) return 'reconciliation';
  if (missing.test(check)) return 'missing';
  if (form.test(check)) return 'form';
  return check.startsWith('narrative-') || check === 'fee-statement' ? 'text' : 'other';
}
