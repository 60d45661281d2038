import { randomBlockId } from './block-id.ts';
import { app, type Channel } from './cast.ts';
import { sendChanged, sendDeleted, sendJoined, sendPosted, sendReaction } from './events.ts';
import { type Block, type Ephemeral, type Message, Refusal } from './nouns.ts';
import { presentMessage } from './present.ts';
import type { Workspace } from './workspace.ts';

/** Posts a message: gives it its timestamp, keeps it, tells the pages and the app. */
export function post(ws: Workspace, draft: Omit<Message, 'ts'>): Message {
  const message: Message = { ...draft, ts: ws.state.ts(), ...withBlockIds(draft.blocks) };
  ws.state.putMessage(message);
  show(ws, message);
  sendPosted(ws, message);
  return message;
}

/** Replaces a message by its new state. `edited` is set by the caller when people should see that it changed. */
export function change(ws: Workspace, before: Message, changes: Partial<Message>, announce = true): Message {
  const after: Message = { ...before, ...changes, ...withBlockIds(changes.blocks ?? before.blocks) };
  ws.state.putMessage(after);
  show(ws, after);
  if (announce) sendChanged(ws, before, after);
  return after;
}

/** Takes a message away; a parent with replies stays as a tombstone. */
export function remove(ws: Workspace, message: Message): void {
  const hasReplies = ws.state.messages(message.channel).some((entry) => entry.thread_ts === message.ts);
  if (hasReplies) {
    const { channel, ts } = message;
    const tombstone: Message = { channel, ts, user: 'USLACKBOT', subtype: 'tombstone', text: '此消息已删除。' };
    ws.state.putMessage(tombstone);
    show(ws, tombstone);
  } else {
    ws.state.removeMessage(message.ts);
    ws.feed.publish({ type: 'gone', channel: message.channel, ts: message.ts }, membersOf(ws, message.channel));
    if (message.thread_ts) refreshParent(ws, message);
  }
  for (const id of message.fileIds ?? []) {
    const file = ws.state.file(id);
    if (file) ws.state.putFile({ ...file, gone: true });
  }
  sendDeleted(ws, message);
}

/** Adds or takes a reaction of `user`. Throws `already_reacted` or `no_reaction`. */
export function react(ws: Workspace, message: Message, user: string, name: string, present: boolean): void {
  const marks = message.reactions ?? [];
  const users = marks.find((mark) => mark.name === name)?.users ?? [];
  if (users.includes(user) === present) throw new Refusal(present ? 'already_reacted' : 'no_reaction');
  const now = present ? [...users, user] : users.filter((id) => id !== user);
  const known = marks.some((mark) => mark.name === name);
  const next = known
    ? marks.map((mark) => (mark.name === name ? { name, users: now } : mark))
    : [...marks, { name, users: now }];
  change(ws, message, { reactions: next.filter((mark) => mark.users.length > 0) }, false);
  sendReaction(ws, present ? 'reaction_added' : 'reaction_removed', { user, reaction: name, message });
}

/** Shows a message to one person only. It is kept in memory, so that its buttons work and it can be replaced. */
export function whisper(ws: Workspace, draft: Omit<Ephemeral, 'ts'>, ts = ws.state.ts()): Ephemeral {
  const ephemeral: Ephemeral = { ...draft, ts, ...withBlockIds(draft.blocks) };
  ws.ephemerals.set(ts, ephemeral);
  if (ws.ephemerals.size > ws.remembers) ws.ephemerals.delete(ws.ephemerals.keys().next().value!);
  ws.feed.publish({ type: 'ephemeral', channel: draft.channel, message: presentEphemeral(ephemeral) }, [draft.to]);
  return ephemeral;
}

export const presentEphemeral = ({ channel: _, to, ...shown }: Ephemeral): Record<string, unknown> => ({
  type: 'message',
  subtype: 'bot_message',
  ...shown,
  user: app.botUserId,
  bot_id: app.botId,
  app_id: app.id,
  is_ephemeral: true,
  to,
});

export function unwhisper(ws: Workspace, ts: string): void {
  const known = ws.ephemerals.get(ts);
  if (!known) return;
  ws.ephemerals.delete(ts);
  ws.feed.publish({ type: 'ephemeral-gone', channel: known.channel, ts }, [known.to]);
}

/** Puts the app (or a person) into a channel. */
export function invite(ws: Workspace, channel: Channel, user: string, by: string): void {
  if (channel.members.includes(user)) throw new Refusal('already_in_channel');
  const joined = { ...channel, members: [...channel.members, user] };
  ws.state.putChannel(joined);
  post(ws, { channel: channel.id, user, subtype: 'channel_join', text: `<@${user}> 加入了频道` });
  sendJoined(ws, user, joined, by);
  ws.feed.publish({ type: 'channels' }, 'everybody');
}

export function dismiss(ws: Workspace, channel: Channel, user: string): void {
  ws.state.putChannel({ ...channel, members: channel.members.filter((id) => id !== user) });
  ws.feed.publish({ type: 'channels' }, 'everybody');
}

function show(ws: Workspace, message: Message): void {
  const change = { type: 'message', channel: message.channel, message: presentMessage(ws, message) } as const;
  ws.feed.publish(change, membersOf(ws, message.channel));
  if (message.thread_ts) refreshParent(ws, message);
}

/** A reply changes the counts that its parent shows. */
function refreshParent(ws: Workspace, reply: Message): void {
  const parent = reply.thread_ts ? ws.state.message(reply.channel, reply.thread_ts) : undefined;
  if (parent) show(ws, parent);
}

const membersOf = (ws: Workspace, channel: string): string[] => ws.state.channel(channel).members;

/** Slack gives every block an id when the sender did not. */
function withBlockIds(blocks: Block[] | undefined): { blocks?: Block[] } {
  if (!blocks) return {};
  return { blocks: blocks.map((block) => ({ ...block, block_id: block.block_id ?? randomBlockId() })) };
}
