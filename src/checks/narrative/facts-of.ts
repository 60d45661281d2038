import type { Fact, FactSubject } from '../../report/fact.ts';
import type { Report } from '../../report/report.ts';

/** Facts of some subjects that stand for the whole: not narrowed to a kind or a place. */
export const factsOf = ({ facts }: Report, ...subjects: readonly FactSubject[]): Fact[] =>
  facts.filter((fact) => subjects.includes(fact.subject) && fact.of === undefined);

/** Only those that are no part of another number. */
export const wholesOf = (report: Report, ...subjects: readonly FactSubject[]): Fact[] =>
  factsOf(report, ...subjects).filter(({ partOf }) => partOf === undefined);
