import { renderBlocks } from './blocks/render.ts';
import { Stage } from './blocks/stage.ts';
import { byId, fill, h, icon } from './dom.ts';
import { openMenu } from './menu.ts';
import { avatar } from './message.ts';
import { orderOrSay } from './server.ts';
import { type Channel, textOf } from './shapes.ts';
import { currentChannel, nameOf, personOf, state, unread } from './state.ts';
import { english, words } from './words.ts';

interface Deeds {
  go: (channel: string) => void;
  tab: (tab: 'home' | 'messages') => void;
  actAs: (person: string) => void;
  language: () => void;
  theme: () => void;
  inspect: () => void;
  reset: () => void;
}

/** The left column: channels, the conversation with the app, who one is. */
export function drawSidebar(deeds: Deeds): void {
  const { channels, team } = state.start;
  const rooms = channels.filter((channel) => channel.kind !== 'direct');
  const direct = channels.filter((channel) => channel.kind === 'direct');
  fill(
    byId('sidebar'),
    h('div', { class: 'team' }, h('strong', {}, team.name), h('span', {}, english ? 'local workspace' : '本地工作区')),
    h(
      'nav',
      { 'aria-label': words.channels },
      h('h2', {}, words.channels),
      h(
        'ul',
        {},
        rooms.map((channel) => entry(channel, deeds.go)),
      ),
      h('h2', {}, words.direct),
      h(
        'ul',
        {},
        direct.map((channel) => entry(channel, deeds.go)),
      ),
    ),
    h('div', { class: 'grow' }),
    self(deeds),
  );
}

function entry(channel: Channel, go: (channel: string) => void): HTMLElement {
  const here = channel.id === state.channel;
  const count = here ? 0 : unread(channel.id);
  const mark =
    channel.kind === 'direct' ? avatar(state.start.bot, 20) : icon(channel.kind === 'private' ? 'lock' : 'hash', 15);
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: count ? 'room fresh' : 'room',
        'aria-current': here ? 'page' : undefined,
        onclick: () => go(channel.id),
      },
      mark,
      h('span', { class: 'room-name' }, nameOf(channel)),
      count ? h('span', { class: 'count', 'aria-label': `${count} ${words.newMessages}` }, String(count)) : null,
    ),
  );
}

function self(deeds: Deeds): HTMLElement {
  const me = personOf(state.me);
  const choose = (event: Event) => {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    const people = state.start.people.filter((person) => person.role !== 'bot');
    openMenu(
      event.currentTarget,
      people.map((person) => ({
        label: person.name,
        note: `${words[person.role === 'bot' ? 'app' : person.role]}${person.locale === 'en-US' ? ' · English' : ''}`,
        run: () => deeds.actAs(person.id),
      })),
    );
  };
  const tool = (name: string, label: string, run: () => void) =>
    h(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick: run },
      icon(name, 17),
    );
  return h(
    'div',
    { class: 'self' },
    h(
      'button',
      { type: 'button', class: 'whoami', 'aria-haspopup': 'menu', title: words.actAs, onclick: choose },
      avatar(state.me, 30),
      h(
        'span',
        {},
        h('small', {}, words.you),
        h('strong', {}, `${me?.name ?? ''} · ${words[me?.role === 'bot' ? 'app' : (me?.role ?? 'member')]}`),
      ),
      icon('down', 16),
    ),
    h(
      'div',
      { class: 'self-tools' },
      tool('globe', words.language, deeds.language),
      tool('sun', words.theme, deeds.theme),
      tool('pulse', words.inspector, deeds.inspect),
      h('button', { type: 'button', class: 'reset', onclick: deeds.reset }, words.reset),
    ),
  );
}

/** The head of the middle column: where one is, and for the app its two tabs. */
export function drawHead(deeds: Deeds): void {
  const channel = currentChannel();
  if (!channel) return;
  const direct = channel.kind === 'direct';
  const tab = (name: 'home' | 'messages') =>
    h(
      'button',
      { type: 'button', role: 'tab', 'aria-selected': String(state.tab === name), onclick: () => deeds.tab(name) },
      words[name],
    );
  const menu = h(
    'button',
    { type: 'button', class: 'icon-button only-narrow', 'aria-label': words.menu, onclick: toggleSidebar },
    icon('menu'),
  );
  const globals = state.start.manifest.shortcuts.filter((entry) => entry.type === 'global');
  const shortcuts = (event: Event) => {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    openMenu(
      event.currentTarget,
      globals.map((entry) => ({
        label: entry.name,
        note: 'govinfo',
        run: () => void orderOrSay('shortcut', { callback_id: entry.callback_id }),
      })),
    );
  };
  fill(
    byId('head'),
    menu,
    h(
      'div',
      { class: 'where' },
      h('h1', {}, direct ? null : icon(channel.kind === 'private' ? 'lock' : 'hash', 17), nameOf(channel)),
      h('p', {}, direct ? state.start.manifest.name : `${channel.members.length} ${words.members} · ${channel.topic}`),
    ),
    direct ? h('div', { class: 'tabs', role: 'tablist' }, tab('home'), tab('messages')) : null,
    globals.length
      ? h(
          'button',
          {
            type: 'button',
            class: 'icon-button',
            'aria-label': words.shortcuts,
            title: words.shortcuts,
            onclick: shortcuts,
          },
          icon('bolt'),
        )
      : null,
  );
  document.title = `${direct ? '' : '#'}${nameOf(channel)} · ${state.start.team.name}`;
}

export const toggleSidebar = (): void => {
  document.body.classList.toggle('sidebar-open');
};

/** Says when the app is not in this channel, with the way to change that. */
export function drawNotice(): void {
  const channel = currentChannel();
  const missing = channel && !channel.members.includes(state.start.bot);
  fill(
    byId('notice'),
    missing &&
      h(
        'div',
        { class: 'notice' },
        h('span', {}, words.notHere),
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            onclick: () => void orderOrSay('command', { channel: channel.id, text: '/invite @govinfo' }),
          },
          words.invite,
        ),
      ),
  );
}

export function drawHome() {
  const box = byId('home');
  const view = state.home;
  if (!view) return fill(box, h('p', { class: 'empty' }, words.emptyHome));
  fill(
    box,
    h(
      'div',
      { class: 'blocks', 'aria-label': textOf(view.title) },
      renderBlocks(view.blocks, new Stage({ view: view.id })),
    ),
  );
}

const kinds = { call: 'API', event: 'event', interaction: '→ app', answer: 'answer' };

/** The inspector: what the app called, what it was sent, and why something was refused. */
export function drawInspector(close: () => void): void {
  const box = byId('inspector');
  box.hidden = !state.inspecting;
  if (!state.inspecting) return;
  const lines = state.log.slice(-150).reverse();
  fill(
    box,
    h(
      'header',
      {},
      h('div', {}, h('h2', {}, words.inspector), h('p', {}, words.inspectorHint)),
      h('button', { type: 'button', class: 'icon-button', 'aria-label': words.close, onclick: close }, icon('close')),
    ),
    h(
      'ol',
      {},
      lines.map((line) =>
        h(
          'li',
          { class: line.ok ? '' : 'bad' },
          h('time', {}, new Date(line.at).toLocaleTimeString('zh-CN', { hour12: false })),
          h('span', { class: `kind ${line.kind}` }, kinds[line.kind]),
          h('strong', {}, line.name),
          line.detail ? h('pre', {}, line.detail) : null,
        ),
      ),
    ),
  );
}
