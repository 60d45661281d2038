import type { Fact, FactSubject } from '../../report/fact.ts';
import type { Report } from '../../report/report.ts';
import { once } from '../once.ts';
import { isOfAnother } from './scope.ts';

/** What the text speaks of at all: most checks ask for subjects that it does not. */
const spokenOf = once(({ facts }) => new Set(facts.map(({ subject }) => subject)));

/** Facts of some subjects, in printed order. */
export const factsAbout = (report: Report, ...subjects: readonly FactSubject[]): Fact[] =>
  subjects.some((subject) => spokenOf(report).has(subject))
    ? report.facts.filter(({ subject }) => subjects.includes(subject))
    : [];

/** Those that are said of the report's own body, for checks that have nothing to say of another's. */
export const ownFacts = (report: Report, ...subjects: readonly FactSubject[]): Fact[] =>
  factsAbout(report, ...subjects).filter((fact) => !isOfAnother(report, fact));

/** Facts of some subjects that stand for the whole: not narrowed to a kind or a place. */
export const factsOf = (report: Report, ...subjects: readonly FactSubject[]): Fact[] =>
  factsAbout(report, ...subjects).filter(({ of }) => of === undefined);

/** Counts of all requests, of which something may be a part and still be a row of the tables. */
const allRequests: readonly FactSubject[] = ['received', 'receivedAndCarried', 'handled', 'concluded', 'answered'];

/** Lists within lists go no deeper. */
const deepest = 4;

/**
 * Whether a fact stands for its whole row: it is no part of a number, or of all requests, or of one of `groups`. Of
 * 自然人申请9件，其中予以公开4件 the four are not all that were granted.
 */
export function ofAllRequests({ facts }: Report, fact: Fact, groups: readonly FactSubject[] = []): boolean {
  let part = fact;
  for (let depth = 0; depth < deepest; depth++) {
    const whole = part.partOf === undefined ? undefined : facts[part.partOf];
    if (!whole) return true;
    if (whole.of !== undefined || ![...allRequests, ...groups].includes(whole.subject)) return false;
    part = whole;
  }
  return false;
}

/** Only those that are no part of another number. */
export const wholesOf = (report: Report, ...subjects: readonly FactSubject[]): Fact[] =>
  factsOf(report, ...subjects).filter(({ partOf }) => partOf === undefined);
