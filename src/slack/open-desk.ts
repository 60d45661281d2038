import type { Config } from '../config.ts';
import type { Store } from '../store/store.ts';
import { Channels } from './channels.ts';
import { createClients } from './clients.ts';
import { Courier, type Patience, usualPatience } from './courier.ts';
import type { Desk } from './desk.ts';
import { Doubts, doubtSchema } from './doubts.ts';
import { boltLog, type Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { Outdated, outdatedSchema } from './outdated.ts';
import { People } from './people.ts';
import { progressSchema, sourceSchema } from './progress.ts';
import { createQueues, type Pace, usualPace } from './queues.ts';
import { signIn } from './sign-in.ts';
import { Spoken } from './spoken.ts';
import { shared, Turns } from './turns.ts';
import { uploadSchema } from './upload.ts';

interface Furniture extends Pick<Desk, 'answer'> {
  token: string;
  config: Pick<Config, 'slackApiUrl' | 'sharedChannels'>;
  store: Store;
  log: Log;
  pace?: Pace;
  patience?: Patience;
  now?: () => Date;
}

/** Signs in and lays out everything that listeners use. Throws as `signIn` does. */
export async function openDesk({
  token,
  config,
  store,
  answer,
  log,
  pace = usualPace,
  patience = usualPatience,
  now = () => new Date(),
}: Furniture): Promise<Desk> {
  const clients = createClients({ token, slackApiUrl: config.slackApiUrl, logger: boltLog(log) });
  const signedIn = await signIn('SLACK_BOT_TOKEN', () => clients.bulk.auth.test());
  const self = { team: signedIn.team_id!, botUser: signedIn.user_id!, bot: signedIn.bot_id };
  const queues = createQueues(pace);
  const clock = () => now().getTime();
  const turns = new Turns(store);
  const turn = async (deed: keyof typeof shared, channel: string) => {
    if (deed === 'post') await turns.take(channel, { every: pace.post });
    if (pace.post) await turns.take(deed, shared[deed]);
  };
  const spoken = new Spoken(clients, queues, self);
  const doubts = new Doubts(store.collection('posts-in-doubt', doubtSchema), spoken, log, patience.twins, clock);
  return {
    config,
    token,
    self,
    store,
    answer,
    uploads: store.collection('uploads', uploadSchema),
    progress: store.collection('upload-progress', progressSchema),
    sources: store.collection('slack-files', sourceSchema),
    clients,
    queues,
    courier: new Courier(clients, queues, spoken, doubts, patience.looks, turn),
    people: new People(clients, log, clock),
    channels: new Channels(clients, queues, clock),
    outdated: new Outdated(store.collection('replies-outdated', outdatedSchema), clock),
    metrics: createMetrics(),
    log,
    now,
  };
}
