import { identityDoubt } from '../casework/identity.ts';
import { settingsOf } from '../casework/settings.ts';
import { GovinfoError } from '../errors.ts';
import type { SourceFile } from '../parsing/intake/source-file.ts';
import type { Entry } from '../report/entry.ts';
import type { Identity } from '../report/identity.ts';
import { review } from '../review.ts';
import type { Origin, StoredReport } from '../store/store.ts';
import type { Locale, Message } from '../views/message.ts';
import { sameFileMessage, unreadableMessage } from '../views/report/unreadable.ts';
import { rereadMessage } from '../views/report/versions.ts';
import { say as phrase } from '../views/words/say.ts';
import { isBatch } from './batch-members.ts';
import { caseReplies, messagesOf, rememberMessages, waitsForWord } from './case-messages.ts';
import type { Desk } from './desk.ts';
import { elsewhereMessage, follow, noteAsked, openQuestionAbout, settleElsewhere } from './follow-question.ts';
import { questionId, questionMessage, rememberQuestion } from './identity-question.ts';
import type { InHand, Reading } from './in-hand.ts';
import type { Outcome } from './progress.ts';
import { noteReopened, refreshCase } from './refresh-case.ts';
import { fileRef, firstTry, namesReport, type Upload } from './upload.ts';
import { visibleInChannel } from './visibility.ts';

/** Reads and checks a file of an upload. Errors that are nothing to tell a person are thrown. */
export async function readSource({ receivedAt }: Upload, source: SourceFile): Promise<Reading> {
  try {
    return { entry: await review(source, { arrivedOn: receivedAt.slice(0, 10) }) };
  } catch (error) {
    if (error instanceof GovinfoError) return { error };
    throw error;
  }
}

/**
 * Reads, checks and files one file and answers in the thread: a summary, and the issues where there are any. What is no
 * report gets no answer unless we were asked; what cannot be read gets one sentence, and nothing is kept.
 */
export async function answerFile(desk: Desk, inHand: InHand): Promise<Outcome> {
  const { upload, source, progress } = inHand;
  const filed = await desk.store.reports.byFile(source.sha256);
  const known = upload.again ? undefined : filed;
  if (known && progress.filing !== source.sha256 && canBeShown(known, upload)) return answerSame(desk, inHand, known);
  const { entry, error } = inHand.reading ?? (await readSource(upload, source));
  if (error) {
    if (!upload.mentioned && isNoise(source.name, error)) return outcome('silent', source, { code: error.code });
    await say(
      desk,
      inHand,
      'summary',
      unreadableMessage(source.name, error, await localeIn(desk, upload.channel), fileRef(upload, inHand.key)),
    );
    return outcome('failed', source, { code: error.code });
  }
  const doubt = filed ? undefined : identityDoubt(entry, source.name);
  if (!doubt) {
    const standing = filed ? undefined : await openQuestionAbout(desk, inHand);
    const stored = await fileReport(desk, inHand, entry);
    const reread = filed && upload.again && (await answerReread(desk, inHand, { before: filed, stored }));
    const answered = reread || (await answerFiled(desk, inHand, stored));
    if (standing) await settleElsewhere(desk, standing, stored);
    return answered;
  }
  await desk.store.exclusively(`asking ${source.sha256}`, async () => {
    const standing = await openQuestionAbout(desk, inHand);
    if (standing) {
      await say(desk, inHand, 'summary', await elsewhereMessage(desk, standing, inHand));
      return follow(desk, standing, inHand, progress.summary!);
    }
    const question = await rememberQuestion(desk, inHand, entry, doubt);
    await noteAsked(desk, question);
    await say(desk, inHand, 'summary', questionMessage(question, await localeIn(desk, upload.channel)));
  });
  return outcome('asked', source);
}

/** Files a report as a person said it is, and answers as for any other. */
export async function answerAs(
  desk: Desk,
  inHand: InHand,
  identity: Identity & { by: string },
): Promise<{ outcome: Outcome; stored: StoredReport }> {
  const entry = await review(inHand.source, { arrivedOn: inHand.upload.receivedAt.slice(0, 10) });
  const stored = await fileReport(desk, inHand, entry, identity);
  return { stored, outcome: await answerFiled(desk, inHand, stored) };
}

/** Keeps the report; taken up again after a crash, the same bytes from this very message are still ours. */
async function fileReport(
  desk: Desk,
  { upload, source, progress, keep, fileId }: InHand,
  entry: Entry,
  identity?: Identity & { by: string },
): Promise<StoredReport> {
  progress.filing = source.sha256;
  await keep();
  const { outcome, stored } = await desk.store.reports.save({
    entry,
    file: { name: source.name, sha256: source.sha256, size: source.bytes.length },
    origin: await originOf(desk, upload),
    arrivedAt: upload.receivedAt,
    ...(identity && { identity }),
  });
  const { bureauKey, year, version } = stored;
  await desk.sources.set(fileId, { bureauKey, year, version });
  if (outcome !== 'same-file') for (const { severity } of entry.findings) desk.metrics.findings.inc({ severity });
  return stored;
}

async function originOf(desk: Desk, { team, channel, ts, thread, user }: Upload): Promise<Origin> {
  const permalink = await desk.channels.linkTo(channel, ts);
  return {
    scope: await desk.channels.scopeOf(channel),
    team,
    channel,
    thread,
    ...(user && { user }),
    ...(permalink && { permalink }),
  };
}

async function answerFiled(desk: Desk, inHand: InHand, stored: StoredReport): Promise<Outcome> {
  const { upload, source, progress } = inHand;
  const { bureauKey, bureau, year, version } = stored;
  const file = await desk.store.cases.get({ bureauKey, year });
  if (!file) throw new TypeError('a report that was just filed is not there');
  const { locale, replies } = await settingsOf(desk.store, upload.channel);
  const { summary, issues, open, listed } = await caseReplies(desk, file, stored, locale);
  // Of an archive that is tried again, its files are a batch like any other.
  const asked = (upload.again || upload.mentioned) && (upload.retries?.keys.includes(inHand.key) ?? true);
  const waits = file.stored.version !== version;
  const full = replies === 'full' && !(await isBatch(desk, upload));
  if (asked || waits || full || (open && replies !== 'signs')) await say(desk, inHand, 'summary', summary);
  const shown = open ? asked || replies !== 'signs' : listed && (asked || full);
  if (issues && shown) await say(desk, inHand, 'issues', issues);
  await noteReopened(desk, file);
  await rememberMessages(desk, file, version, {
    upload: firstTry(upload),
    channel: upload.channel,
    thread: upload.thread,
    ts: upload.ts,
    file: inHand.fileId,
    ...(progress.summary && { summary: progress.summary }),
    ...(issues && progress.issues && { issues: progress.issues }),
    ...(stored.identity && { question: questionId(upload, inHand.key) }),
    marks: { summary: markOf(inHand, 'summary'), issues: markOf(inHand, 'issues') },
  });
  const result = open || waitsForWord(file, stored) ? 'toCheck' : 'passed';
  return outcome(result, source, { bureauKey, bureau, year, version, toCheck: open });
}

/**
 * A file that is discussed in this very thread, read once more: its replies are brought up to date where they stand, and
 * one line says what the program reads otherwise now. Nothing where its replies stand elsewhere, or were never posted.
 */
async function answerReread(
  desk: Desk,
  inHand: InHand,
  { before, stored }: { before: StoredReport; stored: StoredReport },
): Promise<Outcome | undefined> {
  const { upload, source } = inHand;
  const { bureauKey, bureau, year, version } = stored;
  const file = await desk.store.cases.get({ bureauKey, year });
  const messages = file && (await messagesOf(desk, file, version));
  if (!file || !messages?.summary || messages.channel !== upload.channel || messages.thread !== upload.thread)
    return undefined;
  const locale = await localeIn(desk, upload.channel);
  const { open } = await caseReplies(desk, file, stored, locale);
  await refreshCase(desk, file);
  const permalink = await desk.channels.linkTo(messages.channel, messages.summary);
  const name = phrase(locale, 'report.name', { bureau, year });
  const now = { name, before: before.entry.report, now: stored.entry.report, open, ...(permalink && { permalink }) };
  await say(desk, inHand, 'summary', rereadMessage(now, locale));
  const result = open || waitsForWord(file, stored) ? 'toCheck' : 'passed';
  return outcome(result, source, { bureauKey, bureau, year, version, toCheck: open });
}

async function answerSame(desk: Desk, inHand: InHand, known: StoredReport): Promise<Outcome> {
  const { upload, source } = inHand;
  const { entry, file, bureauKey, bureau, year } = known;
  await desk.store.reports.save({ entry, file, origin: await originOf(desk, upload), arrivedAt: upload.receivedAt });
  const shown = known.origins.find(visibleInChannel(upload.channel)) ?? known.origin;
  const { permalink } = shown;
  await say(
    desk,
    inHand,
    'summary',
    sameFileMessage({ bureau, year, ...(permalink && { permalink }) }, await localeIn(desk, upload.channel)),
  );
  return outcome('same', source, { bureauKey, bureau, year });
}

const localeIn = async ({ store }: Desk, channel: string): Promise<Locale> => (await settingsOf(store, channel)).locale;

/** Posts once: what an earlier try has said is not said again; what it was about to say is looked for first. */
async function say(desk: Desk, inHand: InHand, part: 'summary' | 'issues', message: Message): Promise<void> {
  const { upload, progress, keep, alive } = inHand;
  if (progress[part]) return;
  const again = progress.saying === part;
  progress.saying = part;
  await keep();
  progress[part] = await desk.courier.post(upload, message, { mark: markOf(inHand, part), again, alive });
  await keep();
}

const markOf = ({ upload, key }: InHand, part: 'summary' | 'issues'): string => `${upload.id} ${key} ${part}`;

const canBeShown = ({ origin, origins }: StoredReport, { channel }: Upload): boolean =>
  [origin, ...origins].some(visibleInChannel(channel));

/** Pictures and files of other kinds that do not call themselves a report are people's own business. */
const isNoise = (name: string, { code }: GovinfoError): boolean =>
  code === 'E-NOT-A-REPORT' ||
  (!namesReport(name) && (code === 'E-FORMAT' || code === 'E-LOGIN-PAGE' || /\.(png|jpe?g|tiff?)$/i.test(name)));

const outcome = (
  result: Outcome['result'],
  { name }: SourceFile,
  more: Partial<Omit<Outcome, 'result' | 'name'>> = {},
): Outcome => ({ result, name, toCheck: 0, ...more });
