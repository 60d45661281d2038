import { mrkdwn } from './blocks/mrkdwn.ts';
import { h } from './dom.ts';
import { words } from './words.ts';

interface Question {
  title: string;
  text: string;
  yes: string;
  no?: string;
  danger?: boolean;
}

/** A small question with two answers, as a native dialog (focus stays inside, Esc says no). */
export function ask({ title, text, yes, no = words.cancel, danger = false }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (value: boolean) => () => {
      dialog.close();
      dialog.remove();
      resolve(value);
    };
    const dialog = h(
      'dialog',
      { class: 'question', 'aria-label': title || text, oncancel: answer(false) },
      title ? h('h2', {}, title) : null,
      h('p', {}, mrkdwn(text)),
      h(
        'div',
        { class: 'foot' },
        h('button', { type: 'button', class: 'button', onclick: answer(false) }, no),
        h('button', { type: 'button', class: `button ${danger ? 'danger' : 'primary'}`, onclick: answer(true) }, yes),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
