import { h, icon } from './dom.ts';
import { sendFile } from './server.ts';
import { toast, words } from './words.ts';

const LARGEST = 25 * 1024 * 1024;

interface Limits {
  /** At most so many files. */
  most?: number;
  /** Hears that a file is up, or was taken away. */
  changed?: () => void;
}

/** Files on their way into a message or a form, each with its progress; at most ten. */
export class Attachments {
  readonly #box: HTMLElement;
  readonly #most: number;
  readonly #changed: () => void;
  readonly #waiting = new Map<HTMLElement, { id?: string }>();

  constructor(box: HTMLElement, { most = 10, changed = () => undefined }: Limits = {}) {
    this.#box = box;
    this.#most = most;
    this.#changed = changed;
  }

  get busy(): boolean {
    return [...this.#waiting.values()].some((entry) => !entry.id);
  }

  ids(): string[] {
    return [...this.#waiting.values()].flatMap((entry) => (entry.id ? [entry.id] : []));
  }

  add(files: readonly File[]) {
    for (const file of files) {
      if (this.#waiting.size >= this.#most) return toast(`${words.tooMany} ${this.#most}`);
      if (file.size > LARGEST) toast(`${file.name} ${words.tooBig}`);
      else void this.#send(file);
    }
  }

  clear(): void {
    this.#waiting.clear();
    this.#box.replaceChildren();
  }

  async #send(file: File): Promise<void> {
    const bar = h('progress', { max: 1, value: 0, 'aria-label': `${words.uploading} ${file.name}` });
    const drop = () => {
      this.#waiting.delete(chip);
      chip.remove();
      this.#changed();
    };
    const chip = h(
      'div',
      { class: 'chip' },
      h('span', {}, file.name),
      bar,
      h(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': `${words.remove} ${file.name}`, onclick: drop },
        icon('close', 14),
      ),
    );
    const entry: { id?: string } = {};
    this.#waiting.set(chip, entry);
    this.#box.append(chip);
    try {
      entry.id = await sendFile(file, (share) => {
        bar.value = share;
      });
      bar.remove();
      this.#changed();
    } catch {
      drop();
      toast(`${words.uploadFailed}：${file.name}`);
    }
  }
}
