import { z } from 'zod';
import { app } from '../cast.ts';
import { type File, Refusal } from '../nouns.ts';
import { post } from '../posting.ts';
import { presentFile, presentSharedFile } from '../present.ts';
import { seconds } from '../state.ts';
import type { Workspace } from '../workspace.ts';
import { blocks, count, joined, json, type Method, method } from './method.ts';

/** How long the media type of the app's own uploads stays unknown, in milliseconds, so that polling for it is exercised. */
const SCAN = 300;

const getUploadURLExternal = method(
  z.object({ filename: z.string().min(1), length: count, alt_txt: z.string().optional() }),
  (ws, { filename, length, alt_txt }) => {
    const id = ws.state.id('F');
    ws.uploads.set(id, { name: filename, length, ...(alt_txt ? { altText: alt_txt } : {}) });
    return { upload_url: `${ws.address()}/upload/v1/${id}`, file_id: id };
  },
);

const complete = method(
  z.object({
    files: json(z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1)),
    channel_id: z.string().optional(),
    thread_ts: z.string().optional(),
    initial_comment: z.string().optional(),
    blocks: blocks.optional(),
  }),
  (ws, args) => {
    const channel = args.channel_id ? joined(ws, args.channel_id) : undefined;
    const files = args.files.map(({ id, title }) => finish(ws, id, title));
    if (channel) {
      const share = () =>
        post(ws, {
          channel: channel.id,
          user: app.botUserId,
          text: args.initial_comment ?? '',
          subtype: 'file_share',
          fileIds: files.map((file) => file.id),
          ...(args.thread_ts ? { thread_ts: args.thread_ts } : {}),
          ...(args.blocks && !args.initial_comment ? { blocks: args.blocks } : {}),
        });
      ws.later(share, SCAN);
    }
    return { files: files.map((file) => presentFile(ws, file.id)) };
  },
);

/** Turns received bytes into a file of the app. */
function finish(ws: Workspace, id: string, title: string | undefined): File {
  const upload = ws.uploads.get(id);
  if (!upload?.bytes) throw new Refusal('file_not_found');
  ws.uploads.delete(id);
  const file: File = {
    id,
    name: upload.name,
    title: title ?? upload.name,
    size: upload.bytes.length,
    user: app.botUserId,
    created: seconds(),
    readyAt: Date.now() + SCAN,
    ...(upload.altText ? { altText: upload.altText } : {}),
  };
  ws.state.putFile(file, upload.bytes);
  return file;
}

const info = method(z.object({ file: z.string() }), (ws, args) => {
  const file = ws.state.file(args.file);
  if (!file) throw new Refusal('file_not_found');
  if (file.gone) throw new Refusal('file_deleted');
  return { file: presentSharedFile(ws, file), comments: [], response_metadata: { next_cursor: '' } };
});

export const files: Record<string, Method> = {
  'files.getUploadURLExternal': getUploadURLExternal,
  'files.completeUploadExternal': complete,
  'files.info': info,
};
