import type { Feed } from './feed.ts';
import type { View } from './nouns.ts';

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

  /** Gives an open modal new contents; it stays where it is in its stack. */
  update({ user, view }: { user: string; view: View }, made: View): View {
    const { id, root_view_id, previous_view_id } = view;
    const updated: View = { ...made, id, root_view_id, previous_view_id };
    this.replaceAll(
      user,
      this.stack(user).map((entry) => (entry.id === id ? updated : entry)),
    );
    return updated;
  }
}
