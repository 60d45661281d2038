import { z } from 'zod';
import { checkBlocks } from '../block-check.ts';
import { app } from '../cast.ts';
import { limits } from '../limits.ts';
import { Refusal } from '../nouns.ts';
import { change, post, remove, whisper } from '../posting.ts';
import { presentMessage } from '../present.ts';
import type { Workspace } from '../workspace.ts';
import { blocks, existing, joined, json, type Method, method, target } from './method.ts';

const content = {
  channel: z.string(),
  text: z.string().optional(),
  blocks: blocks.optional(),
  attachments: json(z.array(z.unknown())).optional(),
  metadata: json(z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })).optional(),
};

interface Content {
  text?: string | undefined;
  blocks?: { type: string }[] | undefined;
  attachments?: unknown[] | undefined;
  metadata?: unknown;
}

/** Throws what Slack answers to content it does not take; the reasons go to the inspector. */
function judge({ text, blocks, attachments, metadata }: Content, longest: number): void {
  if (!text && !blocks?.length && !attachments?.length) throw new Refusal('no_text');
  if ([...(text ?? '')].length > longest) throw new Refusal('msg_too_long', [`text: over ${longest} characters`]);
  if (JSON.stringify(metadata ?? null).length > limits.message.metadataBytes) throw new Refusal('metadata_too_large');
  if (blocks) refuseBlocks(checkBlocks(blocks, 'message'));
}

export function refuseBlocks(problems: string[]): void {
  const [first] = problems;
  if (first === undefined) return;
  if (first.includes('msg_blocks_too_long')) throw new Refusal('msg_blocks_too_long', problems);
  throw new Refusal(first.includes('only one table') ? 'invalid_attachments' : 'invalid_blocks', problems);
}

/** A picture by `slack_file` must be a known file whose type is known already. */
export function checkPictures(ws: Workspace, value: unknown): void {
  for (const id of pictureIds(value)) {
    const file = ws.state.file(id);
    if (!file || file.gone || Date.now() < file.readyAt)
      throw new Refusal('invalid_blocks', [`invalid slack file [file_id] ${id}`]);
  }
}

function pictureIds(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(pictureIds);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    if (key !== 'slack_file') return pictureIds(entry);
    const id: unknown = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}

function threadIn(ws: Workspace, channel: string, thread_ts: string | undefined): { thread_ts?: string } {
  if (thread_ts === undefined) return {};
  const parent = ws.state.message(channel, thread_ts);
  if (!parent || (parent.thread_ts && parent.thread_ts !== parent.ts)) throw new Refusal('cannot_reply_to_message');
  return { thread_ts };
}

const postMessage = method(z.object({ ...content, thread_ts: z.string().optional() }), (ws, args) => {
  const channel = joined(ws, args.channel);
  judge(args, limits.message.text);
  checkPictures(ws, args.blocks);
  const message = post(ws, {
    channel: channel.id,
    user: app.botUserId,
    text: args.text ?? '',
    ...threadIn(ws, channel.id, args.thread_ts),
    ...(args.blocks ? { blocks: args.blocks } : {}),
    ...(args.attachments ? { attachments: args.attachments } : {}),
    ...(args.metadata ? { metadata: args.metadata } : {}),
  });
  return { channel: channel.id, ts: message.ts, message: presentMessage(ws, message, true) };
});

const update = method(z.object({ ...content, ts: z.string() }), (ws, args) => {
  const channel = target(ws, args.channel);
  const before = existing(ws, channel.id, args.ts);
  if (before.user !== app.botUserId) throw new Refusal('cant_update_message');
  judge(args, limits.message.updateText);
  checkPictures(ws, args.blocks);
  const after = change(ws, before, {
    text: args.text ?? before.text,
    ...(args.blocks ? { blocks: args.blocks } : {}),
    ...(args.attachments ? { attachments: args.attachments } : {}),
    ...(args.metadata ? { metadata: args.metadata } : {}),
    edited: { user: app.botUserId, ts: ws.state.ts() },
  });
  return { channel: channel.id, ts: after.ts, text: after.text, message: presentMessage(ws, after, true) };
});

const deleteMessage = method(z.object({ channel: z.string(), ts: z.string() }), (ws, args) => {
  const message = existing(ws, target(ws, args.channel).id, args.ts);
  if (message.user !== app.botUserId) throw new Refusal('cant_delete_message');
  remove(ws, message);
  return { channel: message.channel, ts: message.ts };
});

const postEphemeral = method(
  z.object({ ...content, user: z.string(), thread_ts: z.string().optional() }),
  (ws, args) => {
    const channel = joined(ws, args.channel);
    if (!channel.members.includes(args.user)) throw new Refusal('user_not_in_channel');
    judge(args, limits.message.text);
    checkPictures(ws, args.blocks);
    const { ts } = whisper(ws, {
      channel: channel.id,
      to: args.user,
      text: args.text ?? '',
      ...threadIn(ws, channel.id, args.thread_ts),
      ...(args.blocks ? { blocks: args.blocks } : {}),
    });
    return { message_ts: ts };
  },
);

const getPermalink = method(z.object({ channel: z.string(), message_ts: z.string() }), (ws, args) => {
  const message = existing(ws, target(ws, args.channel).id, args.message_ts);
  return { channel: message.channel, permalink: ws.permalink(message) };
});

export const chat: Record<string, Method> = {
  'chat.postMessage': postMessage,
  'chat.update': update,
  'chat.delete': deleteMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.getPermalink': getPermalink,
};
