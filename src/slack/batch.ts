import { z } from 'zod';
import { settingsOf } from '../casework/settings.ts';
import { batchMessage } from '../views/batch.ts';
import { isBatch } from './batch-members.ts';
import { batchState } from './batch-state.ts';
import type { Desk } from './desk.ts';
import { underLease } from './lease.ts';
import { remembered } from './progress.ts';
import type { Upload } from './upload.ts';

const boardSchema = z.object({ channel: z.string(), ts: z.string() });
const boards = ({ store }: Desk) => store.collection('batch-boards', boardSchema);

/** Brings the batch's message up to date, and posts it where there is none yet; a small upload has none. */
export async function refreshBatch(desk: Desk, upload: Upload): Promise<void> {
  if ((upload.again && !upload.retries) || !(await isBatch(desk, upload))) return;
  if (!(await boards(desk).get(upload.batch))) await openBoard(desk, upload);
  await redrawBoard(desk, upload.batch);
}

/** Brings a batch's message up to date, where there is one: what people decided since shows in it too. */
export async function redrawBoard(desk: Desk, batch: string): Promise<void> {
  const board = await boards(desk).get(batch);
  if (!board) return;
  const edit = () => desk.courier.edit(board, () => render(desk, board.channel, batch), markOf(batch));
  const { done } = await desk.outdated.bringUpToDate({ batch }, edit);
  done.catch((error: unknown) => desk.log.warn({ err: error, batch }, 'batch not brought up to date'));
}

const markOf = (batch: string) => `${batch} batch`;

/** One process says it, however long it waits for its turn to speak; the others come again with the next file. */
async function openBoard(desk: Desk, { channel, batch }: Upload): Promise<void> {
  const thread = batch.split('/')[2]!;
  await underLease(desk.store, markOf(batch), async (alive) => {
    if (await boards(desk).get(batch)) return;
    const message = await render(desk, channel, batch);
    const ts = await desk.courier.post({ channel, thread }, message, { mark: markOf(batch), again: true, alive });
    await boards(desk).set(batch, { channel, ts }, remembered);
  });
}

const render = async (desk: Desk, channel: string, batch: string) =>
  batchMessage(await batchState(desk, batch), (await settingsOf(desk.store, channel)).locale);
