/** What the server sends, as far as the page looks at it. */

export interface Json {
  [key: string]: unknown;
}

export interface Block extends Json {
  type: string;
  block_id?: string;
}

export interface Person {
  id: string;
  name: string;
  realName: string;
  locale: 'zh-CN' | 'en-US';
  role: 'admin' | 'member' | 'guest' | 'bot';
  color: string;
}

export interface Channel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'direct';
  topic: string;
  members: string[];
}

export interface FileShape {
  id: string;
  name?: string;
  title?: string;
  mimetype?: string;
  filetype?: string;
  size?: number;
  mode: string;
  url_private?: string;
  url_private_download?: string;
  alt_txt?: string;
}

export interface Message {
  ts: string;
  user: string;
  text: string;
  subtype?: string;
  thread_ts?: string;
  blocks?: Block[];
  files?: FileShape[];
  reactions?: { name: string; users: string[]; count: number }[];
  edited?: { user: string; ts: string };
  bot_id?: string;
  reply_count?: number;
  reply_users?: string[];
  latest_reply?: string;
  is_ephemeral?: boolean;
}

export interface View {
  id: string;
  hash: string;
  type: 'modal' | 'home';
  title?: Json | null;
  submit?: Json | null;
  close?: Json | null;
  blocks: Block[];
}

export interface LogEntry {
  at: number;
  kind: 'call' | 'event' | 'interaction' | 'answer';
  name: string;
  ok: boolean;
  detail: string;
}

export interface Start {
  team: { id: string; name: string };
  bot: string;
  people: Person[];
  manifest: {
    name: string;
    commands: { command: string; description: string; usage_hint: string }[];
    shortcuts: { name: string; type: 'message' | 'global'; callback_id: string }[];
  };
  channels: Channel[];
  home: View | null;
  modals: View[];
  connected: boolean;
  address: string;
}

export type Change =
  | { type: 'message' | 'ephemeral'; channel: string; message: Message }
  | { type: 'gone' | 'ephemeral-gone'; channel: string; ts: string }
  | { type: 'modals'; stack: View[] }
  | { type: 'home'; view: View }
  | { type: 'log'; entry: LogEntry }
  | { type: 'channels' }
  | { type: 'reset' };

export interface Choice {
  value?: string;
  values?: string[];
}

export type Choices = Record<string, Record<string, Choice>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const jsons = (value: unknown): Json[] => list(value).filter(isJson);

export const str = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The text of a text object, or of a bare string. */
export const textOf = (value: unknown): string => (isJson(value) ? str(value.text) : str(value));
