import { z } from 'zod';
import { settingsOf } from '../casework/settings.ts';
import { type BatchRow, batchMessage } from '../views/batch.ts';
import type { Desk } from './desk.ts';
import { outcomesOf } from './progress.ts';
import type { Upload } from './upload.ts';

/** From so many files on, one message tells how far they are, and clean reports get no reply of their own. */
const batchFrom = 3;
/** Slack puts no more files into one message; what is left of a larger drop follows in the next. */
const fullMessage = 10;
/** Batches of one person in one channel are one while no longer than this lies between them. */
const joinWithin = 120_000;
const kept = 7 * 24 * 3600 * 1000;

const memberSchema = z.object({ files: z.number() });
const openSchema = z.object({ batch: z.string(), at: z.number(), files: z.number() });
const boardSchema = z.object({ channel: z.string(), ts: z.string() });

const members = ({ store }: Desk) => store.collection('batch-members', memberSchema);
const boards = ({ store }: Desk) => store.collection('batch-boards', boardSchema);

/**
 * Puts an upload into the person's open batch, or begins one; returns the batch's id. Files dropped one by one are no
 * batch: each is answered by itself.
 */
export async function joinBatch(desk: Desk, upload: Upload): Promise<string> {
  const person = `${upload.team}/${upload.channel}/${upload.user}`;
  const open = desk.store.collection('batches-open', openSchema);
  const at = desk.now().getTime();
  const files = upload.files.length;
  const batch = await desk.store.exclusively(`batch ${person}`, async () => {
    const last = await open.get(person);
    const continues =
      last && at - last.at < joinWithin && (last.files >= fullMessage || Math.min(last.files, files) >= batchFrom);
    const batch = continues ? last.batch : upload.id;
    await open.set(person, { batch, at, files }, joinWithin);
    return batch;
  });
  await members(desk).set(`${batch} ${upload.id}`, { files }, kept);
  return batch;
}

async function membersOf(desk: Desk, { batch }: Upload): Promise<{ id: string; files: number }[]> {
  const found: { id: string; files: number }[] = [];
  for await (const [key, { files }] of members(desk).entries(`${batch} `))
    found.push({ id: key.slice(batch.length + 1), files });
  return found;
}

const sizeOf = (uploads: { files: number }[]) => uploads.reduce((sum, { files }) => sum + files, 0);

export const isBatch = async (desk: Desk, upload: Upload): Promise<boolean> =>
  sizeOf(await membersOf(desk, upload)) >= batchFrom;

/** Brings the batch's message up to date, and posts it where there is none yet; a small upload has none. */
export async function refreshBatch(desk: Desk, upload: Upload): Promise<void> {
  if (upload.again || !(await isBatch(desk, upload))) return;
  const board = (await boards(desk).get(upload.batch)) ?? (await openBoard(desk, upload));
  if (!board) return;
  const done = desk.courier.edit(board, () => render(desk, upload), mark(upload));
  done.catch((error: unknown) => desk.log.warn({ err: error, batch: upload.batch }, 'batch not brought up to date'));
}

const mark = ({ batch }: Upload) => `${batch} batch`;

async function openBoard(desk: Desk, upload: Upload): Promise<{ channel: string; ts: string } | undefined> {
  if (!(await desk.store.claim(mark(upload), 60_000))) return undefined;
  const { channel, batch } = upload;
  const thread = batch.split('/')[2]!;
  const ts = await desk.courier.post({ channel, thread }, await render(desk, upload), {
    mark: mark(upload),
    again: true,
  });
  await boards(desk).set(batch, { channel, ts }, kept);
  return { channel, ts };
}

async function render(desk: Desk, upload: Upload) {
  const uploads = await membersOf(desk, upload);
  const rows: BatchRow[] = [];
  let finished = 0;
  let began = Number.POSITIVE_INFINITY;
  for (const { id } of uploads) {
    began = Math.min(began, Number(id.split('/')[2]) * 1000);
    const progress = await desk.progress.get(id);
    if (!progress) continue;
    const outcomes = outcomesOf(progress);
    finished += outcomes.length;
    rows.push(...outcomes);
  }
  const elapsed = Math.max(0, desk.now().getTime() - began);
  const { locale } = await settingsOf(desk.store, upload.channel);
  return batchMessage({ files: Math.max(sizeOf(uploads), finished), rows, elapsed }, locale);
}
