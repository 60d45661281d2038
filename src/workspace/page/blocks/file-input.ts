import { Attachments } from '../attachments.ts';
import { h, icon } from '../dom.ts';
import { words } from '../words.ts';

interface FileInput {
  field: Record<string, string | undefined>;
  /** Endings that are taken, without the dot; all where there are none. */
  endings: readonly string[];
  most: number;
  choose(ids: string[]): void;
}

/** A field for files, as in a form: chosen or dropped, each with its progress; what is up is the choice. */
export function fileInput({ field, endings, most, choose }: FileInput): HTMLElement {
  const list = h('div', { class: 'attachments' });
  const attachments = new Attachments(list, { most, changed: () => choose(attachments.ids()) });
  const input = h('input', {
    type: 'file',
    class: 'hidden',
    multiple: most > 1,
    accept: endings.map((ending) => `.${ending}`).join(',') || undefined,
    tabindex: -1,
    'aria-hidden': 'true',
  });
  input.addEventListener('change', () => {
    attachments.add([...(input.files ?? [])]);
    input.value = '';
  });
  const open = h(
    'button',
    { ...field, type: 'button', class: 'button', onclick: () => input.click() },
    icon('clip', 16),
    words.chooseFile,
  );
  const box = h('div', { class: 'file-input' }, list, open, input);
  box.addEventListener('dragover', (event) => event.preventDefault());
  box.addEventListener('drop', (event) => {
    event.preventDefault();
    event.stopPropagation();
    attachments.add([...(event.dataTransfer?.files ?? [])]);
  });
  return box;
}
