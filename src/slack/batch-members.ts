import { z } from 'zod';
import type { Desk } from './desk.ts';
import { remembered } from './progress.ts';
import { firstTry, type Upload } from './upload.ts';

/** From so many files on, one message tells how far they are, and clean reports get no reply of their own. */
const batchFrom = 3;
/** Slack puts no more files into one message; what is left of a larger drop follows in the next. */
const fullMessage = 10;
/** Batches of one person in one channel are one while no longer than this lies between them. */
const joinWithin = 120_000;

/** An upload of a batch: how many files it brought, and its archives with what they hold. */
const memberSchema = z.object({
  files: z.number(),
  thread: z.string().optional(),
  archives: z.record(z.string(), z.number()).optional(),
});
type Member = z.infer<typeof memberSchema> & { id: string };
const openSchema = z.object({ batch: z.string(), at: z.number(), files: z.number() });

const members = ({ store }: Desk) => store.collection('batch-members', memberSchema);

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
  await members(desk).set(`${batch} ${upload.id}`, { files, thread: upload.thread }, remembered);
  return batch;
}

/** Notes how many files an archive holds: it counts as that many. */
export async function noteArchive(desk: Desk, upload: Upload, fileId: string, holds: number): Promise<void> {
  const key = `${upload.batch} ${firstTry(upload)}`;
  const member = await members(desk).get(key);
  if (!member || member.archives?.[fileId] === holds) return;
  await members(desk).set(key, { ...member, archives: { ...member.archives, [fileId]: holds } }, remembered);
}

/** The uploads of a batch in the order in which they came. */
export async function membersOf(desk: Desk, batch: string): Promise<Member[]> {
  const found: Member[] = [];
  for await (const [key, member] of members(desk).entries(`${batch} `))
    found.push({ id: key.slice(batch.length + 1), ...member });
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Files of an upload, those inside its archives included. */
export const sizeOf = ({ files, archives = {} }: Omit<Member, 'id'>): number =>
  Object.values(archives).reduce((sum, holds) => sum + holds - 1, files);

export const isBatch = async (desk: Desk, { batch }: Pick<Upload, 'batch'>): Promise<boolean> =>
  (await membersOf(desk, batch)).reduce((sum, member) => sum + sizeOf(member), 0) >= batchFrom;
