import type { ListedIssue } from '../store/case-store.ts';
import { kindOf } from '../views/finding-kind.ts';
import type { Asked } from './command.ts';
import type { Directory } from './names/directory.ts';
import { spanOf } from './question/periods.ts';
import type { Question } from './question/question.ts';
import { scopeOf, yearsAsked } from './scope.ts';

/** Issues that nobody has decided about, of reports that the asker may see. */
export const openIssues = async ({ store, directory }: Asked): Promise<ListedIssue[]> =>
  (await store.cases.list()).filter(
    ({ state, bureauKey, year }) => state === 'open' && directory.byKey(bureauKey)?.rows.has(year),
  );

/** The years a list keeps to; none where it keeps to no year. */
export const yearsListed = (question: Question, { years }: Directory): readonly number[] =>
  question.newest === null ? question.years : yearsAsked(question, years);

/** Those of the bureaus and years that were asked for. */
export function ofScope(listed: readonly ListedIssue[], { question, directory }: Asked): ListedIssue[] {
  const narrow = question.places.length > 0 || question.level !== null;
  const named = narrow ? new Set(scopeOf(question, directory).bureaus.map(({ key }) => key)) : null;
  const years = yearsListed(question, directory);
  return listed.filter(
    ({ bureauKey, year }) => (named === null || named.has(bureauKey)) && (years.length === 0 || years.includes(year)),
  );
}

/** Those of the person, kind, check and days that were asked for. */
export function fitting(listed: readonly ListedIssue[], { question, asker, now }: Asked): ListedIssue[] {
  const people = [...question.people, ...(question.mine && asker.user !== undefined ? [asker.user] : [])];
  const personal = people.length > 0 || question.mine;
  const span = question.period && spanOf(question.period, now);
  return listed.filter(
    (issue) =>
      (!personal || (issue.assignee !== null && people.includes(issue.assignee))) &&
      (question.kind === null || kindOf({ ...issue, origin: issue.fault }) === question.kind) &&
      (question.check === null || issue.check === question.check) &&
      (!span || (Date.parse(issue.since) >= span.from.getTime() && Date.parse(issue.since) < span.to.getTime())),
  );
}
