import type { BlockAction } from '@slack/bolt';
import { type CaseName, caseName, findCase, findIssue, nameInThread } from '../casework/find-case.ts';
import { mustSee } from '../casework/rights.ts';
import type { CaseFile, NumberedIssue } from '../store/case-store.ts';
import type { Desk } from './desk.ts';
import { officeOf } from './office.ts';

/** What a button or form names, where it stands: in a thread, numbers are those of that thread. */
export const namedAt = (desk: Desk, text: string, channel: string, thread: string): Promise<CaseName> =>
  nameInThread(desk.store, caseName(text), { channel, thread });

/** The report that a button or form stands for, if the person may see it; read from the store at every click. */
export async function seenCase(desk: Desk, user: string, name: CaseName): Promise<CaseFile> {
  const file = await findCase(desk.store, name);
  await mustSee(officeOf(desk), user, file);
  return file;
}

export async function seenIssue(
  desk: Desk,
  user: string,
  name: CaseName,
): Promise<{ file: CaseFile; issue: NumberedIssue }> {
  const found = await findIssue(desk.store, name);
  await mustSee(officeOf(desk), user, found.file);
  return found;
}

/** Where a click happened, for the forms it opens. */
export const threadOf = ({ container, message }: BlockAction): string =>
  (container.thread_ts as string | undefined) ?? (message?.thread_ts as string | undefined) ?? message?.ts ?? '';
