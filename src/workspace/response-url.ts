import { z } from 'zod';
import { checkBlocks } from './block-check.ts';
import { app } from './cast.ts';
import { block, Refusal } from './nouns.ts';
import { change, post, remove, unwhisper, whisper } from './posting.ts';
import type { Source } from './tickets.ts';
import { checkPictures, refuseBlocks } from './web-api/chat.ts';
import type { Workspace } from './workspace.ts';

const answer = z.object({
  text: z.string().optional(),
  blocks: z.array(block).optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().optional(),
});

/** Carries out what the app posted to a response address, or sent as the body of an acknowledgement. */
export function respond(ws: Workspace, source: Source, body: unknown) {
  const read = answer.safeParse(body);
  if (!read.success || !source.channel) throw new Refusal('invalid_payload');
  const { text = '', blocks, response_type, replace_original, delete_original, thread_ts } = read.data;
  const { original } = source;
  if (delete_original) return discard(ws, source);
  if (!text && !blocks?.length) throw new Refusal('no_text');
  if (blocks)
    refuseBlocks(checkBlocks(blocks, 'message').filter((problem) => !problem.includes('msg_blocks_too_long')));
  checkPictures(ws, blocks);
  const content = { text, ...(blocks ? { blocks } : {}) };
  const known = original && !original.ephemeral ? ws.state.message(source.channel, original.ts) : undefined;
  if (replace_original && known) {
    change(ws, known, { blocks: [], ...content, edited: { user: app.botUserId, ts: ws.state.ts() } });
    return;
  }
  const thread = thread_ts ?? (original?.ephemeral || response_type === 'ephemeral' ? source.thread : undefined);
  const draft = { channel: source.channel, ...content, ...(thread ? { thread_ts: thread } : {}) };
  if (replace_original && original?.ephemeral) whisper(ws, { ...draft, to: source.user }, original.ts);
  else if (response_type === 'ephemeral') whisper(ws, { ...draft, to: source.user });
  else post(ws, { ...draft, user: app.botUserId });
}

function discard(ws: Workspace, { channel, original }: Source) {
  if (!original || !channel) return;
  if (original.ephemeral) return unwhisper(ws, original.ts);
  const message = ws.state.message(channel, original.ts);
  if (message) remove(ws, message);
}
