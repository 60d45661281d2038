import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AppLink } from './app-link.ts';
import { Faults } from './faults.ts';
import { Feed } from './feed.ts';
import { type Handles, makeHandles } from './handles.ts';
import { readManifest } from './manifest.ts';
import { Modals } from './modals.ts';
import { openServer } from './server.ts';
import { State } from './state.ts';
import { Tickets } from './tickets.ts';
import { welcome } from './welcome.ts';
import type { Workspace } from './workspace.ts';

export interface WorkspaceOptions {
  /** Port of the page on 127.0.0.1; 0 takes a free one. */
  port: number;
  /** Folder in which messages and files are kept. */
  dataFolder: string;
  /** Text of the app's `manifest.yml`; the project's own when left out. */
  manifest?: string;
  /** Folder of sample reports; without it the welcome offers none. */
  samples?: string;
  /** How many calls, events and messages to one person are kept; all when left out, as tests want. */
  remembers?: number;
}

export interface RunningWorkspace {
  url: string;
  slackApiUrl: string;
  botToken: string;
  appToken: string;
  stop(): Promise<void>;
  handles: Handles;
}

/** Starts the local workspace. Throws `E-PORT-TAKEN` when the port is in use. */
export async function startWorkspace(options: WorkspaceOptions): Promise<RunningWorkspace> {
  const feed = new Feed();
  const timers = new Set<NodeJS.Timeout>();
  let address = '';
  const parts: Omit<Workspace, 'safety'> = {
    state: new State(options.dataFolder),
    manifest: readManifest(options.manifest ?? ownManifest()),
    app: new AppLink(),
    feed,
    tickets: new Tickets(),
    modals: new Modals(feed),
    faults: new Faults(),
    botToken: `xoxb-local-${randomBytes(18).toString('hex')}`,
    appToken: `xapp-local-${randomBytes(18).toString('hex')}`,
    ephemerals: new Map(),
    uploads: new Map(),
    calls: [],
    sentEvents: new Map(),
    remembers: options.remembers ?? Number.POSITIVE_INFINITY,
    samples: options.samples,
    address: () => address,
    permalink: ({ channel, ts, thread_ts }) => {
      const thread = thread_ts && thread_ts !== ts ? `?thread_ts=${thread_ts}&cid=${channel}` : '';
      return `${address}/archives/${channel}/p${ts.replace('.', '')}${thread}`;
    },
    later(action, milliseconds) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        action();
      }, milliseconds);
      timers.add(timer);
    },
  };
  const { workspace, port, close } = await openServer(parts, options.port);
  address = `http://127.0.0.1:${port}`;
  if (workspace.state.isFresh) welcome(workspace);
  return {
    url: address,
    slackApiUrl: `${address}/api/`,
    botToken: parts.botToken,
    appToken: parts.appToken,
    handles: makeHandles(workspace),
    async stop() {
      for (const timer of timers) clearTimeout(timer);
      parts.app.drop();
      await close();
    },
  };
}

/** The manifest beside `package.json`, two folders up both in `src` and in `dist`. */
const ownManifest = () => readFileSync(fileURLToPath(new URL('../../manifest.yml', import.meta.url)), 'utf8');
