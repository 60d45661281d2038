import type { ListedIssue } from '../store/case-store.ts';
import { issueListMessage } from '../views/answer/issue-list.ts';
import { kindOf } from '../views/finding-kind.ts';
import { type Asked, defineCommand } from './command.ts';
import { scopeOf } from './scope.ts';

/** What is still to be checked: by kind, bureau, year or person. */
export const issues = defineCommand({
  id: 'issues',
  usage: {
    zh: '待办 [我｜勾稽｜缺报 2021] [机关或地区] [年份]',
    en: 'issues [mine | totals | missing 2021] [bureau or region] [year]',
  },
  examples: ['待办', '待办 我'],
  suits: ({ verb }) => verb === 'issues',
  async run(asked) {
    const { question, asker, store, now } = asked;
    const listed = await visible(await store.cases.list(), asked);
    const open = listed.filter(({ state }) => state === 'open');
    const shown = question.mine ? open.filter(({ assignee }) => assignee !== null && assignee === asker.user) : open;
    const filtered =
      question.kind === null
        ? shown
        : shown.filter((issue) => kindOf({ ...issue, origin: 'unknown' }) === question.kind);
    return issueListMessage({
      issues: filtered.toSorted(
        (a, b) =>
          Number(b.severity === 'error') - Number(a.severity === 'error') ||
          (a.since < b.since ? -1 : a.since > b.since ? 1 : 0),
      ),
      mine: open.filter(({ assignee }) => assignee !== null && assignee === asker.user).length,
      page: question.page,
      question: question.text,
      now,
      locale: asker.locale,
    });
  },
});

/** Issues of reports that the asker may see, of the bureaus and years that were asked for. */
async function visible(listed: readonly ListedIssue[], { question, directory }: Asked): Promise<ListedIssue[]> {
  const named = question.places.length > 0 ? new Set(scopeOf(question, directory).bureaus.map(({ key }) => key)) : null;
  return listed.filter(
    ({ bureauKey, year }) =>
      directory.byKey(bureauKey)?.rows.has(year) &&
      (named === null || named.has(bureauKey)) &&
      (question.years.length === 0 || question.years.includes(year)),
  );
}
