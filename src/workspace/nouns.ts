import { z } from 'zod';

/** A Block Kit block or element as it came: only `type` is certain. */
export interface Block {
  type: string;
  block_id?: string;
  [key: string]: unknown;
}

export const block: z.ZodType<Block> = z.looseObject({ type: z.string(), block_id: z.string().optional() });

const reaction = z.object({ name: z.string(), users: z.array(z.string()) });

/** A message as it is kept; `present.ts` turns it into what Slack's API and events show. */
export const message = z.object({
  channel: z.string(),
  /** `seconds.micros`, unique in the workspace and rising. */
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string(),
  text: z.string(),
  subtype: z.string().optional(),
  blocks: z.array(block).optional(),
  attachments: z.array(z.unknown()).optional(),
  fileIds: z.array(z.string()).optional(),
  metadata: z.unknown().optional(),
  reactions: z.array(reaction).optional(),
  edited: z.object({ user: z.string(), ts: z.string() }).optional(),
  clientId: z.string().optional(),
});
export type Message = z.infer<typeof message>;

export const file = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  size: z.number(),
  user: z.string(),
  /** Unix seconds. */
  created: z.number(),
  altText: z.string().optional(),
  /** Milliseconds since the epoch until which the media type is still unknown, as right after an upload to Slack. */
  readyAt: z.number(),
  gone: z.boolean().optional(),
});
export type File = z.infer<typeof file>;

export const channel = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['public', 'private', 'direct']),
  topic: z.string(),
  members: z.array(z.string()),
  created: z.number(),
});

/** A modal or a Home tab. */
export const view = z.object({
  id: z.string(),
  type: z.enum(['modal', 'home']),
  hash: z.string(),
  callback_id: z.string(),
  external_id: z.string(),
  private_metadata: z.string(),
  title: z.unknown().optional(),
  submit: z.unknown().optional(),
  close: z.unknown().optional(),
  blocks: z.array(block),
  notify_on_close: z.boolean(),
  clear_on_close: z.boolean(),
  root_view_id: z.string(),
  previous_view_id: z.string().nullable(),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});
export type View = z.infer<typeof view>;

/** A message that one person alone sees, until the page is reloaded. */
export interface Ephemeral {
  channel: string;
  ts: string;
  thread_ts?: string;
  to: string;
  text: string;
  blocks?: Block[];
}

/** Why a Web API call is refused: Slack's error name, and in plain words what was wrong. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly reasons: readonly string[] = [],
  ) {
    super(code);
  }
}
