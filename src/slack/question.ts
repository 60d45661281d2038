import type { RespondFn } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { settingsOf } from '../casework/settings.ts';
import type { Asker } from '../commands/command.ts';
import { GovinfoError, type Words } from '../errors.ts';
import type { Locale, Message } from '../views/message.ts';
import { wordsMessage } from '../views/plain-words.ts';
import { say } from '../views/words/say.ts';
import { namesOf } from './case-messages.ts';
import type { Desk } from './desk.ts';
import { recordIncident } from './incident.ts';
import { visibleInChannel, visibleToPerson } from './visibility.ts';

/** Something somebody asked, and where. */
export interface Question {
  text: string;
  user: string;
  channel: string;
  thread?: string;
}

const forAll = /(^|\s)(公开|public)\s*$/i;

/**
 * Answers privately, or to the whole channel where the question ends with 公开. `replace` puts the answer in the place of
 * the private one whose button was pressed; `openLetter` opens the window that an answer stands for.
 */
export async function answerPrivately(
  desk: Desk,
  question: Question,
  respond: RespondFn,
  { replace = false, openLetter }: { replace?: boolean; openLetter?: (ref: string) => Promise<void> } = {},
): Promise<void> {
  const text = question.text.normalize('NFKC');
  if (forAll.test(text)) return answerPublicly(desk, { ...question, text: text.replace(forAll, '') }, respond);
  const { user, channel } = question;
  const { locale } = await desk.people.get(user);
  const asker: Asker = { ...askerOf(desk, question, locale), maySee: visibleToPerson(desk.channels, user) };
  const message = await desk.answer(text, { store: desk.store, asker, now: desk.now() });
  desk.metrics.questions.inc();
  if (message.letter && openLetter && (await inTime(openLetter(message.letter)))) return;
  await desk.courier.respond(message, (rung) =>
    respond({ ...rung, response_type: 'ephemeral', replace_original: replace }),
  );
  if (message.files?.length) await sendToPerson(desk, user, message, channel);
}

/** Whether a window opened; `false` where the click or the command that asked for it is too long ago. */
const inTime = (opened: Promise<void>): Promise<boolean> =>
  opened.then(
    () => true,
    (error: unknown) => {
      if (error instanceof WebAPIPlatformError) return false;
      throw error;
    },
  );

/** Answers for everybody in the channel or thread: with what everybody there may see. */
export async function answerPublicly(desk: Desk, question: Question, respond?: RespondFn): Promise<void> {
  const { user, channel, thread } = question;
  const direct = (await desk.channels.get(channel)).kind === 'person';
  const { locale } = direct ? await desk.people.get(user) : await settingsOf(desk.store, channel);
  const maySee = direct ? visibleToPerson(desk.channels, user) : visibleInChannel(channel);
  const asker: Asker = { ...askerOf(desk, question, locale), maySee };
  const message = await desk.answer(question.text, { store: desk.store, asker, now: desk.now() });
  desk.metrics.questions.inc();
  if (message.personal && thread) return desk.courier.whisper({ user, channel, thread }, message);
  const mark = `answer ${channel} ${thread ?? ''} ${desk.now().getTime()} ${user}`;
  try {
    await desk.courier.post({ channel, ...(thread && { thread }) }, message, { mark });
  } catch (error) {
    if (!respond || !(error instanceof WebAPIPlatformError) || !notMember.has(error.data.error)) throw error;
    const { locale } = await desk.people.get(user);
    await respond({ text: say(locale, 'publish.notMember'), response_type: 'ephemeral', replace_original: false });
  }
}

const notMember = new Set(['not_in_channel', 'channel_not_found']);

const askerOf = (desk: Desk, { user, channel, thread }: Question, locale: Locale) => ({
  locale,
  team: desk.self.team,
  user,
  channel,
  ...(thread && { thread }),
  names: (users: readonly string[]) => namesOf(desk, users),
});

/** Files of a private answer go to the person's own conversation with us. */
async function sendToPerson(desk: Desk, user: string, { files = [] }: Message, channel: string): Promise<void> {
  const { channel: direct } = await desk.clients.bulk.conversations.open({ users: user });
  await desk.courier.attach({ channel: direct?.id ?? channel }, files);
}

/** Runs the answer to something a person did; should it fail, that person is told, privately, in one sentence. */
export async function tellingOnFailure(
  desk: Desk,
  { user, channel, thread }: Omit<Question, 'text'>,
  respond: RespondFn | undefined,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { locale } = await desk.people.get(user);
    const message = wordsMessage(sentenceFor(desk, error, { user, channel })[locale]);
    const whisper = () => desk.courier.whisper({ channel, user, ...(thread && { thread }) }, message);
    const sent = respond
      ? respond({ text: message.text, response_type: 'ephemeral', replace_original: false }).catch(whisper)
      : whisper();
    await sent.catch((cause: unknown) => desk.log.warn({ err: cause }, 'nobody could be told'));
  }
}

/** What a person is told of an error; one that nobody foresaw is recorded under a number. */
export function sentenceFor(desk: Desk, error: unknown, where: Record<string, unknown>): Words {
  if (error instanceof GovinfoError && !error.code.startsWith('E-STORE')) return error.words;
  desk.metrics.incidents.inc();
  return recordIncident(desk.log, error, where).words;
}
