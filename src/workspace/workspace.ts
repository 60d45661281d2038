import type { AppLink } from './app-link.ts';
import type { Faults } from './faults.ts';
import type { Feed } from './feed.ts';
import type { Manifest } from './manifest.ts';
import type { Modals } from './modals.ts';
import type { Ephemeral, Message } from './nouns.ts';
import type { Safety } from './safety.ts';
import type { State } from './state.ts';
import type { Tickets } from './tickets.ts';

/** The parts of a running workspace; every function of this folder takes it first. */
export interface Workspace {
  state: State;
  manifest: Manifest;
  app: AppLink;
  feed: Feed;
  tickets: Tickets;
  modals: Modals;
  faults: Faults;
  safety: Safety;
  botToken: string;
  appToken: string;
  /** Messages that one person sees, by timestamp; in memory only. */
  ephemerals: Map<string, Ephemeral>;
  /** Uploads the app announced, until they are completed. */
  uploads: Map<string, { name: string; length: number; altText?: string; bytes?: Buffer }>;
  /** The latest Web API calls and events, oldest first. */
  calls: { method: string; args: Record<string, unknown> }[];
  sentEvents: Map<string, unknown>;
  /** How many of these, and of messages to one person, are kept. */
  remembers: number;
  /** Folder of sample reports that the welcome offers. */
  samples: string | undefined;
  /** `http://127.0.0.1:<port>`. */
  address(): string;
  permalink(message: Message): string;
  /** Does something after so many milliseconds, unless the workspace has stopped by then. */
  later(action: () => void, milliseconds: number): void;
}
