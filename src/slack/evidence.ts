import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { settingsOf } from '../casework/settings.ts';
import { pictureEvidence } from '../parsing/picture-evidence.ts';
import type { CaseFile, NumberedIssue } from '../store/case-store.ts';
import { wordsMessage } from '../views/plain-words.ts';
import { evidenceCells, evidenceMessage, evidenceThere } from '../views/report/evidence.ts';
import { say } from '../views/words/say.ts';
import { messagesOf } from './case-messages.ts';
import type { Desk } from './desk.ts';
import { download, trusted } from './download.ts';

const shownSchema = z.object({ ts: z.string() });

/**
 * 看原文 in a thread: one reply for each issue and version, whoever asks; later askers are led to it. The rows as a
 * picture where the file is a PDF that can still be had, as printed otherwise.
 */
export async function showEvidence(
  desk: Desk,
  {
    file,
    issue,
    user,
    channel,
    thread,
  }: { file: CaseFile; issue: NumberedIssue; user: string; channel: string; thread: string },
): Promise<void> {
  const { locale } = await desk.people.get(user);
  const key = `${issue.id}/v${file.stored.version}/${channel}/${thread}`;
  const shown = desk.store.collection('evidence-shown', shownSchema);
  await desk.store.exclusively(`evidence ${key}`, async () => {
    const before = await shown.get(key);
    if (before) {
      const link = await desk.queues
        .read(() => desk.clients.bulk.chat.getPermalink({ channel, message_ts: before.ts }))
        .catch(() => undefined);
      await desk.courier.whisper({ user, channel, thread }, evidenceThere(issue.number, link?.permalink, locale));
      return;
    }
    if (file.report.source.format === 'pdf')
      await desk.courier.whisper({ user, channel, thread }, wordsMessage(say(locale, 'evidence.preparing')));
    const pictures = await uploadedPictures(desk, file, issue);
    const { entry, file: source } = file.stored;
    const message = evidenceMessage(
      { number: issue.number, finding: issue.finding, report: entry.report, file: source.name, pictures },
      (await settingsOf(desk.store, channel)).locale,
    );
    const ts = await desk.courier.post({ channel, thread }, message, { mark: `evidence ${key}`, again: true });
    await shown.set(key, { ts });
  });
}

/** The pages concerned, drawn and uploaded; none where there is nothing to draw or the file is gone. */
async function uploadedPictures(
  desk: Desk,
  { stored, bureauKey, year }: CaseFile,
  { finding, number }: NumberedIssue,
): Promise<{ page: number; id: string }[]> {
  const { report } = stored.entry;
  if (report.source.format !== 'pdf') return [];
  const places = evidenceCells(finding).map((address) => report.cells[address]?.place ?? {});
  const messages = await messagesOf(desk, { bureauKey, year }, stored.version);
  if (!messages?.file || !places.some(({ box }) => box)) return [];
  try {
    const source = await download({ id: messages.file }, desk);
    if (source.sha256 !== stored.file.sha256) return [];
    const pictures = await pictureEvidence(source, places);
    return await Promise.all(
      pictures.map(async ({ page, png }) => ({ page, id: await upload(desk, png, `原文_${number}_第${page}页.png`) })),
    );
  } catch (error) {
    desk.log.warn({ err: error }, 'no picture of the source');
    return [];
  }
}

/** Uploads a picture without showing it anywhere, and waits until Slack knows what it is: earlier it refuses to show it. */
async function upload({ clients, queues, token, config }: Desk, png: Uint8Array, filename: string): Promise<string> {
  const files = clients.bulk.files;
  const { upload_url, file_id } = await queues.files(() =>
    files.getUploadURLExternal({ filename, length: png.length }),
  );
  const address = new URL(upload_url!);
  if (!trusted(address, config.slackApiUrl)) throw new Error(`not a host of Slack: ${address.hostname}`);
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), filename);
  const sent = await fetch(address, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body });
  if (!sent.ok) throw new Error(`the upload was answered ${sent.status}`);
  await queues.files(() => files.completeUploadExternal({ files: [{ id: file_id!, title: filename }] }));
  for (const wait of [500, 1000, 2000, 4000, 7000]) {
    await pause(wait);
    const { file } = await queues.files(() => files.info({ file: file_id! }));
    if (file?.mimetype) return file_id!;
  }
  throw new Error('Slack did not take the picture in time');
}
