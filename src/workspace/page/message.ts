import { mrkdwn } from './blocks/mrkdwn.ts';
import { renderBlocks } from './blocks/render.ts';
import { Stage } from './blocks/stage.ts';
import { ask } from './dialog.ts';
import { h, icon } from './dom.ts';
import { common, glyph } from './emoji.ts';
import { openMenu } from './menu.ts';
import { canPreview, openFile } from './preview.ts';
import { order, orderOrSay } from './server.ts';
import type { FileShape, Message } from './shapes.ts';
import { withSigns } from './signs.ts';
import { personOf, state } from './state.ts';
import { english, refusal, toast, words } from './words.ts';

const locale = () => (english ? 'en' : 'zh-CN');

export const clock = (ts: string): string =>
  new Date(Number(ts) * 1000).toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' });

export function avatar(id: string, size = 36): HTMLElement {
  const person = personOf(id);
  const face = h('span', { class: person?.role === 'bot' ? 'avatar bot' : 'avatar', 'aria-hidden': 'true' });
  face.style.setProperty('--size', `${size}px`);
  face.style.background = person?.color ?? '#777';
  if (person?.role === 'bot') face.append(icon('pulse', Math.round(size * 0.6)));
  else face.append([...(person?.name ?? '?')][0] ?? '?');
  return face;
}

interface Shown {
  channel: string;
  inThread: boolean;
  openThread: (ts: string) => void;
}

/** One message, with everything one can do to it. */
export function drawMessage(message: Message, shown: Shown): HTMLElement {
  if (message.subtype === 'channel_join') return joined(message);
  const person = personOf(message.user);
  const tombstone = message.subtype === 'tombstone';
  return h(
    'article',
    {
      class: message.is_ephemeral ? 'message ephemeral' : 'message',
      'data-ts': message.ts,
      tabindex: -1,
      'aria-label': `${person?.name ?? ''} ${clock(message.ts)}`,
    },
    message.is_ephemeral
      ? h('p', { class: 'only-you' }, icon('eye', 14), `${words.onlyYou} · ${words.ephemeralGone}`)
      : null,
    h('div', { class: 'side' }, tombstone ? null : avatar(message.user)),
    h(
      'div',
      { class: 'body' },
      h(
        'header',
        {},
        h('strong', { class: 'name' }, person?.name ?? ''),
        person?.role === 'bot' ? h('span', { class: 'badge' }, words.app) : null,
        h('time', { datetime: new Date(Number(message.ts) * 1000).toISOString() }, clock(message.ts)),
        message.edited && !message.bot_id ? h('span', { class: 'muted' }, `（${words.edited}）`) : null,
      ),
      content(message, shown),
      message.files?.length ? h('div', { class: 'files' }, message.files.map(fileCard)) : null,
      reactions(message, shown.channel),
      !shown.inThread && message.reply_count ? replies(message, shown.openThread) : null,
    ),
    message.is_ephemeral || tombstone ? null : tools(message, shown),
  );
}

const joined = (message: Message): HTMLElement =>
  h('article', { class: 'joined', 'data-ts': message.ts }, `${personOf(message.user)?.name ?? ''} ${words.joined}`);

function content(message: Message, { channel }: Shown): HTMLElement {
  const stage = new Stage({ channel, ts: message.ts });
  if (message.blocks?.length) return h('div', { class: 'blocks' }, renderBlocks(message.blocks, stage));
  return h('div', { class: 'blocks' }, h('div', { class: 'text' }, mrkdwn(message.text)));
}

const sizeOf = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 * 1024
      ? `${Math.round(bytes / 1024)} KB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

function fileCard(file: FileShape): HTMLElement {
  if (file.mode === 'tombstone') return h('div', { class: 'file gone' }, words.deletedFile);
  const path = new URL(file.url_private ?? '', location.href).pathname;
  const ending = (/\.([a-z0-9]{1,5})$/i.exec(file.name ?? '')?.[1] ?? '?').toUpperCase();
  const picture = /^(png|jpg|gif)$/.test(file.filetype ?? '');
  return h(
    'div',
    { class: 'file' },
    h(
      'button',
      {
        type: 'button',
        class: 'file-main',
        onclick: () => void openFile(file),
        'aria-label': `${words.preview} ${file.name}`,
      },
      h('span', { class: `file-kind kind-${ending.toLowerCase()}`, 'aria-hidden': 'true' }, ending),
      h(
        'span',
        { class: 'file-words' },
        h('span', { class: 'file-name' }, file.name ?? ''),
        h('small', {}, `${ending} · ${sizeOf(file.size ?? 0)}${canPreview(file) ? ` · ${words.preview}` : ''}`),
      ),
    ),
    h(
      'a',
      { class: 'icon-button', href: path, download: file.name, 'aria-label': `${words.download} ${file.name}` },
      icon('save', 16),
    ),
    picture
      ? h('img', { src: path, alt: file.alt_txt ?? file.name ?? '', class: 'file-picture', loading: 'lazy' })
      : null,
  );
}

function reactions(message: Message, channel: string): HTMLElement | null {
  if (!message.reactions?.length) return null;
  return h(
    'div',
    { class: 'reactions' },
    message.reactions.map(({ name, users }) => {
      const names = users.map((id) => personOf(id)?.name ?? id).join('、');
      const mine = users.includes(state.me);
      const toggle = () => void order('react', { channel, ts: message.ts, name });
      return h(
        'button',
        {
          type: 'button',
          class: 'reaction',
          'aria-pressed': String(mine),
          title: `${names} :${name}:`,
          'aria-label': `${name}，${names}`,
          onclick: toggle,
        },
        h('span', { 'aria-hidden': 'true' }, withSigns(glyph(name))),
        String(users.length),
      );
    }),
  );
}

const replies = (message: Message, open: (ts: string) => void): HTMLElement =>
  h(
    'button',
    { type: 'button', class: 'replies', onclick: () => open(message.ts) },
    (message.reply_users ?? []).slice(0, 4).map((id) => avatar(id, 20)),
    h('span', {}, `${message.reply_count} ${words.replies}`),
    message.latest_reply ? h('small', {}, `${words.lastReply} ${clock(message.latest_reply)}`) : null,
  );

function tools(message: Message, { channel, inThread, openThread }: Shown): HTMLElement {
  const tool = (name: string, label: string, run: (event: Event) => void) =>
    h(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick: run },
      icon(name, 17),
    );
  return h(
    'div',
    { class: 'tools', role: 'group', 'aria-label': words.more },
    tool('smile', words.react, (event) => {
      if (!(event.currentTarget instanceof HTMLElement)) return;
      openMenu(
        event.currentTarget,
        common.map((name) => ({
          label: glyph(name),
          run: () => void order('react', { channel, ts: message.ts, name }),
        })),
      );
      document.querySelector('.menu')?.classList.add('picker');
    }),
    inThread ? null : tool('thread', words.reply, () => openThread(message.thread_ts ?? message.ts)),
    tool('more', words.more, (event) => {
      if (event.currentTarget instanceof HTMLElement) openMenu(event.currentTarget, deeds(message, channel));
    }),
  );
}

function deeds(message: Message, channel: string) {
  const on = { channel, ts: message.ts };
  const shortcuts = state.start.manifest.shortcuts
    .filter((entry) => entry.type === 'message')
    .map((entry) => ({
      label: entry.name,
      note: 'govinfo',
      run: () => void orderOrSay('shortcut', { callback_id: entry.callback_id, on }),
    }));
  const thread =
    message.thread_ts && message.thread_ts !== message.ts ? `?thread_ts=${message.thread_ts}&cid=${channel}` : '';
  const copy = {
    label: words.copyLink,
    run: async () => {
      await navigator.clipboard.writeText(
        `${location.origin}/archives/${channel}/p${message.ts.replace('.', '')}${thread}`,
      );
      toast(words.copied);
    },
  };
  if (message.user !== state.me) return [...shortcuts, copy];
  const rewrite = { label: words.edit, run: () => edit(message, channel) };
  const erase = {
    label: words.delete,
    danger: true,
    run: async () => {
      if (await ask({ title: words.delete, text: words.confirmDelete, yes: words.delete, danger: true }))
        await orderOrSay('delete', on);
    },
  };
  return [...shortcuts, copy, ...(message.text ? [rewrite] : []), erase];
}

/** Turns the text of an own message into a field. */
function edit(message: Message, channel: string): void {
  const body = document.querySelector(`[data-ts="${message.ts}"] .blocks`);
  if (!body) return;
  const plain = body.textContent ?? '';
  const field = h('textarea', { class: 'field', rows: 2, 'aria-label': words.edit });
  field.value = plain;
  const finish = async () => {
    const answer = await order('edit', { channel, ts: message.ts, text: field.value });
    if (!answer.ok) toast(refusal(answer.error ?? ''));
  };
  const undo = () => field.parentElement?.replaceWith(body);
  const box = h(
    'div',
    { class: 'editing' },
    field,
    h(
      'div',
      { class: 'foot' },
      h('button', { type: 'button', class: 'button', onclick: undo }, words.cancel),
      h('button', { type: 'button', class: 'button primary', onclick: () => void finish() }, words.save),
    ),
  );
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') undo();
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void finish();
    }
  });
  body.replaceWith(box);
  field.focus();
}
