import type { CommandContext } from '../command.ts';
import { asksForIssues, type Question } from './question.ts';

/** Slack's way of naming a person. */
const mention = /<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g;

/** The people that a text mentions by id. */
export const mentioned = (text: string): string[] => [...new Set([...text.matchAll(mention)].map(([, id]) => id!))];

/**
 * Words that no place and no measure has may be what somebody is called who looks after an issue: 待办 李雷. Such words
 * move from `unknown` to `people`.
 */
export async function nameAssignees(question: Question, { store, asker }: CommandContext): Promise<void> {
  if (!asksForIssues(question) || question.unknown.length === 0 || !asker.names) return;
  const assignees = [...new Set((await store.cases.list()).flatMap(({ assignee }) => assignee ?? []))];
  const names = await asker.names(assignees);
  const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  question.unknown = question.unknown.filter((said) => {
    const found = assignees.filter((user) => plain(names(user)) === plain(said));
    question.people.push(...found);
    return found.length === 0;
  });
}
