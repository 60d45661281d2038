import type { CommandContext } from '../commands/command.ts';
import type { Config } from '../config.ts';
import type { Collection, Store } from '../store/store.ts';
import type { Message } from '../views/message.ts';
import type { Channels } from './channels.ts';
import type { Clients } from './clients.ts';
import type { Courier } from './courier.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Outdated } from './outdated.ts';
import type { People } from './people.ts';
import type { Progress, Source } from './progress.ts';
import type { Queues } from './queues.ts';
import type { Upload } from './upload.ts';

/** Everything a listener may use: one for the whole life of the app. */
export interface Desk {
  config: Pick<Config, 'slackApiUrl' | 'sharedChannels'>;
  token: string;
  /** Who we are in the workspace. */
  self: { team: string; botUser: string; bot: string | undefined };
  store: Store;
  /** Answers a question in words. */
  answer(text: string, context: CommandContext): Promise<Message>;
  /** Uploads that still wait for an answer. */
  uploads: Collection<Upload>;
  progress: Collection<Progress>;
  /** Reports by the id of the Slack file they came from. */
  sources: Collection<Source>;
  clients: Clients;
  queues: Queues;
  courier: Courier;
  /** What may not show yet what was decided. */
  outdated: Outdated;
  people: People;
  channels: Channels;
  metrics: Metrics;
  log: Log;
  now(): Date;
}
