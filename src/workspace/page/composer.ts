import { Attachments } from './attachments.ts';
import { fill, h, icon } from './dom.ts';
import { order } from './server.ts';
import { currentChannel, nameOf, state } from './state.ts';
import { type Suggestion, suggestions } from './suggestions.ts';
import { refusal, toast, words } from './words.ts';

/** The field one writes in: Enter sends, Shift+Enter breaks the line; `/` and `@` bring suggestions. */
export class Composer {
  readonly node: HTMLElement;
  readonly #field: HTMLTextAreaElement;
  readonly #hints: HTMLElement;
  readonly #thread: () => string | undefined;
  readonly #attachments: Attachments;
  #offered: Suggestion[] = [];
  #picked = 0;

  constructor(id: string, thread: () => string | undefined) {
    this.#thread = thread;
    const list = h('div', { class: 'attachments' });
    this.#attachments = new Attachments(list);
    this.#hints = h('div', { class: 'hints', role: 'listbox', id: `${id}-hints` });
    this.#field = h('textarea', {
      id,
      class: 'write',
      rows: 1,
      'aria-autocomplete': 'list',
      'aria-controls': `${id}-hints`,
    });
    const files = h('input', { type: 'file', multiple: true, class: 'hidden', tabindex: -1, 'aria-hidden': 'true' });
    files.addEventListener('change', () => {
      this.add([...(files.files ?? [])]);
      files.value = '';
    });
    const attach = h('button', { type: 'button', class: 'icon-button', onclick: () => files.click() }, icon('clip'));
    const send = h('button', { type: 'button', class: 'send', onclick: () => void this.#send() }, icon('send'));
    this.node = h(
      'div',
      { class: 'composer' },
      this.#hints,
      list,
      h('div', { class: 'line' }, attach, this.#field, send),
      files,
    );
    this.#listen();
    this.label();
  }

  /** Puts the words of the present language and place on it. */
  label(): void {
    const channel = currentChannel();
    const name = channel ? `${channel.kind === 'direct' ? '' : '#'}${nameOf(channel)}` : '';
    const label = this.#thread() ? words.replyHere : `${words.writeIn} ${name}`;
    this.#field.placeholder = label;
    this.#field.setAttribute('aria-label', label);
    const [attach, send] = this.node.querySelectorAll('.line button');
    attach?.setAttribute('aria-label', words.attach);
    attach?.setAttribute('title', words.attach);
    send?.setAttribute('aria-label', words.send);
  }

  add(files: File[]): void {
    this.#attachments.add(files);
    this.#field.focus();
  }

  focus(): void {
    this.#field.focus();
  }

  #listen(): void {
    const field = this.#field;
    field.addEventListener('input', () => {
      this.#grow();
      this.#suggest();
    });
    field.addEventListener('keydown', (event) => {
      if (event.isComposing || event.keyCode === 229) return;
      if (this.#offered.length && this.#steer(event)) return event.preventDefault();
      if (event.key === 'Enter' && !event.shiftKey) {
        event.preventDefault();
        void this.#send();
      }
    });
    field.addEventListener('paste', (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (!files.length) return;
      event.preventDefault();
      this.add(files);
    });
    field.addEventListener('blur', () => setTimeout(() => this.#offer([]), 150));
  }

  #grow(): void {
    this.#field.style.height = 'auto';
    this.#field.style.height = `${Math.min(this.#field.scrollHeight, 200)}px`;
  }

  #suggest(): void {
    const before = this.#field.value.slice(0, this.#field.selectionStart);
    this.#offer(suggestions(before, Boolean(this.#thread())));
  }

  #offer(offered: Suggestion[]): void {
    this.#offered = offered;
    this.#picked = 0;
    this.#drawHints();
  }

  #drawHints(): void {
    fill(
      this.#hints,
      this.#offered.map((entry, i) => {
        const choose = (event: Event) => {
          event.preventDefault();
          this.#take(entry);
        };
        return h(
          'div',
          {
            role: 'option',
            class: 'hint-line',
            'aria-selected': String(i === this.#picked && Boolean(entry.insert)),
            onmousedown: choose,
          },
          h('strong', {}, entry.label),
          h('span', {}, entry.note),
        );
      }),
    );
    this.#field.setAttribute('aria-expanded', String(this.#offered.length > 0));
  }

  /** Keys while suggestions are open; true when the key was used. */
  #steer(event: KeyboardEvent): boolean {
    const entry = this.#offered[this.#picked];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.#picked = (this.#picked + step + this.#offered.length) % this.#offered.length;
      this.#drawHints();
      return true;
    }
    if (event.key === 'Escape') {
      this.#offer([]);
      event.stopPropagation();
      return true;
    }
    if (
      (event.key === 'Tab' || event.key === 'Enter') &&
      entry?.insert &&
      !this.#field.value.endsWith(entry.insert.trimEnd())
    ) {
      this.#take(entry);
      return true;
    }
    return false;
  }

  #take(entry: Suggestion): void {
    if (!entry.insert) return;
    const at = this.#field.selectionStart;
    const value = this.#field.value;
    this.#field.value = value.slice(0, at - entry.replaces) + entry.insert + value.slice(at);
    this.#offer([]);
    this.#field.focus();
    this.#suggest();
  }

  async #send(): Promise<void> {
    const text = this.#field.value.trim();
    if (this.#attachments.busy) return toast(words.uploading);
    const fileIds = this.#attachments.ids();
    if (!text && !fileIds.length) return;
    const thread_ts = this.#thread();
    const command = text.startsWith('/') && !fileIds.length;
    if (command && thread_ts) return toast(words.threadNoSlash);
    this.#field.value = '';
    this.#grow();
    this.#offer([]);
    const answer = command
      ? await order('command', { channel: state.channel, text })
      : await order('say', { channel: state.channel, text, fileIds, thread_ts });
    if (answer.ok) return this.#attachments.clear();
    this.#field.value = text;
    const code = answer.error ?? '';
    toast(code === 'unknown_command' ? `${words.unknownCommand}${text.split(' ')[0]}` : refusal(code));
  }
}
