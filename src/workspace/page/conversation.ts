import { h } from './dom.ts';
import { drawMessage } from './message.ts';
import type { Message } from './shapes.ts';
import { english, words } from './words.ts';

/**
 * A list of messages that redraws only what changed, so that fields, focus and sorted tables in the others stay; it
 * follows the end while one is at the end.
 */
export class Conversation {
  readonly #box: HTMLElement;
  readonly #inThread: boolean;
  readonly #openThread: (ts: string) => void;
  readonly #drawn = new Map<string, { source: string; node: HTMLElement }>();
  #place = '';

  constructor(box: HTMLElement, inThread: boolean, openThread: (ts: string) => void) {
    this.#box = box;
    this.#inThread = inThread;
    this.#openThread = openThread;
  }

  draw(channel: string, place: string, messages: readonly Message[]): void {
    const moved = this.#place !== place;
    const scroller = this.#box.closest('.scroller') ?? this.#box;
    const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 120;
    if (moved) {
      this.#drawn.clear();
      this.#box.replaceChildren();
      this.#place = place;
    }
    const nodes: Node[] = [];
    let day = '';
    let before: Message | undefined;
    for (const message of messages) {
      const today = dayOf(message.ts);
      if (today !== day && !this.#inThread)
        nodes.push(h('div', { class: 'day', role: 'separator' }, h('span', {}, today)));
      const node = this.#node(channel, message);
      const close = before && today === day && follows(before, message);
      node.classList.toggle('follows', Boolean(close));
      nodes.push(node);
      day = today;
      before = message;
    }
    const kept = new Set(messages.map((message) => message.ts));
    for (const ts of this.#drawn.keys()) if (!kept.has(ts)) this.#drawn.delete(ts);
    arrange(this.#box, nodes.length ? nodes : [h('p', { class: 'empty' }, words.empty)]);
    if (moved || atEnd) scroller.scrollTop = scroller.scrollHeight;
  }

  /** Forgets what was drawn, as when the language changes. */
  forget(): void {
    this.#place = '';
  }

  #node(channel: string, message: Message): HTMLElement {
    const source = JSON.stringify(message);
    const known = this.#drawn.get(message.ts);
    if (known?.source === source) return known.node;
    const shown = { channel, inThread: this.#inThread, openThread: this.#openThread };
    const node = drawMessage(message, shown);
    this.#drawn.set(message.ts, { source, node });
    return node;
  }
}

/** Puts nodes in this order, touching only what is not in place already. */
function arrange(box: HTMLElement, nodes: readonly Node[]): void {
  nodes.forEach((node, i) => {
    const there = box.childNodes[i];
    if (there === node) return;
    if (
      there instanceof HTMLElement &&
      node instanceof HTMLElement &&
      there.className === 'day' &&
      node.className === 'day'
    ) {
      there.replaceWith(node);
      return;
    }
    box.insertBefore(node, there ?? null);
  });
  while (box.childNodes.length > nodes.length) box.lastChild?.remove();
}

/** The same person again within five minutes: no second head. */
const follows = (before: Message, message: Message): boolean =>
  before.user === message.user &&
  !message.is_ephemeral &&
  !before.is_ephemeral &&
  !message.bot_id &&
  !before.subtype?.startsWith('channel') &&
  before.subtype !== 'tombstone' &&
  !before.reply_count &&
  Number(message.ts) - Number(before.ts) < 300;

function dayOf(ts: string): string {
  const date = new Date(Number(ts) * 1000);
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(date).setHours(0, 0, 0, 0)) / 86_400_000);
  if (days === 0) return words.today;
  if (days === 1) return words.yesterday;
  return date.toLocaleDateString(english ? 'en' : 'zh-CN', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  });
}
