import type { View } from './nouns.ts';

/** What happened, as the page hears it. `message` and `file` have the shape of Slack's API. */
export type Change =
  | { type: 'message'; channel: string; message: Record<string, unknown> }
  | { type: 'gone'; channel: string; ts: string }
  | { type: 'ephemeral'; channel: string; message: Record<string, unknown> }
  | { type: 'ephemeral-gone'; channel: string; ts: string }
  | { type: 'modals'; stack: View[] }
  | { type: 'home'; view: View }
  | { type: 'channels' }
  | { type: 'log'; entry: LogEntry }
  | { type: 'reset' };

/** One line of the inspector. */
export interface LogEntry {
  at: number;
  kind: 'call' | 'event' | 'interaction' | 'answer';
  name: string;
  ok: boolean;
  detail: string;
}

type Listener = (change: Change, to: readonly string[] | 'everybody') => void;

/** Tells listeners (open pages, waiting tests) what changed, and whom it concerns. */
export class Feed {
  readonly #listeners = new Set<Listener>();
  readonly log: LogEntry[] = [];

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(change: Change, to: readonly string[] | 'everybody'): void {
    for (const listener of [...this.#listeners]) listener(change, to);
  }

  note(kind: LogEntry['kind'], name: string, ok: boolean, detail: string): void {
    const entry: LogEntry = { at: Date.now(), kind, name, ok, detail };
    this.log.push(entry);
    if (this.log.length > 300) this.log.shift();
    this.publish({ type: 'log', entry }, 'everybody');
  }
}
