import type { RespondFn } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { settingsOf } from '../casework/settings.ts';
import type { Asker } from '../commands/command.ts';
import { GovinfoError, type Words } from '../errors.ts';
import { answerWindow, answerWindowId, waitingWindow } from '../views/answer/window.ts';
import type { Locale, Message } from '../views/message.ts';
import { wordsMessage } from '../views/plain-words.ts';
import { say } from '../views/words/say.ts';
import { namesOf } from './case-messages.ts';
import type { Desk } from './desk.ts';
import { directChannel, tellDirectly } from './direct.ts';
import { recordIncident } from './incident.ts';
import { visibleInChannel, visibleToPerson } from './visibility.ts';
import { type Opener, showWindow } from './windows.ts';

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
  const { user } = question;
  const { locale } = await desk.people.get(user);
  const asker: Asker = { ...askerOf(desk, question, locale), maySee: visibleToPerson(desk.channels, user) };
  const message = await desk.answer(text, { store: desk.store, asker, now: desk.now() });
  desk.metrics.questions.inc();
  if (message.letter && openLetter && (await inTime(openLetter(message.letter)))) return;
  await desk.courier.respond(message, (rung) =>
    respond({ ...rung, response_type: 'ephemeral', replace_original: replace }),
  );
  if (message.files?.length) await sendToPerson(desk, user, message);
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
  if (message.personal && !direct) return desk.courier.whisper({ user, channel, ...(thread && { thread }) }, message);
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
  names: (users: readonly string[]) => namesOf(desk, users, locale),
});

/** Answers in a window, for clicks where there is no channel: on the Home tab, and in such a window itself. */
export async function answerInWindow(
  desk: Desk,
  { user, text }: Pick<Question, 'user' | 'text'>,
  click: Opener,
): Promise<void> {
  const { locale } = await desk.people.get(user);
  // A trigger lives three seconds: the window comes before its contents.
  const here = click.view?.callback_id === answerWindowId ? click.view.id : undefined;
  const view_id = here ?? (await showWindow(desk, click, waitingWindow(locale)));
  const asker: Asker = {
    ...askerOf(desk, { user, channel: '', text }, locale),
    maySee: visibleToPerson(desk.channels, user),
  };
  const message = await desk.answer(text, { store: desk.store, asker, now: desk.now() });
  desk.metrics.questions.inc();
  await desk.clients.fast.views.update({ view_id, view: answerWindow(message, locale) });
  if (message.files?.length) await sendToPerson(desk, user, message);
}

/** Files of a private answer go to the person's own conversation with us. */
async function sendToPerson(desk: Desk, user: string, { files = [] }: Message): Promise<void> {
  await desk.courier.attach({ channel: await directChannel(desk, user) }, files);
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
    const privately = () => tellDirectly(desk, user, message, `told ${user} ${desk.now().getTime()}`);
    const ways = [
      ...(respond ? [() => respond({ text: message.text, response_type: 'ephemeral', replace_original: false })] : []),
      ...(channel ? [whisper] : []),
      privately,
    ];
    await firstThatWorks(ways).catch((cause: unknown) => desk.log.warn({ err: cause }, 'nobody could be told'));
  }
}

/** Tries one way after the other; throws what the last one threw. */
async function firstThatWorks([way, ...others]: readonly (() => Promise<unknown>)[]): Promise<void> {
  try {
    await way?.();
  } catch (error) {
    if (!others.length) throw error;
    await firstThatWorks(others);
  }
}

/** What a person is told of an error; one that nobody foresaw is recorded under a number. */
export function sentenceFor(desk: Desk, error: unknown, where: Record<string, unknown>): Words {
  if (error instanceof GovinfoError && !error.code.startsWith('E-STORE')) return error.words;
  desk.metrics.incidents.inc();
  return recordIncident(desk.log, error, where).words;
}
