import type { BlockAction } from '@slack/bolt';
import { type CaseName, caseName, findCase, findIssue, nameInThread } from '../casework/find-case.ts';
import { mustSee } from '../casework/rights.ts';
import type { Finding } from '../report/finding.ts';
import type { Address, Report } from '../report/report.ts';
import type { CaseFile, NumberedIssue } from '../store/case-store.ts';
import { noNumberText } from '../views/figure.ts';
import type { CorrectableCell } from '../views/issue-forms.ts';
import type { Locale } from '../views/message.ts';
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

/** Cells as the form to correct them lists them: what is printed, and what the sums point to. */
export function correctable(
  { cells, tables }: Report,
  addresses: readonly Address[],
  suspect: Finding['suspect'],
  locale: Locale,
): CorrectableCell[] {
  return addresses.map((address) => {
    const cell = cells[address];
    const printed = cell ? cell.raw || noNumberText('blank', locale) : noNumberText('absent', locale);
    const row = rowOf(tables, address);
    return {
      address,
      printed,
      ...(row && { row }),
      ...(suspect?.cell === address && { proposed: suspect.proposed }),
    };
  });
}

/** The printed row that a cell stands in. */
function rowOf(tables: Report['tables'], address: Address): string | undefined {
  const [first, last] = [address.indexOf('.'), address.lastIndexOf('.')];
  const table = tables[address.slice(0, first) as keyof Report['tables']];
  const row = table?.rows.find(({ id }) => id === address.slice(first + 1, last));
  return row && [row.label, ...row.tokens].join(' ');
}
