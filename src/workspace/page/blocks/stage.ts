import { order } from '../server.ts';
import type { Choice, Choices } from '../shapes.ts';
import { refusal, toast } from '../words.ts';

/** Where blocks stand, and so where their clicks go: a message, a modal or the Home tab. Keeps what was filled in. */
export class Stage {
  readonly #where: { channel?: string; ts?: string; view?: string };
  choices: Choices;
  /** Fields the app refused, by block id. */
  errors: Record<string, string> = {};

  constructor(where: { channel?: string; ts?: string; view?: string }, choices: Choices = {}) {
    this.#where = where;
    this.choices = choices;
  }

  chosen(blockId: string, actionId: string): Choice | undefined {
    return this.choices[blockId]?.[actionId];
  }

  keep(blockId: string, actionId: string, choice: Choice): void {
    this.choices[blockId] = { ...this.choices[blockId], [actionId]: choice };
  }

  /** Sends a click; the element is busy until the app acknowledged, and the person hears when it did not. */
  async use(element: HTMLElement, blockId: string, actionId: string, choice?: Choice): Promise<void> {
    element.setAttribute('aria-busy', 'true');
    const answer = await order('click', {
      ...this.#where,
      block_id: blockId,
      action_id: actionId,
      choice,
      choices: this.choices,
    });
    element.removeAttribute('aria-busy');
    if (!answer.ok) toast(refusal(answer.error ?? ''));
  }
}
