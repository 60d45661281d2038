import { Composer } from './composer.ts';
import { Conversation } from './conversation.ts';
import { ask } from './dialog.ts';
import { byId, fill, h, icon } from './dom.ts';
import { dropAnywhere } from './drop.ts';
import { drawHead, drawHome, drawInspector, drawNotice, drawSidebar } from './frame.ts';
import { drawModals } from './modal.ts';
import { order, orderOrSay, read } from './server.ts';
import type { Change, LogEntry, Message, Start } from './shapes.ts';
import {
  changed,
  currentChannel,
  everything,
  markRead,
  messagesOf,
  onChange,
  personOf,
  rootsOf,
  state,
  threadOf,
} from './state.ts';
import { english, languageChosen, speak, words } from './words.ts';

const main = new Conversation(byId('messages'), false, openThread);
const side = new Conversation(byId('thread-messages'), true, openThread);
const writer = new Composer('write', () => undefined);
const replier = new Composer('reply', () => state.thread);
byId('composer').append(writer.node);
byId('thread-composer').append(replier.node);

const deeds = { go, tab, actAs, language, theme, inspect, reset };

onChange('frame', () => {
  drawSidebar(deeds);
  drawHead(deeds);
  drawNotice();
  writer.label();
  replier.label();
});
onChange('messages', () => {
  const home = state.tab === 'home';
  byId('home').hidden = !home;
  byId('talk').hidden = home;
  if (!home) main.draw(state.channel, `${state.me} ${state.channel}`, rootsOf(state.channel));
});
onChange('thread', () => {
  const { thread } = state;
  byId('thread').hidden = !thread;
  document.body.classList.toggle('thread-open', Boolean(thread));
  if (!thread) return;
  const close = h(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': words.close, onclick: closeThread },
    icon('close'),
  );
  const name = currentChannel()?.name ?? '';
  fill(
    byId('thread-head'),
    h('h2', {}, words.thread, h('small', {}, name === 'directmessage' ? 'govinfo' : `#${name}`)),
    close,
  );
  side.draw(state.channel, `${state.me} ${thread}`, threadOf(state.channel, thread));
});
onChange('modals', drawModals);
onChange('home', drawHome);
onChange('inspector', () => drawInspector(inspect));

async function begin(): Promise<void> {
  state.start = await read<Start>('start');
  state.home = state.start.home;
  state.modals = state.start.modals;
  state.messages.clear();
  const loads = state.start.channels.map(async ({ id }) => {
    const { messages } = await read<{ messages: Message[] }>('messages', { channel: id });
    for (const message of messages) messagesOf(id).set(message.ts, message);
  });
  await Promise.all(loads);
  state.log = (await read<{ entries: LogEntry[] }>('log')).entries;
  const known = state.start.channels.some(({ id }) => id === state.channel);
  if (!known) state.channel = state.start.channels[0]?.id ?? '';
  if (!languageChosen()) speak(personOf(state.me)?.locale === 'en-US');
  main.forget();
  side.forget();
  markRead(state.channel);
  changed(...everything);
}

let stream: EventSource | undefined;

function listen(): void {
  stream?.close();
  stream = new EventSource(`/page/stream?as=${state.me}`);
  let lost = false;
  stream.onopen = () => {
    byId('offline').hidden = true;
    if (lost) void begin();
    lost = false;
  };
  stream.onerror = () => {
    lost = true;
    byId('offline').hidden = false;
    byId('offline').textContent = words.offline;
    if (stream?.readyState === EventSource.CLOSED) setTimeout(() => void read('start').then(listen, listen), 1_500);
  };
  stream.onmessage = (event) => take(JSON.parse(event.data) as Change);
}

function take(change: Change) {
  switch (change.type) {
    case 'message':
    case 'ephemeral':
      messagesOf(change.channel).set(change.message.ts, change.message);
      return touched(change.channel);
    case 'gone':
    case 'ephemeral-gone':
      messagesOf(change.channel).delete(change.ts);
      return touched(change.channel);
    case 'modals':
      state.modals = change.stack;
      return changed('modals');
    case 'home':
      state.home = change.view;
      return changed('home');
    case 'log':
      state.log.push(change.entry);
      return changed('inspector');
    default:
      void begin();
  }
}

function touched(channel: string): void {
  if (channel === state.channel && state.tab === 'messages' && !document.hidden) markRead(channel);
  changed('frame', 'messages', 'thread');
}

function go(channel: string): void {
  state.channel = channel;
  state.thread = undefined;
  state.tab = 'messages';
  document.body.classList.remove('sidebar-open');
  history.pushState(null, '', `/archives/${channel}`);
  markRead(channel);
  changed('frame', 'messages', 'thread');
  writer.focus();
  if (isDirect(channel)) void order('home', { tab: 'messages' });
}

const isDirect = (id: string): boolean =>
  state.start.channels.some((channel) => channel.id === id && channel.kind === 'direct');

function tab(name: 'home' | 'messages'): void {
  state.tab = name;
  changed('frame', 'messages', 'home');
  void order('home', { tab: name });
}

function openThread(ts: string): void {
  state.thread = ts;
  changed('thread', 'frame');
  replier.focus();
}

function closeThread(): void {
  state.thread = undefined;
  changed('thread', 'frame');
  writer.focus();
}

async function actAs(person: string): Promise<void> {
  state.me = person;
  sessionStorage.setItem('me', person);
  sessionStorage.removeItem('language');
  state.thread = undefined;
  await begin();
  listen();
}

function language(): void {
  speak(!english);
  sessionStorage.setItem('language', english ? 'en' : 'zh');
  main.forget();
  side.forget();
  changed(...everything);
}

function theme(): void {
  const dark =
    document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  const next = dark === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  localStorage.setItem('theme', next);
}

function inspect(): void {
  state.inspecting = !state.inspecting;
  changed('inspector');
}

async function reset(): Promise<void> {
  if (await ask({ title: words.reset, text: words.confirmReset, yes: words.reset, danger: true }))
    await orderOrSay('reset', {});
}

/** Opens what an address names: `/archives/<channel>/p<ts>?thread_ts=…`; a message that was answered, with its thread. */
function follow(): void {
  const [, , channel, message] = location.pathname.split('/');
  if (channel) [state.channel, state.tab] = [channel, 'messages'];
  const ts = message ? `${message.slice(1, -6)}.${message.slice(-6)}` : '';
  const answered = messagesOf(state.channel).get(ts)?.reply_count ? ts : undefined;
  state.thread = new URLSearchParams(location.search).get('thread_ts') ?? answered;
  changed(...everything);
  const node = ts ? document.querySelector(`[data-ts="${CSS.escape(ts)}"]`) : null;
  node?.scrollIntoView({ block: 'center' });
  node?.classList.add('found');
}

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const inside = event.target.closest('a.inside');
  if (inside) {
    event.preventDefault();
    history.pushState(null, '', inside.getAttribute('href'));
    follow();
  } else if (document.body.classList.contains('sidebar-open') && !event.target.closest('#sidebar, #head')) {
    document.body.classList.remove('sidebar-open');
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.isComposing || document.querySelector('dialog[open]')) return;
  if (document.body.classList.contains('sidebar-open')) document.body.classList.remove('sidebar-open');
  else if (state.thread) closeThread();
});
addEventListener('popstate', follow);
addEventListener('focus', () => {
  markRead(state.channel);
  changed('frame');
});
dropAnywhere((files, target) => (target.closest('#thread') ? replier : writer).add(files));

const stored = localStorage.getItem('theme');
if (stored) document.documentElement.dataset.theme = stored;
speak(english);
await begin();
follow();
listen();
document.body.classList.add('ready');
