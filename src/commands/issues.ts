import type { ListedIssue } from '../store/case-store.ts';
import { issueListMessage } from '../views/answer/issue-list.ts';
import { kindOf } from '../views/finding-kind.ts';
import { listText, say } from '../views/words/say.ts';
import { type Asked, defineCommand } from './command.ts';
import { fitting, ofScope, openIssues, yearsListed } from './open-issues.ts';
import { asksForIssues } from './question/question.ts';
import { scopeOf } from './scope.ts';

/** Kinds that a question has a word for. */
const filterable = ['reconciliation', 'missing', 'reading', 'text', 'form'] as const;

/** What is still to be checked: by kind, bureau, year or person. */
export const issues = defineCommand({
  id: 'issues',
  usage: {
    zh: '待办 [我｜人名｜勾稽｜缺漏｜存疑｜检查名] [机关或地区] [年份]',
    en: 'issues [mine | a name | reconciliation | incomplete | uncertain | check] [bureau or region] [year]',
  },
  examples: ['待办', '待办 我'],
  suits: (question) => (question.verb === null || question.verb === 'issues') && asksForIssues(question),
  dated: () => true,
  async run(asked) {
    const { question, asker, now } = asked;
    const everywhere = await openIssues(asked);
    const open = ofScope(everywhere, asked);
    const filtered = fitting(open, asked);
    const names = question.people.length > 0 ? await asker.names?.(question.people) : undefined;
    return issueListMessage({
      issues: filtered.toSorted(
        (a, b) =>
          Number(b.severity === 'error') - Number(a.severity === 'error') ||
          (a.since < b.since ? -1 : a.since > b.since ? 1 : 0),
      ),
      all: everywhere.length,
      ...(names && { of: listText(question.people.map(names), asker.locale) }),
      mine: open.filter(({ assignee }) => assignee !== null && assignee === asker.user).length,
      off: offIn(asked),
      offers: offersFor(filtered, asked),
      page: question.page,
      question: question.text,
      now,
      locale: asker.locale,
    });
  },
});

/** 只看我的, 只看勾稽 …, 导出: what narrows a list that holds more than that. */
function offersFor(issues: readonly ListedIssue[], { question, asker: { locale, user } }: Asked) {
  const kinds = filterable.filter((kind) => issues.some((issue) => kindOf({ ...issue, origin: issue.fault }) === kind));
  const others = issues.some(({ assignee }) => assignee !== user);
  const some = issues.some(({ assignee }) => assignee !== null && assignee === user);
  return [
    ...(some && others ? [{ label: say(locale, 'todo.onlyMine'), question: `${question.text} 我` }] : []),
    ...(question.kind === null && kinds.length > 1
      ? kinds.map((kind) => ({
          label: say(locale, 'changes.only', { kind: say(locale, `kind.word.${kind}`) }),
          question: `${question.text} ${say('zh', `kind.word.${kind}`)}`,
        }))
      : []),
    { label: say(locale, 'button.export'), question: `导出 ${question.text} csv` },
  ];
}

/** Findings of checks that are off, in the bureaus and years that were asked for. */
function offIn({ question, directory }: Asked): number {
  const { bureaus } = scopeOf(question, directory);
  const years = yearsListed(question, directory);
  return bureaus
    .flatMap(({ rows }) => [...rows.values()])
    .filter(({ year }) => years.length === 0 || years.includes(year))
    .reduce((sum, { off }) => sum + off, 0);
}
