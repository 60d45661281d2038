import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { settingsOf } from '../casework/settings.ts';
import { GovinfoError } from '../errors.ts';
import type { RefusedFile } from '../parsing/intake/archive.ts';
import { unreadableMessage } from '../views/report/unreadable.ts';
import { answerFile } from './answer-file.ts';
import { refreshBatch } from './batch.ts';
import { noteArchive } from './batch-members.ts';
import type { Desk } from './desk.ts';
import { FileServerAway } from './download.ts';
import { fateOf } from './fate.ts';
import { type FetchedFile, fetchFiles, type Part } from './fetch-file.ts';
import { recordIncident } from './incident.ts';
import { LeaseLapsed } from './lease.ts';
import { type FileProgress, type Outcome, type Progress, remembered } from './progress.ts';
import { settleOutcome } from './settle-outcome.ts';
import { refreshSign } from './sign.ts';
import { fileRef, isWanted, nameOfFile, type SlackFile, type Upload } from './upload.ts';

const tries = 5;

/** The work on one upload: how far each file is, and writing that down. */
interface Work {
  at(key: string): FileProgress;
  /** Whether nothing is left to do about a file. */
  isDone(key: string): boolean;
  keep(): Promise<void>;
  /** Throws where no other file is to be begun. */
  goOn(): void;
  alive: (() => boolean) | undefined;
}

/** The app is about to stop: what is left of the upload goes on at the next start. */
class PutOff extends Error {
  override name = 'PutOff';
}

/** Who works on an upload. */
interface Worker {
  /** Whether the work is still ours. */
  alive?: () => boolean;
  /** Whether the app is about to stop. */
  stopping?: () => boolean;
}

/**
 * Answers every file of an upload in order; a sign under the message tells the result. Returns `false` where an outage, or
 * the end of the app, came between and it has to be taken up again; what was done by then is not done twice. Throws
 * `LeaseLapsed` where `alive` tells that the work is somebody else's by now.
 */
export async function handleUpload(
  desk: Desk,
  upload: Upload,
  { alive, stopping = () => false }: Worker = {},
): Promise<boolean> {
  const progress: Progress = (await desk.progress.get(upload.id)) ?? { attempts: 0, files: {}, batch: upload.batch };
  const done = async () => {
    if (!upload.retries) await refreshSign(desk, upload.id);
    return true;
  };
  if (progress.finishedAt) return done();
  progress.attempts++;
  const isSolved = await solvedSince(desk, upload);
  const keep = async () => {
    LeaseLapsed.unless(alive);
    await desk.progress.set(upload.id, progress, remembered);
  };
  const work: Work = {
    at: (key) => {
      progress.files[key] ??= {};
      return progress.files[key];
    },
    isDone: (key) =>
      !isWanted(upload, key) || isSolved(key) || !!(progress.files[key]?.outcome || progress.files[key]?.unpacked),
    keep,
    goOn() {
      if (stopping()) throw new PutOff();
    },
    alive,
  };
  await keep();
  try {
    await refreshBatch(desk, upload);
    for await (const fetched of fetchFiles(desk, upload, work.isDone))
      await answerSlackFile(desk, upload, fetched, work);
  } catch (error) {
    if (error instanceof LeaseLapsed) throw error;
    if (error instanceof PutOff) return false;
    if (isGone(error)) desk.log.warn({ err: error, upload: upload.id }, 'the place to answer in is gone');
    else if (isOutage(error) || progress.attempts < tries) {
      desk.log.warn({ err: error, upload: upload.id, attempt: progress.attempts }, 'upload put off');
      return false;
    } else {
      await giveUp(desk, upload, work, error);
      progress.attempts = 0;
      await keep();
      if (!upload.files.every(({ id }) => work.isDone(id))) return false;
    }
  }
  progress.finishedAt = desk.now().toISOString();
  await keep();
  await refreshBatch(desk, upload);
  desk.metrics.replySeconds.observe((Date.parse(progress.finishedAt) - Date.parse(upload.receivedAt)) / 1000);
  return done();
}

/** Of files that are tried again, those that somebody else's try has solved meanwhile. */
async function solvedSince(desk: Desk, { retries }: Upload): Promise<(key: string) => boolean> {
  const first = retries && (await desk.progress.get(retries.upload));
  const now = (key: string) => first?.files[key];
  return (key) => !!retries?.keys.includes(key) && !!now(key) && now(key)?.outcome?.result !== 'failed';
}

/** One file of the message: itself, or what an archive holds, each part answered by itself. */
async function answerSlackFile(desk: Desk, upload: Upload, { file, parts }: FetchedFile, work: Work): Promise<void> {
  let inArchive = false;
  for await (const part of parts) {
    inArchive ||= part.key !== file.id;
    if (part.together > 1) await noteArchive(desk, upload, file.id, part.together);
    if (work.isDone(part.key)) continue;
    work.goOn();
    await answerPart(desk, upload, part, { file, work });
  }
  if (inArchive || !work.isDone(file.id)) work.at(file.id).unpacked = true;
  await work.keep();
}

/** A file in hand, or one that cannot be had and why. */
async function answerPart(
  desk: Desk,
  upload: Upload,
  { key, part, reading }: Part,
  { file, work }: { file: SlackFile; work: Work },
): Promise<void> {
  const progress = work.at(key);
  progress.outcome =
    'error' in part
      ? await answerUnread(desk, upload, part, { key, work })
      : await answerFile(desk, {
          upload,
          source: part,
          progress,
          keep: work.keep,
          alive: work.alive,
          fileId: file.id,
          key,
          reading,
        });
  desk.metrics.files.inc({ result: progress.outcome.result });
  if (upload.retries) await settleOutcome(desk, upload.retries.upload, key, progress);
  await work.keep();
  await refreshBatch(desk, upload);
}

/** Says in the thread why a file could not be read. */
async function answerUnread(
  desk: Desk,
  upload: Upload,
  { name, error }: RefusedFile,
  { key, work }: { key: string; work: Work },
): Promise<Outcome> {
  const progress = work.at(key);
  const again = progress.saying === 'summary';
  progress.saying = 'summary';
  await work.keep();
  progress.summary = await desk.courier.post(
    upload,
    unreadableMessage(name, error, (await settingsOf(desk.store, upload.channel)).locale, fileRef(upload, key)),
    { mark: `${upload.id} ${key}`, again, alive: work.alive },
  );
  return { result: 'failed', name, toCheck: 0, code: error.code };
}

/** Says under a number that one file could not be handled, and why nobody foresaw; the files after it have their turn. */
async function giveUp(desk: Desk, upload: Upload, work: Work, error: unknown): Promise<void> {
  const { reference, words } = recordIncident(desk.log, error, { upload: upload.id });
  desk.metrics.incidents.inc();
  const left = upload.files.find(({ id }) => !work.isDone(id));
  if (!left) return;
  const name = nameOfFile(left);
  const failure = new GovinfoError('E-INTERNAL', words, { cause: error });
  const { locale } = await settingsOf(desk.store, upload.channel);
  const progress = work.at(left.id);
  progress.summary = await desk.courier
    .post(upload, unreadableMessage(name, failure, locale, fileRef(upload, left.id)), {
      mark: `${upload.id} ${left.id} incident`,
      again: true,
    })
    .catch((cause: unknown) => void desk.log.error({ err: cause, reference }, 'the incident could not be told'));
  progress.outcome = { result: 'failed', name, toCheck: 0, code: reference };
  if (upload.retries) await settleOutcome(desk, upload.retries.upload, left.id, progress);
}

/** Slack or the store is away: that passes, however long it takes. */
const isOutage = (error: unknown): boolean =>
  (error instanceof GovinfoError && /^E-STORE-(UNREACHABLE|WRITE)$/.test(error.code)) ||
  (error instanceof WebAPIPlatformError && error.data.error === 'team_added_to_org') ||
  error instanceof FileServerAway ||
  error instanceof WebAPIHTTPError ||
  error instanceof WebAPIRateLimitedError ||
  fateOf(error) !== 'refused';

const gone = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'restricted_action',
  'thread_not_found',
  'account_inactive',
]);
const isGone = (error: unknown): boolean => error instanceof WebAPIPlatformError && gone.has(error.data.error);
