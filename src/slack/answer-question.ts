import { nameOf } from '../casework/decide.ts';
import { findCase } from '../casework/find-case.ts';
import { alreadyFiled, filedElsewhere, notFiledByHand } from '../casework/refusals.ts';
import { mustAct, mustEdit } from '../casework/rights.ts';
import { settingsOf } from '../casework/settings.ts';
import { GovinfoError } from '../errors.ts';
import type { SourceFile } from '../parsing/intake/source-file.ts';
import type { Identity } from '../report/identity.ts';
import { takenOutMessage } from '../views/report/identity-question.ts';
import { say } from '../views/words/say.ts';
import { answerAs } from './answer-file.ts';
import { refreshBatch } from './batch.ts';
import { messagesOf } from './case-messages.ts';
import type { Desk } from './desk.ts';
import { tellFollowers } from './follow-question.ts';
import { findQuestion, type Question, questionMessage, questions } from './identity-question.ts';
import type { InHand } from './in-hand.ts';
import { officeOf } from './office.ts';
import { type Outcome, remembered } from './progress.ts';
import { refreshCase, refreshUpload } from './refresh-case.ts';
import { bytesAgain } from './stored-bytes.ts';
import { firstTry } from './upload.ts';

/** Files the file that was asked about as a person says, signed; the question becomes the summary. */
export async function answerQuestion(desk: Desk, id: string, by: string, identity: Identity): Promise<void> {
  await desk.store.exclusively(`identity ${id}`, async () => {
    const question = await findQuestion(desk, id);
    const { upload, filed } = question;
    await mustEdit(officeOf(desk), by, upload.channel);
    if (filed) {
      const { stored } = await findCase(desk.store, filed);
      throw alreadyFiled(await nameOf(officeOf(desk), filed.by), `${stored.bureau} ${filed.year}`);
    }
    const elsewhere = await desk.store.reports.byFile(question.sha256);
    if (elsewhere) throw filedElsewhere(`${elsewhere.bureau} ${elsewhere.year}`);
    const source = await fileOf(desk, question);
    const { stored, outcome } = await answerAs(desk, await inHandAgain(desk, question, source), { ...identity, by });
    const { bureauKey, year, version } = stored;
    await questions(desk).set(id, { ...question, filed: { bureauKey, year, version, by } });
    await keepOutcome(desk, question, outcome);
    await refreshCase(desk, await findCase(desk.store, stored));
    await tellFollowers(desk, question, stored);
  });
}

/** Takes the answer back: the report is taken out again, and the question stands where its summary stood. */
export async function takeBack(desk: Desk, id: string, by: string): Promise<void> {
  await desk.store.exclusively(`identity ${id}`, async () => {
    const question = await findQuestion(desk, id);
    const { filed, upload, fileId, key } = question;
    if (!filed) throw notFiledByHand();
    const file = await findCase(desk.store, filed);
    await mustAct(officeOf(desk), by, file);
    const { bureauKey, year, version } = filed;
    const messages = await messagesOf(desk, filed, version);
    await desk.store.reports.withdraw(bureauKey, year, version, by);
    await desk.sources.delete(fileId);
    const { filed: _, ...open } = question;
    await questions(desk).set(id, open);
    await keepOutcome(desk, question, { result: 'asked', name: question.name, toCheck: 0 });
    const { locale } = await settingsOf(desk.store, upload.channel);
    const who = await nameOf(officeOf(desk), by);
    const name = say(locale, 'report.name', { bureau: file.stored.bureau, year });
    const said = say(locale, 'identity.takenBack', { who, name });
    const { channel } = upload;
    if (messages?.summary)
      await desk.courier.edit(
        { channel, ts: messages.summary },
        async () => questionMessage(open, locale, said),
        `${upload.id} ${key} summary`,
      );
    if (messages?.issues)
      await desk.courier.edit(
        { channel, ts: messages.issues },
        async () => takenOutMessage(who, locale),
        `${upload.id} ${key} issues`,
      );
    if (messages) await refreshUpload(desk, messages.upload);
    await tellFollowers(desk, open, undefined);
  });
}

/** The bytes that were asked about. */
async function fileOf(desk: Desk, { upload, fileId, sha256 }: Question): Promise<SourceFile> {
  const file = upload.files.find(({ id }) => id === fileId);
  const source = file && (await bytesAgain(desk, file, sha256));
  if (source) return source;
  throw new GovinfoError('E-FILE-UNAVAILABLE', {
    zh: '文件已经变了，请重新上传',
    en: 'the file has changed; please upload it again',
  });
}

/** The file as when it came in, with what was said about it so far. */
async function inHandAgain(desk: Desk, { upload, key, fileId }: Question, source: SourceFile): Promise<InHand> {
  const progress = (await desk.progress.get(firstTry(upload))) ?? { attempts: 1, files: {} };
  progress.files[key] ??= {};
  const keep = () => desk.progress.set(firstTry(upload), progress, remembered);
  return { upload, key, fileId, source, progress: progress.files[key], keep };
}

async function keepOutcome(desk: Desk, { upload, key }: Question, outcome: Outcome): Promise<void> {
  const progress = await desk.progress.get(firstTry(upload));
  if (progress) {
    progress.files[key] = { ...progress.files[key], outcome };
    await desk.progress.set(firstTry(upload), progress, remembered);
  }
  await refreshBatch(desk, upload);
}
