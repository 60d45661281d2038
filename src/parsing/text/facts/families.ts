import { type FactSubject, outcomeSubjects } from '../../../report/fact.ts';

/** What became of requests. */
export const outcomeFamily: ReadonlySet<FactSubject> = new Set([...outcomeSubjects, 'ground']);

/** Subjects of table 三. */
export const requestFamily: ReadonlySet<FactSubject> = new Set([
  'received',
  'receivedAndCarried',
  'handled',
  'concluded',
  'answered',
  'carriedIn',
  'carriedOut',
  ...outcomeFamily,
  'withdrawn',
  'applicants',
]);

/** Subjects of table 四. */
export const disputeFamily: ReadonlySet<FactSubject> = new Set([
  'reconsiderations',
  'lawsuits',
  'lawsuitsDirect',
  'lawsuitsAfterReconsideration',
]);

/** Subjects that a table counts. */
export const inTables: ReadonlySet<FactSubject> = new Set([
  ...requestFamily,
  ...disputeFamily,
  'regulations',
  'normativeDocuments',
  'licences',
  'penalties',
  'coerciveMeasures',
]);

export const percentages: ReadonlySet<FactSubject> = new Set(['share', 'change', 'rate']);
