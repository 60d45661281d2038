import { createHash } from 'node:crypto';
import { z } from 'zod';
import { unknownQuestion } from '../casework/refusals.ts';
import type { Entry } from '../report/entry.ts';
import { type Doubt, doubtSchema } from '../report/identity.ts';
import type { Locale, Message } from '../views/message.ts';
import { identityQuestion } from '../views/report/identity-question.ts';
import type { Desk } from './desk.ts';
import type { InHand } from './in-hand.ts';
import { fileRef, type Upload, uploadSchema } from './upload.ts';

/** A file that waits for somebody to say whose report it is, or that was filed because somebody did. */
const questionSchema = z.object({
  upload: uploadSchema,
  /** Its place in the upload, the name and the bytes. */
  key: z.string(),
  fileId: z.string(),
  name: z.string(),
  sha256: z.string(),
  doubt: doubtSchema,
  /** What the document itself says. */
  said: z.object({ bureau: z.string(), year: z.string() }),
  filed: z.object({ bureauKey: z.string(), year: z.number(), version: z.number(), by: z.string() }).optional(),
  takenBack: z.object({ by: z.string(), bureau: z.string(), year: z.number() }).optional(),
});
export type Question = z.infer<typeof questionSchema>;

export const questions = ({ store }: Desk) => store.collection('identity-questions', questionSchema);

export const questionId = ({ id }: Upload, key: string): string =>
  createHash('sha256').update(`${id} ${key}`).digest('hex').slice(0, 20);

/** Writes down what is going to be asked. */
export async function rememberQuestion(desk: Desk, inHand: InHand, entry: Entry, doubt: Doubt): Promise<Question> {
  const { upload, key, fileId, source } = inHand;
  const { bureau, year } = entry.report;
  const said = { bureau: bureau ?? '', year: year === null ? '' : String(year) };
  const question = { upload, key, fileId, name: source.name, sha256: source.sha256, doubt, said };
  await questions(desk).set(questionId(upload, key), question);
  return question;
}

export async function findQuestion(desk: Desk, id: string): Promise<Question> {
  const question = await questions(desk).get(id);
  if (!question) throw unknownQuestion();
  return question;
}

export function questionMessage({ upload, key, name, doubt }: Question, locale: Locale, takenBack?: string): Message {
  const source = fileRef(upload, key);
  const asked = { id: questionId(upload, key), file: name, doubt, source, ...(takenBack && { takenBack }) };
  return identityQuestion(asked, locale);
}
