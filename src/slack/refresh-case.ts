import { z } from 'zod';
import { settingsOf } from '../casework/settings.ts';
import type { CaseFile, CaseRef } from '../store/case-store.ts';
import type { StoredReport } from '../store/store.ts';
import type { Locale } from '../views/message.ts';
import { wordsMessage } from '../views/plain-words.ts';
import { reopenedText } from '../views/report/decided.ts';
import { redrawBoard } from './batch.ts';
import { type CaseMessages, caseReplies, messagesOf, rememberMessages } from './case-messages.ts';
import type { Desk } from './desk.ts';
import { refreshSign } from './sign.ts';

const announcedSchema = z.object({ at: z.string() });

/**
 * Brings every reply to a report, and the sign under each upload, up to date with what people decided. Of the report only
 * its name is kept meanwhile: hundreds may wait for their turn, as Slack takes 45 edits a minute.
 */
export const refreshCase = (desk: Desk, { bureauKey, year }: CaseRef): Promise<void> =>
  refresh(desk, { bureauKey, year });

async function refresh(desk: Desk, ref: CaseRef): Promise<void> {
  const { done } = await desk.outdated.bringUpToDate(ref, () => refreshVersions(desk, ref));
  await done;
}

async function refreshVersions(desk: Desk, ref: CaseRef): Promise<void> {
  for (const version of await versionNumbers(desk, ref)) {
    const messages = await messagesOf(desk, ref, version);
    if (messages) await refreshReplies(desk, ref, version, messages);
  }
}

const versionNumbers = async (desk: Desk, { bureauKey, year }: CaseRef): Promise<number[]> =>
  (await desk.store.reports.versions(bureauKey, year)).map(({ version }) => version);

async function refreshReplies(desk: Desk, ref: CaseRef, version: number, messages: CaseMessages): Promise<void> {
  const { channel, summary, issues, marks } = messages;
  const { locale } = await settingsOf(desk.store, channel);
  /** What stands in the store when the edit's turn comes, whatever called for it. */
  const now = async () => {
    const file = await desk.store.cases.get(ref);
    const stored = await versionOf(desk, ref, version);
    if (!file || !stored) throw new TypeError('a report that has messages is not there');
    return caseReplies(desk, file, stored, locale);
  };
  const edits = [
    summary && desk.courier.edit({ channel, ts: summary }, async () => (await now()).summary, marks.summary),
    issues && desk.courier.edit({ channel, ts: issues }, async () => (await now()).issues!, marks.issues),
  ];
  await Promise.all([...edits, refreshUpload(desk, messages.upload), raise(desk, ref, version, locale)]);
}

const versionOf = async (
  desk: Desk,
  { bureauKey, year }: CaseRef,
  version: number,
): Promise<StoredReport | undefined> =>
  (await desk.store.reports.versions(bureauKey, year)).find((one) => one.version === version);

/**
 * Says once in the thread what came up later: the issues of a report that was clean when it was posted, and an issue
 * that a decision had closed and that is open again.
 */
async function raise(desk: Desk, ref: CaseRef, version: number, locale: Locale): Promise<void> {
  await desk.store.exclusively(`raise ${ref.bureauKey}/${ref.year}`, async () => {
    const file = await desk.store.cases.get(ref);
    const messages = await messagesOf(desk, ref, version);
    if (!file || !messages || file.stored.version !== version) return;
    const { channel, thread, marks } = messages;
    if ((await settingsOf(desk.store, channel)).replies === 'signs') return;
    if (!messages.issues) {
      const { issues, open } = await caseReplies(desk, file, file.stored, locale);
      if (!open || !issues) return;
      const ts = await desk.courier.post({ channel, thread }, issues, { mark: marks.issues, again: true });
      await rememberMessages(desk, ref, version, { ...messages, issues: ts });
      await noteReopened(desk, file);
      return;
    }
    for (const issue of await noteReopened(desk, file)) {
      const message = wordsMessage(reopenedText(issue, locale));
      await desk.courier.post({ channel, thread }, message, { mark: `reopened ${reopeningOf(issue)}`, again: true });
    }
  });
}

const reopeningOf = ({ id, reopened, values, version }: CaseFile['issues'][number]): string =>
  `${id} ${reopened?.why} ${reopened?.decision?.number ?? 0} ${values} ${version}`;

/** Issues that are open again without anybody having said so here; each once. */
export async function noteReopened(desk: Desk, { issues }: CaseFile): Promise<CaseFile['issues']> {
  const said = desk.store.collection('reopened', announcedSchema);
  const again = issues.filter(({ state, reopened }) => state === 'open' && reopened && reopened.why !== 'person');
  const fresh: CaseFile['issues'] = [];
  for (const issue of again)
    if (await said.add(reopeningOf(issue), { at: desk.now().toISOString() })) fresh.push(issue);
  return fresh;
}

/** The sign under an upload, and the table of its batch, once all its files are answered. */
export async function refreshUpload(desk: Desk, upload: string): Promise<void> {
  const progress = await desk.progress.get(upload);
  if (!progress?.finishedAt) return;
  if (progress.batch) await redrawBoard(desk, progress.batch);
  await refreshSign(desk, upload);
}
