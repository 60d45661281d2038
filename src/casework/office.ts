import type { Origin, Store } from '../store/store.ts';

/** A person as far as rights go. */
export interface Colleague {
  name: string;
  /** Guests and people of other organisations only read. */
  guest: boolean;
  /** Looks after the workspace: may always say who edits. */
  admin: boolean;
  /** Has left the workspace, or is a program. */
  gone: boolean;
}

/** What casework needs of the place it is done in; a chat gives it, tests can too. */
export interface Office {
  store: Store;
  now(): Date;
  colleague(user: string): Promise<Colleague>;
  maySee(user: string, origin: Origin): boolean | Promise<boolean>;
}

/** The day in China, on which decisions end. */
export const today = ({ now }: Office): string => new Date(now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
