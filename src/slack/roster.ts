import { z } from 'zod';
import { openDirectory } from '../commands/names/library.ts';
import { understandRoster } from '../commands/roster.ts';
import { GovinfoError } from '../errors.ts';
import { readRoster } from '../parsing/read-roster.ts';
import { rosterOf } from '../store/rosters.ts';
import type { Locale, Message } from '../views/message.ts';
import { rosterProposal } from '../views/roster.ts';
import type { Desk } from './desk.ts';
import { download } from './download.ts';
import type { SlackFile } from './upload.ts';
import { visibleInChannel, visibleToPerson } from './visibility.ts';

const draftSchema = z.object({ names: z.array(z.string()), file: z.string() });
const week = 7 * 24 * 3600 * 1000;
const drafts = ({ store }: Desk) => store.collection('roster-drafts', draftSchema);

const eventSchema = z.object({
  text: z.string().nullish(),
  channel_type: z.string().nullish(),
  files: z.array(z.unknown()).min(1),
});
const words =
  /^\s*(?:这是|这份是|更新)?\s*(?:应报)?(?:机关)?(?:名单|名册|roster)\s*(?:追加|添加|加入|替换|更新|add|replace)?[。.!！]?\s*$/iu;

/** Whether a message says, to us, that its file is the list of bureaus: then it is no report. */
export function givesRoster(event: unknown, botUser: string): boolean {
  const message = eventSchema.safeParse(event);
  if (!message.success) return false;
  const { text, channel_type } = message.data;
  const mention = `<@${botUser}>`;
  if (!text?.includes(mention) && channel_type !== 'im') return false;
  return words.test((text ?? '').replaceAll(mention, ' '));
}

/** Reads a list and says what was understood; it is kept for a week until somebody chooses what to do with it. */
export async function proposeRoster(
  desk: Desk,
  file: SlackFile,
  { user, channel, locale }: { user: string; channel: string; locale: Locale },
): Promise<Message> {
  const source = await download(file, desk);
  const { names, odd } = await readRoster(source);
  const direct = (await desk.channels.get(channel)).kind === 'person';
  const maySee = direct ? visibleToPerson(desk.channels, user) : visibleInChannel(channel);
  const directory = await openDirectory({ store: desk.store, asker: { locale, maySee } });
  const entries = understandRoster(names, directory);
  const now = new Set((await rosterOf(desk.store, desk.self.team))?.names);
  const draft = `${channel}/${file.id}`;
  await drafts(desk).set(draft, { names, file: source.name }, week);
  return rosterProposal(
    {
      file: source.name,
      names: names.length,
      held: entries.filter(({ bureau }) => bureau).length,
      unheld: entries.filter(({ bureau, regions }) => !bureau && regions.length < 2).map(({ name }) => name),
      ambiguous: entries.filter(({ bureau, regions }) => !bureau && regions.length > 1).map(({ name }) => name),
      odd,
      now: now.size,
      added: names.filter((name) => !now.has(name)).length,
    },
    draft,
    locale,
  );
}

/** A list that waits. Throws `E-ROSTER-GONE` where it has waited too long. */
export async function draftOf(desk: Desk, name: string): Promise<z.infer<typeof draftSchema>> {
  const draft = await drafts(desk).get(name);
  if (draft) return draft;
  throw new GovinfoError('E-ROSTER-GONE', {
    zh: '这份名单放得太久了，请重新上传',
    en: 'this list has waited too long; please upload it again',
  });
}
