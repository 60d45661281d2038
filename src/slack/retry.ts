import { nothingFailed } from '../casework/refusals.ts';
import { GovinfoError } from '../errors.ts';
import type { Desk } from './desk.ts';
import type { Intake } from './intake.ts';
import type { Progress } from './progress.ts';
import { uploadOf } from './upload.ts';

/** The message that carried a file. */
export interface Carrier {
  channel: string;
  thread: string;
  ts: string;
}

/** Files of an upload that could not be read, by their place in it. */
export const failedIn = ({ files }: Progress): string[] =>
  Object.entries(files).flatMap(([key, { outcome }]) => (outcome?.result === 'failed' ? [key] : []));

/**
 * Has files that could not be read fetched and read once more: those named, or all of the message that failed. `at`
 * tells one press of the button from the next. Throws where none has failed, or the message is gone.
 */
export async function retryFiles(
  desk: Desk,
  intake: Intake,
  { channel, thread, ts }: Carrier,
  { keys, at }: { keys?: readonly string[]; at: string },
): Promise<number> {
  const page = await desk.queues.read(() =>
    desk.clients.bulk.conversations.replies({ channel, ts: thread, oldest: ts, latest: ts, inclusive: true, limit: 5 }),
  );
  const message = page.messages?.find((one) => one.ts === ts);
  const { team, botUser } = desk.self;
  const upload = message && uploadOf({ ...message, channel }, { team, botUser, receivedAt: desk.now().toISOString() });
  if (!upload) throw gone();
  const again = { ...upload, id: `${upload.id}/${at}`, again: true, mentioned: true };
  const first = await desk.progress.get(upload.id);
  if (!first) {
    await intake.take(again);
    return upload.files.length;
  }
  const failed = failedIn(first).filter((key) => !keys || keys.includes(key));
  if (!failed.length) throw nothingFailed();
  const retries = { upload: upload.id, keys: failed };
  await intake.take({ ...again, batch: first.batch ?? upload.id, retries });
  return failed.length;
}

const gone = () =>
  new GovinfoError('E-FILE-UNAVAILABLE', {
    zh: '拿不到这条消息里的文件，请重新上传',
    en: 'the file of that message is out of reach; please upload it again',
  });
