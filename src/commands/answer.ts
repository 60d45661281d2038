import { z } from 'zod';
import { answerMessage } from '../views/answer/answer.ts';
import type { Message } from '../views/message.ts';
import { say } from '../views/words/say.ts';
import type { Asked, Command, CommandContext } from './command.ts';
import { commands } from './index.ts';
import { openDirectory } from './names/library.ts';
import { type Place, pathText } from './names/place.ts';
import { nameAssignees } from './question/people.ts';
import { type Suggestion, suggestionsFor } from './question/suggest.ts';
import { understand } from './question/understand.ts';

/** How long a choice among regions of one name is remembered in a channel. */
const rememberedFor = 30 * 24 * 3600 * 1000;
const choiceSchema = z.object({ code: z.string() });

/** Answers a question as a person typed it. Never fails for words it does not know: it says so and offers what is near. */
export async function answer(text: string, context: CommandContext): Promise<Message> {
  const { store, asker, now } = context;
  const directory = await openDirectory(context);
  const choices = store.collection('choices', choiceSchema);
  const place = `${asker.team ?? ''}/${asker.channel ?? ''}`;
  const read = (chosen: ReadonlyMap<string, string>) =>
    understand(text, directory, { thisYear: now.getUTCFullYear(), chosen });
  let question = read(new Map());
  for (const [name, code] of question.choices) await choices.set(`${place}/${name}`, { code }, rememberedFor);
  const remembered = await Promise.all(
    question.places
      .flatMap((found) => (found.is === 'ambiguous' ? [found] : []))
      .map(async ({ said }) => [said, (await choices.get(`${place}/${said}`))?.code] as const),
  );
  const known = remembered.flatMap(([said, code]) => (code ? [[said, code] as const] : []));
  if (known.length > 0) question = read(new Map([...known, ...question.choices]));
  await nameAssignees(question, context);
  const asked: Asked = { ...context, question, directory };
  const stop = unclear(asked);
  if (stop) return stop;
  const command = commands.find(({ suits }) => suits(question));
  if (!command) return notUnderstood(asked, []);
  return withRemarks(await command.run(asked), command, asked);
}

/** What must be settled before anything can be answered: which of several regions, or what a strange word means. */
function unclear(asked: Asked): Message | null {
  const { question, directory, asker } = asked;
  if (directory.years.length === 0 && !needsNoReports(question))
    return answerMessage({ title: say(asker.locale, 'store.empty'), lines: [say(asker.locale, 'store.howToUpload')] });
  const ambiguous = question.places.find((found) => found.is === 'ambiguous');
  if (ambiguous?.is === 'ambiguous') return choose(asked, ambiguous);
  const placeless =
    question.places.every(({ is }) => is === 'kind') ||
    (question.verb === 'compare' && question.places.length < 2 && question.years.length < 2);
  if (question.unknown.length === 0 || !placeless || question.verb === 'help') return null;
  const near = question.unknown.flatMap((said) =>
    suggestionsFor(said, asked.directory).map((suggestion) => ({ said, ...suggestion })),
  );
  const nothingElse = question.measures.length === 0 && question.verb === null && question.years.length === 0;
  return near.length > 0 || nothingElse ? notUnderstood(asked, near) : null;
}

const needsNoReports = ({ verb, check, text }: Asked['question']): boolean =>
  verb === 'help' || verb === 'checks' || check !== null || text === '';

/** `“鼓楼区”对应 4 个地方，请选择` */
function choose(
  { question, asker: { locale } }: Asked,
  { said, candidates }: Extract<Place, { is: 'ambiguous' }>,
): Message {
  const options = candidates.slice(0, 25).map((region) => ({
    label: pathText(region),
    question: question.text.replace(said, `${said}=${region.code} `).replace(/\s+/g, ' ').trim(),
  }));
  return answerMessage({
    title: say(locale, 'choose.title', { said, count: candidates.length }),
    lines: [],
    select: { placeholder: say(locale, 'choose.placeholder'), options },
    notes: [say(locale, 'choose.remembered')],
  });
}

/** Never a dead end: what is near, else what can be asked. */
function notUnderstood(
  { question, asker: { locale } }: Asked,
  near: readonly (Suggestion & { said: string })[],
): Message {
  const said = question.unknown[0] ?? question.text;
  const offers = near.slice(0, 4).map(({ said: word, name, reports }) => ({
    label: reports > 0 ? say(locale, 'unknown.held', { name, count: reports }) : name,
    question: question.text.replace(word, ` ${name} `).replace(/\s+/g, ' ').trim(),
  }));
  const message = answerMessage({
    title: say(locale, offers.length > 0 ? 'unknown.near' : 'unknown.nothing', { said }),
    lines: offers.length > 0 ? [offers.map(({ label }) => label).join('　')] : [say(locale, 'unknown.howTo')],
    buttons: [
      ...offers,
      { label: say(locale, 'button.bureaus'), question: '机关' },
      { label: say(locale, 'button.help'), question: '帮助' },
    ],
  });
  return { ...message, personal: true };
}

/** Says which words were read as another spelling, and which meant nothing. */
function withRemarks(message: Message, command: Command, { question, asker: { locale } }: Asked): Message {
  const bounds = command.bounded ? [] : question.limits.map(({ said }) => said);
  const leftOut = [...question.unknown, ...bounds];
  const remarks = [
    ...(question.period && !command.dated?.(question) ? [say(locale, 'question.noMonths')] : []),
    ...question.readAs.map(({ said, name }) => say(locale, 'unknown.readAs', { said, name })),
    ...(leftOut.length > 0 && question.verb !== 'help'
      ? [say(locale, 'unknown.leftOut', { said: leftOut.slice(0, 3).join(' ') })]
      : []),
  ];
  if (remarks.length === 0) return message;
  const remark = answerMessage({ title: '', lines: [], notes: remarks });
  const note = remark.blocks.slice(1);
  return {
    ...message,
    text: `${message.text}\n${remark.text.trim()}`,
    blocks: [...message.blocks, ...note],
    ...(message.plain ? { plain: [...message.plain, ...note] } : {}),
  };
}
