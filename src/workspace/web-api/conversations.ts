import { z } from 'zod';
import { app, type Channel, personById } from '../cast.ts';
import { type Message, Refusal } from '../nouns.ts';
import { presentChannel, presentMessage } from '../present.ts';
import type { Workspace } from '../workspace.ts';
import { count, flag, joined, type Method, method, target } from './method.ts';

const paging = { limit: count.default(100), cursor: z.string().optional() };

const window = {
  ...paging,
  oldest: z.string().default('0'),
  latest: z.string().optional(),
  inclusive: flag.default(false),
  include_all_metadata: flag.default(false),
};

interface Window {
  oldest: string;
  latest?: string | undefined;
  inclusive: boolean;
}

const within = (message: Message, { oldest, latest, inclusive }: Window): boolean => {
  const ts = Number(message.ts);
  const end = latest === undefined ? Number.POSITIVE_INFINITY : Number(latest);
  return inclusive ? ts >= Number(oldest) && ts <= end : ts > Number(oldest) && ts < end;
};

/** Cuts one page out of a list; the cursor is the place of its first entry. */
function page<T>(all: T[], { limit, cursor }: { limit: number; cursor?: string | undefined }) {
  const start = cursor ? Number(Buffer.from(cursor, 'base64url').toString()) : 0;
  if (!Number.isInteger(start)) throw new Refusal('invalid_cursor');
  const end = start + Math.min(limit, 999);
  const more = end < all.length;
  return {
    entries: all.slice(start, end),
    has_more: more,
    response_metadata: { next_cursor: more ? Buffer.from(String(end)).toString('base64url') : '' },
  };
}

const history = method(z.object({ channel: z.string(), ...window }), (ws, args) => {
  const channel = joined(ws, args.channel);
  const roots = ws.state.messages(channel.id).filter((message) => !message.thread_ts && within(message, args));
  const { entries, ...rest } = page(roots.reverse(), args);
  return {
    messages: entries.map((message) => presentMessage(ws, message, args.include_all_metadata)),
    pin_count: 0,
    ...rest,
  };
});

const replies = method(z.object({ channel: z.string(), ts: z.string(), ...window }), (ws, args) => {
  const channel = joined(ws, args.channel);
  const asked = ws.state.message(channel.id, args.ts);
  if (!asked) throw new Refusal('thread_not_found');
  const root = asked.thread_ts ?? asked.ts;
  const thread = ws.state
    .messages(channel.id)
    .filter((message) => message.ts === root || (message.thread_ts === root && within(message, args)));
  const { entries, ...rest } = page(thread, args);
  return { messages: entries.map((message) => presentMessage(ws, message, args.include_all_metadata)), ...rest };
});

/** A channel the app may know of: public ones, and private ones it is in. */
function visible(ws: Workspace, id: string): Channel {
  const channel = target(ws, id);
  if (channel.kind !== 'public' && !channel.members.includes(app.botUserId)) throw new Refusal('channel_not_found');
  return channel;
}

const info = method(z.object({ channel: z.string(), include_num_members: flag.default(false) }), (ws, args) => {
  const channel = visible(ws, args.channel);
  const members = args.include_num_members ? { num_members: channel.members.length } : {};
  return { channel: { ...presentChannel(channel), ...members } };
});

const kindsByType: Record<string, Channel['kind']> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'direct',
};

const listChannels = method(z.object({ types: z.string().default('public_channel'), ...paging }), (ws, args) => {
  const kinds = args.types.split(',').map((type) => kindsByType[type.trim()]);
  const known = ws.state
    .channels()
    .filter((channel) => kinds.includes(channel.kind))
    .filter((channel) => channel.kind === 'public' || channel.members.includes(app.botUserId));
  const { entries, response_metadata } = page(known, args);
  return { channels: entries.map(presentChannel), response_metadata };
});

/** The channels that the app is in. */
const ownChannels = method(z.object({ types: z.string().default('public_channel'), ...paging }), (ws, args) => {
  const kinds = args.types.split(',').map((type) => kindsByType[type.trim()]);
  const own = ws.state
    .channels()
    .filter(({ kind, members }) => kinds.includes(kind) && members.includes(app.botUserId));
  const { entries, response_metadata } = page(own, args);
  return { channels: entries.map(presentChannel), response_metadata };
});

const members = method(z.object({ channel: z.string(), ...paging }), (ws, args) => {
  const { entries, response_metadata } = page(visible(ws, args.channel).members, args);
  return { members: entries, response_metadata };
});

const open = method(
  z.object({ users: z.string().optional(), channel: z.string().optional(), return_im: flag.default(false) }),
  (ws, { users, channel, return_im }) => {
    if (users?.split(',').some((id) => !personById(id))) throw new Refusal('user_not_found');
    const direct = users ? ws.state.direct(users) : ws.state.channel(channel ?? '');
    return { channel: return_im ? presentChannel(direct) : { id: direct.id } };
  },
);

export const conversations: Record<string, Method> = {
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.info': info,
  'conversations.list': listChannels,
  'conversations.members': members,
  'conversations.open': open,
  'users.conversations': ownChannels,
};
