import { z } from 'zod';
import { settingsOf } from '../casework/settings.ts';
import type { StoredReport } from '../store/store.ts';
import type { Message } from '../views/message.ts';
import { identityAskedElsewhere } from '../views/report/identity-question.ts';
import { sameFileMessage } from '../views/report/unreadable.ts';
import { redrawBoard } from './batch.ts';
import type { Desk } from './desk.ts';
import { type Question, questionId, questions } from './identity-question.ts';
import type { InHand } from './in-hand.ts';
import { type Outcome, remembered } from './progress.ts';
import { settleOutcome } from './settle-outcome.ts';
import { fileRef, firstTry } from './upload.ts';
import { visibleInChannel } from './visibility.ts';

/** Where the same bytes were dropped again: the file, and our message about it. */
const followerSchema = z.object({
  upload: z.string(),
  key: z.string(),
  name: z.string(),
  source: z.string(),
  channel: z.string(),
  ts: z.string(),
  mark: z.string(),
});
const followers = ({ store }: Desk) => store.collection('identity-followers', followerSchema);

/** The question that was asked last about some bytes. */
const askedSchema = z.object({ question: z.string() });
const asked = ({ store }: Desk) => store.collection('identity-asked', askedSchema);

/** Notes that bytes are asked about, so that the same bytes are not asked about twice. */
export const noteAsked = (desk: Desk, { upload, key, sha256 }: Question): Promise<void> =>
  asked(desk).set(sha256, { question: questionId(upload, key) }, remembered);

/** The question about these very bytes that still stands open, where a channel's people may know of it. */
export async function openQuestionAbout(desk: Desk, { upload, key, source }: InHand): Promise<Question | undefined> {
  const before = await asked(desk).get(source.sha256);
  const question =
    before && before.question !== questionId(upload, key) && (await questions(desk).get(before.question));
  if (!question || question.filed) return undefined;
  const { channel } = question.upload;
  if (!visibleInChannel(upload.channel)({ scope: await desk.channels.scopeOf(channel), channel })) return undefined;
  // Somebody may have said that it is no report, and taken the question away.
  const outcome = (await desk.progress.get(firstTry(question.upload)))?.files[question.key]?.outcome;
  return !outcome || outcome.result === 'asked' ? question : undefined;
}

/** Says that the same bytes are asked about elsewhere already. */
export async function elsewhereMessage(desk: Desk, question: Question, { upload, key, source }: InHand) {
  const { locale } = await settingsOf(desk.store, upload.channel);
  const permalink = await linkTo(desk, question);
  const about = { file: source.name, source: fileRef(upload, key), ...(permalink && { permalink }) };
  return identityAskedElsewhere(about, locale);
}

async function linkTo(desk: Desk, { upload, key }: Question): Promise<string | undefined> {
  const ts = (await desk.progress.get(firstTry(upload)))?.files[key]?.summary;
  return desk.channels.linkTo(upload.channel, ts ?? upload.ts);
}

/** The same bytes came under a name that leaves nothing open, and were filed: where they were asked about it says so. */
export async function settleElsewhere(desk: Desk, question: Question, filed: StoredReport): Promise<void> {
  const { upload, key, name } = question;
  const ts = (await desk.progress.get(firstTry(upload)))?.files[key]?.summary;
  const at = { upload: firstTry(upload), key, name, channel: upload.channel, mark: `${upload.id} ${key} summary` };
  if (ts) await sayFiled(desk, { ...at, ts }, filed);
  await tellFollowers(desk, question, filed);
}

/** Another place where the same bytes were dropped while a question about them stood open. */
export async function follow(
  desk: Desk,
  question: Question,
  { upload, key, source }: InHand,
  ts: string,
): Promise<void> {
  const at = { upload: firstTry(upload), key, name: source.name, channel: upload.channel, ts };
  const follower = { ...at, source: fileRef(upload, key), mark: `${upload.id} ${key} summary` };
  const id = questionId(question.upload, question.key);
  await followers(desk).set(`${id} ${at.upload} ${key}`, follower, remembered);
}

/** Tells wherever the same bytes were dropped how the question about them stands: filed, or open once more. */
export async function tellFollowers(desk: Desk, question: Question, filed: StoredReport | undefined): Promise<void> {
  const id = questionId(question.upload, question.key);
  for await (const [, follower] of followers(desk).entries(`${id} `))
    if (filed) await sayFiled(desk, follower, filed);
    else await sayOpen(desk, follower, question);
}

type Place = Omit<z.infer<typeof followerSchema>, 'source'>;

async function sayFiled(desk: Desk, place: Place, { bureau, bureauKey, year, origin }: StoredReport): Promise<void> {
  const { locale } = await settingsOf(desk.store, place.channel);
  const { permalink } = origin;
  const message = sameFileMessage({ bureau, year, ...(permalink && { permalink }) }, locale);
  await rewrite(desk, place, message, { result: 'same', name: place.name, toCheck: 0, bureauKey, bureau, year });
}

async function sayOpen(desk: Desk, place: z.infer<typeof followerSchema>, question: Question): Promise<void> {
  const { locale } = await settingsOf(desk.store, place.channel);
  const permalink = await linkTo(desk, question);
  const about = { file: place.name, source: place.source, ...(permalink && { permalink }) };
  await rewrite(desk, place, identityAskedElsewhere(about, locale), { result: 'asked', name: place.name, toCheck: 0 });
}

/** Puts another message in the place of ours about a file, and another outcome in its books. */
async function rewrite(
  desk: Desk,
  { upload, key, channel, ts, mark }: Place,
  message: Message,
  outcome: Outcome,
): Promise<void> {
  const progress = await desk.progress.get(upload);
  const file = progress?.files[key];
  // Somebody has sent it away, or it was read anew.
  if (file?.summary !== ts) return;
  await desk.courier.edit({ channel, ts }, async () => message, mark);
  await settleOutcome(desk, upload, key, { ...file, outcome });
  if (progress?.batch) await redrawBoard(desk, progress.batch);
}
