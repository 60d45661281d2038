import { extname } from 'node:path';
import { app, type Channel, type Person, team } from './cast.ts';
import type { File, Message } from './nouns.ts';
import type { Workspace } from './workspace.ts';

/** A message in the shape of Slack's API: files spelled out, marks of a bot, counts of its thread. */
export function presentMessage(ws: Workspace, message: Message, withMetadata = false): Record<string, unknown> {
  const { fileIds, clientId, metadata, channel: _, ...kept } = message;
  const fromBot = message.user === app.botUserId;
  const replies = message.thread_ts === undefined ? repliesTo(ws, message) : [];
  return {
    type: 'message',
    ...kept,
    team: team.id,
    ...(clientId ? { client_msg_id: clientId } : {}),
    ...(fromBot ? botMarks() : {}),
    ...(fileIds ? { files: fileIds.map((id) => presentFile(ws, id)), upload: false, display_as_bot: fromBot } : {}),
    ...(withMetadata && metadata !== undefined ? { metadata } : {}),
    ...(message.reactions
      ? { reactions: message.reactions.map((mark) => ({ ...mark, count: mark.users.length })) }
      : {}),
    ...(replies.length ? threadMarks(message, replies) : {}),
  };
}

const botMarks = () => ({
  bot_id: app.botId,
  app_id: app.id,
  bot_profile: {
    id: app.botId,
    app_id: app.id,
    name: 'govinfo',
    deleted: false,
    updated: 0,
    team_id: team.id,
    icons: {},
  },
});

const repliesTo = (ws: Workspace, parent: Message): Message[] =>
  ws.state.messages(parent.channel).filter((entry) => entry.thread_ts === parent.ts && entry.ts !== parent.ts);

const threadMarks = (parent: Message, replies: Message[]) => ({
  thread_ts: parent.ts,
  reply_count: replies.length,
  reply_users: [...new Set(replies.map((reply) => reply.user))],
  reply_users_count: new Set(replies.map((reply) => reply.user)).size,
  latest_reply: replies.at(-1)?.ts,
  is_locked: false,
  subscribed: false,
});

/** A file object; a deleted file is a tombstone, an unknown one too. */
export function presentFile(ws: Workspace, id: string): Record<string, unknown> {
  const file = ws.state.file(id);
  if (!file || file.gone) return { id, mode: 'tombstone' };
  const ready = Date.now() >= file.readyAt;
  const kind = kindOf(file.name);
  const address = `${ws.address()}/files-pri/${team.id}-${file.id}`;
  return {
    id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: ready ? kind.mimetype : '',
    filetype: ready ? kind.filetype : '',
    pretty_type: ready ? kind.pretty : '',
    user: file.user,
    user_team: team.id,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: sharesOf(ws, file).some(({ channel }) => ws.state.channel(channel).kind === 'public'),
    public_url_shared: false,
    display_as_bot: file.user === app.botUserId,
    url_private: `${address}/${encodeURIComponent(file.name)}`,
    url_private_download: `${address}/download/${encodeURIComponent(file.name)}`,
    permalink: `${ws.address()}/files/${file.user}/${file.id}`,
    file_access: 'visible',
    ...(file.altText ? { alt_txt: file.altText } : {}),
  };
}

const sharesOf = (ws: Workspace, file: File) => ws.state.shares(file.id);

/** A file object as `files.info` shows it, with the places it was shared in. */
export function presentSharedFile(ws: Workspace, file: File): Record<string, unknown> {
  const shares: Record<'public' | 'private', Record<string, unknown[]>> = { public: {}, private: {} };
  const places = sharesOf(ws, file);
  for (const { channel, ts, thread_ts } of places) {
    const side = ws.state.channel(channel).kind === 'public' ? shares.public : shares.private;
    side[channel] = [...(side[channel] ?? []), { ts, ...(thread_ts ? { thread_ts } : {}), team_id: team.id }];
  }
  const ids = (kind: Channel['kind']) =>
    places
      .map(({ channel }) => ws.state.channel(channel))
      .filter((entry) => entry.kind === kind)
      .map(({ id }) => id);
  return {
    ...presentFile(ws, file.id),
    shares,
    channels: ids('public'),
    groups: ids('private'),
    ims: ids('direct'),
  };
}

export function presentChannel(channel: Channel): Record<string, unknown> {
  const direct = channel.kind === 'direct';
  return {
    id: channel.id,
    ...(direct
      ? { is_im: true, user: channel.members.find((id) => id !== app.botUserId) }
      : { name: channel.name, name_normalized: channel.name, is_channel: true, is_group: false, is_im: false }),
    is_mpim: false,
    is_private: channel.kind !== 'public',
    is_member: channel.members.includes(app.botUserId),
    is_archived: false,
    is_general: false,
    is_shared: false,
    is_ext_shared: false,
    is_org_shared: false,
    is_pending_ext_shared: false,
    created: channel.created,
    creator: 'U0WANGMIN',
    context_team_id: team.id,
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}

export function presentUser(person: Person, withLocale: boolean): Record<string, unknown> {
  return {
    id: person.id,
    team_id: team.id,
    name: person.name,
    real_name: person.realName,
    deleted: false,
    tz: 'Asia/Shanghai',
    tz_label: 'China Standard Time',
    tz_offset: 28_800,
    profile: { real_name: person.realName, display_name: person.name, team: team.id },
    is_admin: person.role === 'admin',
    is_owner: person.role === 'admin',
    is_primary_owner: person.role === 'admin',
    is_restricted: person.role === 'guest',
    is_ultra_restricted: false,
    is_bot: person.role === 'bot',
    is_app_user: false,
    updated: 0,
    ...(withLocale ? { locale: person.locale } : {}),
  };
}

interface Kind {
  filetype: string;
  mimetype: string;
  pretty: string;
}

const kinds: Record<string, Kind> = {
  '.pdf': { filetype: 'pdf', mimetype: 'application/pdf', pretty: 'PDF' },
  '.doc': { filetype: 'doc', mimetype: 'application/msword', pretty: 'Word' },
  '.docx': {
    filetype: 'docx',
    mimetype: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    pretty: 'Word',
  },
  '.xlsx': {
    filetype: 'xlsx',
    mimetype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    pretty: 'Excel',
  },
  '.xls': { filetype: 'xls', mimetype: 'application/vnd.ms-excel', pretty: 'Excel' },
  '.html': { filetype: 'html', mimetype: 'text/html', pretty: 'HTML' },
  '.htm': { filetype: 'html', mimetype: 'text/html', pretty: 'HTML' },
  '.mhtml': { filetype: 'html', mimetype: 'multipart/related', pretty: 'HTML' },
  '.mht': { filetype: 'html', mimetype: 'multipart/related', pretty: 'HTML' },
  '.txt': { filetype: 'text', mimetype: 'text/plain', pretty: 'Text' },
  '.md': { filetype: 'markdown', mimetype: 'text/markdown', pretty: 'Markdown' },
  '.csv': { filetype: 'csv', mimetype: 'text/csv', pretty: 'CSV' },
  '.json': { filetype: 'json', mimetype: 'application/json', pretty: 'JSON' },
  '.zip': { filetype: 'zip', mimetype: 'application/zip', pretty: 'Zip' },
  '.png': { filetype: 'png', mimetype: 'image/png', pretty: 'PNG' },
  '.jpg': { filetype: 'jpg', mimetype: 'image/jpeg', pretty: 'JPEG' },
  '.jpeg': { filetype: 'jpg', mimetype: 'image/jpeg', pretty: 'JPEG' },
  '.gif': { filetype: 'gif', mimetype: 'image/gif', pretty: 'GIF' },
};

/** What a file is, by the ending of its name, as Slack names it. */
export const kindOf = (name: string): Kind =>
  kinds[extname(name).toLowerCase()] ?? { filetype: 'binary', mimetype: 'application/octet-stream', pretty: 'Binary' };
