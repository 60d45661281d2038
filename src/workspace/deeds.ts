import { randomUUID } from 'node:crypto';
import { app, type Channel, personById } from './cast.ts';
import { type File, type Message, Refusal } from './nouns.ts';
import { change, dismiss, invite, post, react, remove } from './posting.ts';
import { spoken } from './speech.ts';
import { seconds } from './state.ts';
import type { Workspace } from './workspace.ts';

/** What people do that needs no app: the page and the tests call these. All throw a `Refusal`. */

/** The channel, if this person is in it. */
export function placeOf(ws: Workspace, user: string, id: string): Channel {
  const channel = ws.state.channel(id);
  if (!channel.members.includes(user)) throw new Refusal('not_in_channel');
  return channel;
}

interface Saying {
  channel: string;
  text: string;
  thread_ts?: string | undefined;
  fileIds?: string[] | undefined;
}

export function say(ws: Workspace, user: string, { channel, text, thread_ts, fileIds = [] }: Saying): Message {
  placeOf(ws, user, channel);
  const typed = text.trim();
  if (!typed && fileIds.length === 0) throw new Refusal('no_text');
  if (fileIds.length > 10) throw new Refusal('too_many_files');
  const parent = thread_ts ? ws.state.message(channel, thread_ts) : undefined;
  const { blocks, text: sent } = spoken(typed);
  return post(ws, {
    channel,
    user,
    text: sent,
    clientId: randomUUID(),
    ...(parent ? { thread_ts: parent.thread_ts ?? parent.ts } : {}),
    ...(fileIds.length ? { subtype: 'file_share', fileIds } : {}),
    ...(blocks.length ? { blocks } : {}),
  });
}

/** Keeps bytes as a file of this person; `scan` milliseconds pass until its media type is known. */
export function keepFile(ws: Workspace, user: string, name: string, bytes: Uint8Array, scan = 0): File {
  const id = ws.state.id('F');
  const safe = name.replace(/[\p{Cc}/\\]/gu, '_').slice(0, 255) || 'file';
  const readyAt = Date.now() + scan;
  const file: File = { id, name: safe, title: safe, size: bytes.length, user, created: seconds(), readyAt };
  ws.state.putFile(file, bytes);
  return file;
}

const own = (ws: Workspace, user: string, channel: string, ts: string): Message => {
  const message = ws.state.message(channel, ts);
  if (!message) throw new Refusal('message_not_found');
  if (message.user !== user) throw new Refusal('cant_update_message');
  return message;
};

export function rewrite(ws: Workspace, user: string, channel: string, ts: string, text: string): Message {
  return change(ws, own(ws, user, channel, ts), { ...spoken(text.trim()), edited: { user, ts: ws.state.ts() } });
}

export function erase(ws: Workspace, user: string, channel: string, ts: string): void {
  remove(ws, own(ws, user, channel, ts));
}

export function mark(ws: Workspace, user: string, channel: string, ts: string, name: string): void {
  const message = ws.state.message(placeOf(ws, user, channel).id, ts);
  if (!message) throw new Refusal('message_not_found');
  const present = message.reactions?.some((entry) => entry.name === name && entry.users.includes(user));
  react(ws, message, user, name, !present);
}

/** `/invite @name` and `/remove @name`, the workspace's own commands. */
export function staffing(ws: Workspace, user: string, channel: string, command: string, text: string): void {
  const place = placeOf(ws, user, channel);
  const person = personById(text.trim()) ?? [app.botUserId, ...place.members].map(personById).find(named(text));
  if (!person) throw new Refusal('user_not_found');
  if (personById(user)?.role === 'guest') throw new Refusal('restricted_action');
  if (command === '/invite') invite(ws, place, person.id, user);
  else dismiss(ws, place, person.id);
}

const named = (text: string) => (person: { name: string } | undefined) =>
  person?.name === text.trim().replace(/^@/, '');
