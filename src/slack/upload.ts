import { z } from 'zod';

/** A file as Slack describes it; everything but its id may be missing, and none of it is to be trusted. */
export const slackFileSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  title: z.string().nullish(),
  mimetype: z.string().nullish(),
  filetype: z.string().nullish(),
  size: z.number().nullish(),
  mode: z.string().nullish(),
  is_external: z.boolean().nullish(),
  url_private: z.string().nullish(),
  url_private_download: z.string().nullish(),
  file_access: z.string().nullish(),
});
export type SlackFile = z.infer<typeof slackFileSchema>;

/** A message that carries files: the unit of work. It is kept in the store until every file has had its answer. */
export const uploadSchema = z.object({
  /** `<team>/<channel>/<ts>`, with something behind it where a person asked for a second reading. */
  id: z.string(),
  team: z.string(),
  channel: z.string(),
  ts: z.string(),
  /** Where the answers go: the thread of the message, or the thread it was posted in. */
  thread: z.string(),
  user: z.string().nullable(),
  /** Whether the message speaks to us: then silence is no answer. */
  mentioned: z.boolean(),
  files: z.array(slackFileSchema).min(1),
  /** Set when a person asked for it by hand. */
  again: z.boolean(),
  /** Uploads that one person drops one after the other make one batch: the id of its first upload. */
  batch: z.string(),
  /** An earlier upload of which some files, by their place in it, are tried again; what comes of them is written there. */
  retries: z.object({ upload: z.string(), keys: z.array(z.string()) }).optional(),
  receivedAt: z.string(),
});
export type Upload = z.infer<typeof uploadSchema>;

/** The upload that an outcome belongs to: the first try. */
export const firstTry = ({ id, retries }: Upload): string => retries?.upload ?? id;

/** Whether a file is among those that are to be tried again; an archive is, if something in it is. */
export const isWanted = ({ retries }: Upload, key: string): boolean =>
  !retries ||
  retries.keys.some((wanted) => wanted === key || wanted.startsWith(`${key}#`) || key.startsWith(`${wanted}#`));

/** The message of an upload as buttons name it. */
export const messageRef = ({ channel, thread, ts }: Upload): string => `${channel}/${thread}/${ts}`;

/** One file of an upload as buttons name it. */
export const fileRef = (upload: Upload, key: string): string => `${messageRef(upload)} ${key}`;

/** What we need of a `message` event; text is looked at for a mention and not kept. */
export const messageWithFilesSchema = z.object({
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().nullish(),
  user: z.string().nullish(),
  subtype: z.string().nullish(),
  text: z.string().nullish(),
  files: z.array(slackFileSchema).min(1),
});

const carryFiles = new Set([undefined, null, 'file_share', 'thread_broadcast', 'bot_message']);

/** The upload in a message event, or nothing where it is another kind of message. */
export function uploadOf(
  event: unknown,
  { team, botUser, receivedAt }: { team: string; botUser: string | undefined; receivedAt: string },
): Upload | undefined {
  const parsed = messageWithFilesSchema.safeParse(event);
  if (!parsed.success || !carryFiles.has(parsed.data.subtype)) return undefined;
  const { channel, ts, thread_ts, user, text, files } = parsed.data;
  const mentioned = botUser !== undefined && (text ?? '').includes(`<@${botUser}>`);
  const readable = files.filter((file) => mentioned || mayBeReport(file));
  if (!readable.length) return undefined;
  const id = `${team}/${channel}/${ts}`;
  return {
    id,
    batch: id,
    team,
    channel,
    ts,
    thread: thread_ts ?? ts,
    user: user ?? null,
    mentioned,
    files: readable,
    again: false,
    receivedAt,
  };
}

export const nameOfFile = ({ name, title }: SlackFile): string => name || title || '（未命名文件）';

const kinds = /\.(pdf|docx?|wps|html?|mht|mhtml|txt|md|xlsx?|zip|png|jpe?g|tiff?)$/i;
const types = /^(pdf|docx?|html|text|markdown|xlsx?|zip|png|jpe?g|tiff?)$/i;

/** Whether a name speaks of such a report. */
export const namesReport = (name: string): boolean => /年报|年度报告|信息公开|政务公开|disclosure/i.test(name);

/** Whether a file is worth a look, by name and type alone. */
function mayBeReport(file: SlackFile): boolean {
  const name = nameOfFile(file);
  return kinds.test(name) || types.test(file.filetype ?? '') || namesReport(name) || file.mode === 'file_access';
}
