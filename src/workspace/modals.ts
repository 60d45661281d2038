import { stateOf } from './choices.ts';
import type { Feed } from './feed.ts';
import type { View } from './nouns.ts';
import { randomBlockId } from './posting.ts';
import type { ViewDraft } from './web-api/views.ts';
import type { Workspace } from './workspace.ts';

/** The modals each person has open, bottom first. They do not outlive a restart, as in Slack. */
export class Modals {
  readonly #stacks = new Map<string, View[]>();
  readonly #feed: Feed;

  constructor(feed: Feed) {
    this.#feed = feed;
  }

  stack(user: string): readonly View[] {
    return this.#stacks.get(user) ?? [];
  }

  replaceAll(user: string, stack: readonly View[]): void {
    this.#stacks.set(user, [...stack]);
    this.#feed.publish({ type: 'modals', stack: [...stack] }, [user]);
  }

  find(match: (view: View) => boolean): { user: string; view: View } | undefined {
    for (const [user, stack] of this.#stacks) {
      const view = stack.find(match);
      if (view) return { user, view };
    }
    return;
  }

  /** Gives an open modal new contents; what the person has filled in stays where block and action ids stay. */
  update(ws: Workspace, { user, view }: { user: string; view: View }, draft: ViewDraft): View {
    const made = makeView(ws, draft);
    const { id, root_view_id, previous_view_id } = view;
    const updated: View = { ...made, id, root_view_id, previous_view_id };
    this.replaceAll(
      user,
      this.stack(user).map((entry) => (entry.id === id ? updated : entry)),
    );
    return updated;
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A view with every default that Slack fills in. */
export function makeView(ws: Workspace, draft: ViewDraft, below?: View): View {
  const id = ws.state.id('V');
  const blocks = draft.blocks.map((block) => ({ ...block, block_id: block.block_id ?? randomBlockId() }));
  return {
    id,
    type: draft.type === 'home' ? 'home' : 'modal',
    hash: `${ws.state.ts()}.${randomBlockId()}`,
    callback_id: text(draft.callback_id),
    external_id: text(draft.external_id),
    private_metadata: text(draft.private_metadata),
    title: draft.title,
    submit: draft.submit,
    close: draft.close,
    blocks,
    notify_on_close: draft.notify_on_close === true,
    clear_on_close: draft.clear_on_close === true,
    root_view_id: below?.root_view_id ?? id,
    previous_view_id: below?.id ?? null,
    state: { values: stateOf(blocks, {}) },
  };
}
