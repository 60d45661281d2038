import type { RespondFn } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { settingsOf } from '../casework/settings.ts';
import type { Asker } from '../commands/command.ts';
import { GovinfoError, type Words } from '../errors.ts';
import { actionIds } from '../views/actions.ts';
import { answerWindow, answerWindowId, waitingWindow } from '../views/answer/window.ts';
import { actions, button, context, section } from '../views/blocks.ts';
import type { Locale, Message } from '../views/message.ts';
import { wordsMessage } from '../views/plain-words.ts';
import { say } from '../views/words/say.ts';
import { namesOf } from './case-messages.ts';
import type { Desk } from './desk.ts';
import { directChannel, tellDirectly } from './direct.ts';
import { recordIncident } from './incident.ts';
import type { Rung } from './ladder.ts';
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
  const asker: Asker = {
    ...askerOf(desk, question, locale),
    maySee: visibleToPerson(desk.channels, user),
    // What stands there already stays until the answer takes its place.
    busy: async (sentence) => {
      await respond({ text: sentence, response_type: 'ephemeral', replace_original: false });
    },
  };
  const message = await desk.answer(text, { store: desk.store, asker, now: desk.now() });
  desk.metrics.questions.inc();
  if (message.letter && openLetter && (await inTime(openLetter(message.letter)))) return;
  await desk.courier.respond(message.files?.length ? withFilesNote(message, locale) : message, (rung) =>
    respond({ ...rung, response_type: 'ephemeral', replace_original: replace }),
  );
  if (!message.files?.length) return;
  await sendToPerson(desk, user, message).catch(async (error: unknown) => {
    if (!(error instanceof WebAPIPlatformError)) throw error;
    desk.log.warn({ err: error, user }, 'files did not reach the person');
    await respond({ ...takeHere(text, locale), response_type: 'ephemeral', replace_original: false });
  });
}

/** Says where the files of a private answer are. */
function withFilesNote(message: Message, locale: Locale): Message {
  const words = say(locale, 'query.filesSent');
  const note = context(words);
  return {
    ...message,
    text: `${message.text}\n${words}`,
    blocks: [...message.blocks, note],
    ...(message.plain && { plain: [...message.plain, note] }),
  };
}

/** Where a person's own conversation takes no files, they can be had in the channel. */
function takeHere(question: string, locale: Locale): Message {
  const words = say(locale, 'query.filesNotSent');
  const here = button(actionIds.publish, question, { label: say(locale, 'query.takeHere') });
  return { text: words, blocks: [section(words), actions([here])] };
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
  const asker: Asker = {
    ...askerOf(desk, question, locale),
    maySee,
    busy: (sentence) =>
      desk.courier.whisper({ user, channel, ...(thread && { thread }) }, wordsMessage(sentence)).catch(() => {}),
  };
  const message = await desk.answer(question.text, { store: desk.store, asker, now: desk.now() });
  desk.metrics.questions.inc();
  if (message.personal && !direct) {
    const send = (rung: Rung) => respond?.({ ...rung, response_type: 'ephemeral', replace_original: false });
    if (respond) await desk.courier.respond(message, async (rung) => send(rung));
    else await desk.courier.whisper({ user, channel, ...(thread && { thread }) }, message);
    return;
  }
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
