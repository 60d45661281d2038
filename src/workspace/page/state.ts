import type { Channel, LogEntry, Message, Person, Start, View } from './shapes.ts';

/** What the page knows and shows. Whoever changes it calls `changed` with what it touched. */
interface State {
  me: string;
  start: Start;
  channel: string;
  thread: string | undefined;
  tab: 'home' | 'messages';
  /** Messages by channel, then by timestamp. */
  messages: Map<string, Map<string, Message>>;
  home: View | null;
  modals: View[];
  log: LogEntry[];
  inspecting: boolean;
}

const nothing: Start = {
  team: { id: '', name: '' },
  bot: '',
  people: [],
  manifest: { name: '', commands: [], shortcuts: [] },
  channels: [],
  home: null,
  modals: [],
  connected: true,
  address: '',
};

export const state: State = {
  me: sessionStorage.getItem('me') ?? 'U0WANGMIN',
  start: nothing,
  channel: '',
  thread: undefined,
  tab: 'messages',
  messages: new Map(),
  home: null,
  modals: [],
  log: [],
  inspecting: false,
};

export type Part = 'frame' | 'messages' | 'thread' | 'modals' | 'home' | 'inspector';

const listeners: [Part, () => void][] = [];

export const onChange = (part: Part, draw: () => void): void => {
  listeners.push([part, draw]);
};

export function changed(...parts: Part[]): void {
  for (const [part, draw] of listeners) if (parts.includes(part)) draw();
}

export const everything: Part[] = ['frame', 'messages', 'thread', 'modals', 'home', 'inspector'];

export const personOf = (id: string): Person | undefined => state.start.people.find((person) => person.id === id);

export const currentChannel = (): Channel | undefined => state.start.channels.find(({ id }) => id === state.channel);

/** What a channel is called: `#年报`, or `govinfo` for the direct conversation. */
export const nameOf = (channel: Channel): string => (channel.kind === 'direct' ? 'govinfo' : channel.name);

export function messagesOf(channel: string): Map<string, Message> {
  const known = state.messages.get(channel) ?? new Map<string, Message>();
  state.messages.set(channel, known);
  return known;
}

/** Messages that stand in the channel itself, oldest first. */
export const rootsOf = (channel: string): Message[] =>
  sorted(messagesOf(channel)).filter((message) => !message.thread_ts || message.thread_ts === message.ts);

export const threadOf = (channel: string, ts: string): Message[] =>
  sorted(messagesOf(channel)).filter((message) => message.ts === ts || message.thread_ts === ts);

const sorted = (messages: Map<string, Message>): Message[] =>
  [...messages.values()].sort((a, b) => Number(a.ts) - Number(b.ts));

/** What was read last, by person and channel, kept by the browser. */
const readKey = (channel: string) => `read ${state.me} ${channel}`;

export const lastRead = (channel: string): number => Number(localStorage.getItem(readKey(channel)) ?? 0);

export function markRead(channel: string): void {
  const latest = [...messagesOf(channel).keys()].reduce((most, ts) => Math.max(most, Number(ts)), 0);
  if (latest > lastRead(channel)) localStorage.setItem(readKey(channel), String(latest));
}

export const unread = (channel: string): number => {
  const since = lastRead(channel);
  const own = (message: Message) => message.user === state.me;
  return rootsOf(channel).filter((message) => Number(message.ts) > since && !own(message)).length;
};
