import { ask } from '../dialog.ts';
import { isJson, textOf } from '../shapes.ts';
import { words } from '../words.ts';

/** Asks what a `confirm` object asks; true at once when there is none. */
export async function confirmed(confirm: unknown): Promise<boolean> {
  if (!isJson(confirm)) return true;
  return ask({
    title: textOf(confirm.title),
    text: textOf(confirm.text),
    yes: textOf(confirm.confirm) || words.submit,
    no: textOf(confirm.deny) || words.cancel,
    danger: confirm.style === 'danger',
  });
}
