import { renderBlocks } from './blocks/render.ts';
import { Stage } from './blocks/stage.ts';
import { h, icon } from './dom.ts';
import { order } from './server.ts';
import { textOf, type View } from './shapes.ts';
import { state } from './state.ts';
import { refusal, toast, words } from './words.ts';

/** The modal on top of the stack, in a native dialog: focus stays inside, Esc closes it. */
let dialog: HTMLDialogElement | undefined;
let shown = '';
const stages = new Map<string, Stage>();

export function drawModals(): void {
  const view = state.modals.at(-1);
  if (!view) {
    dialog?.remove();
    dialog = undefined;
    shown = '';
    stages.clear();
    return;
  }
  if (shown === view.hash) return;
  shown = view.hash;
  const stage = stages.get(view.id) ?? new Stage({ view: view.id });
  stage.errors = {};
  stages.set(view.id, stage);
  draw(view, stage);
}

function draw(view: View, stage: Stage): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.action : undefined;
  const old = dialog;
  const form = h('form', { class: 'modal-body', novalidate: true }, renderBlocks(view.blocks, stage));
  const close = () => void order('close', { view: view.id });
  const title = textOf(view.title);
  const deep = state.modals.length > 1;
  dialog = h(
    'dialog',
    { class: 'modal', 'aria-labelledby': 'modal-title' },
    h(
      'header',
      {},
      deep
        ? h('button', { type: 'button', class: 'icon-button', 'aria-label': words.back, onclick: close }, icon('back'))
        : null,
      h('h2', { id: 'modal-title' }, title),
      h('button', { type: 'button', class: 'icon-button', 'aria-label': words.close, onclick: close }, icon('close')),
    ),
    form,
    h(
      'footer',
      {},
      h('button', { type: 'button', class: 'button', onclick: close }, textOf(view.close) || words.cancel),
      view.submit
        ? h(
            'button',
            { type: 'submit', class: 'button primary submit', onclick: () => form.requestSubmit() },
            textOf(view.submit),
          )
        : null,
    ),
  );
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit(view, stage);
  });
  document.body.append(dialog);
  dialog.showModal();
  old?.remove();
  const same = focused ? form.querySelector<HTMLElement>(`[data-action="${CSS.escape(focused)}"]`) : null;
  (form.querySelector<HTMLElement>('[aria-invalid]') ?? same ?? toFill(form))?.focus();
}

/** The first field that waits for something: a menu that has its choice already does not. */
function toFill(form: HTMLFormElement): HTMLElement | undefined {
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not(.hidden), textarea')];
  return fields.find((field) => field.getAttribute('role') !== 'combobox' || !field.value) ?? fields[0];
}

async function submit(view: View, stage: Stage): Promise<void> {
  const button = dialog?.querySelector<HTMLButtonElement>('.submit');
  if (button?.disabled) return;
  if (button) button.disabled = true;
  const answer = await order('submit', { view: view.id, choices: stage.choices });
  if (button) button.disabled = false;
  if (!answer.ok) return toast(refusal(answer.error ?? ''));
  const errors = answer.errors as Record<string, string>;
  if (Object.keys(errors).length === 0) return;
  stage.errors = errors;
  draw(view, stage);
}
