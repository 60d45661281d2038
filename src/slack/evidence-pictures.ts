import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { pictureEvidence } from '../parsing/picture-evidence.ts';
import type { Address } from '../report/report.ts';
import type { CaseFile } from '../store/case-store.ts';
import { messagesOf } from './case-messages.ts';
import type { Desk } from './desk.ts';
import { slackFetch } from './hosts.ts';
import { bytesAgain } from './stored-bytes.ts';

const uploadedSchema = z.object({ pictures: z.array(z.object({ page: z.number(), id: z.string() })) });
export type UploadedPicture = z.infer<typeof uploadedSchema>['pictures'][number];
const kept = 7 * 24 * 3600 * 1000;

/**
 * The pages on which cells stand, drawn and uploaded once under `key`; none where there is nothing to draw or the file
 * is gone.
 */
export async function uploadedPictures(
  desk: Desk,
  { stored, bureauKey, year }: CaseFile,
  cells: readonly Address[],
  key: string,
): Promise<UploadedPicture[]> {
  const { report } = stored.entry;
  if (report.source.format !== 'pdf') return [];
  const uploads = desk.store.collection('evidence-pictures', uploadedSchema);
  const before = await uploads.get(key);
  if (before) return before.pictures;
  const places = cells.map((address) => report.cells[address]?.place ?? {});
  const messages = await messagesOf(desk, { bureauKey, year }, stored.version);
  if (!messages?.file || !places.some(({ box }) => box)) return [];
  try {
    const source = await bytesAgain(desk, { id: messages.file }, stored.file.sha256);
    if (!source) return [];
    const drawn = await pictureEvidence(source, places);
    const pictures = await Promise.all(
      drawn.map(async ({ page, png }) => ({ page, id: await upload(desk, png, `原文_第${page}页.png`) })),
    );
    await uploads.set(key, { pictures }, kept);
    return pictures;
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
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), filename);
  const headers = { authorization: `Bearer ${token}` };
  const sent = await slackFetch(config.slackApiUrl)(upload_url!, { method: 'POST', headers, body });
  if (!sent.ok) throw new Error(`the upload was answered ${sent.status}`);
  await queues.files(() => files.completeUploadExternal({ files: [{ id: file_id!, title: filename }] }));
  for (const wait of [500, 1000, 2000, 4000, 7000]) {
    await pause(wait);
    const { file } = await queues.files(() => files.info({ file: file_id! }));
    if (file?.mimetype) return file_id!;
  }
  throw new Error('Slack did not take the picture in time');
}
