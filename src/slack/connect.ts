import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import type { Connection } from '../config.ts';
import { catchUp } from './catch-up.ts';
import type { Desk } from './desk.ts';
import { sendDigests } from './digest.ts';
import { HomeTabs } from './home-tab.ts';
import { Intake, type Rhythm } from './intake.ts';
import { registerListeners } from './listeners/index.ts';
import { boltLog } from './log.ts';
import { refreshCase } from './refresh-case.ts';
import { refuseReplays, signatureOf } from './replays.ts';
import { signIn } from './sign-in.ts';
import { openSockets } from './sockets.ts';
import { sweep } from './sweep.ts';

/** Where events come from: sockets that we open, or requests to a port of ours. */
export type Line = Exclude<Connection, { kind: 'local' }>;

/** How often the store forgets what has expired and wakes what was put off until today. */
const hour = 3600 * 1000;

export interface Connected {
  intake: Intake;
  /** Takes nothing new, finishes the files in work, says what waits to be said; what is left goes on at the next start. */
  stop(): Promise<void>;
}

/** Connects the app to Slack and takes up what an earlier run left behind. */
export async function connect(desk: Desk, line: Line, rhythm?: Rhythm): Promise<Connected> {
  const logger = boltLog(desk.log);
  const { slackApiUrl } = desk.config;
  const sockets =
    line.kind === 'socket'
      ? openSockets({ appToken: line.appToken, slackApiUrl, logger, gauge: desk.metrics.socketsOpen })
      : undefined;
  const app = new App({
    token: desk.token,
    botUserId: desk.self.botUser,
    ...(desk.self.bot && { botId: desk.self.bot }),
    ...(sockets && { receiver: sockets.first }),
    ...(line.kind === 'http' && {
      receiver: new HTTPReceiver({ signingSecret: line.signingSecret, logger, customPropertiesExtractor: signatureOf }),
    }),
    logger,
    logLevel: LogLevel.WARN,
    convoStore: false,
    extendedErrorHandler: true,
    deferInitialization: true,
    clientOptions: {
      ...(slackApiUrl && { slackApiUrl }),
      retryConfig: { retries: 1 },
      rejectRateLimitedCalls: true,
      timeout: 10_000,
      logger,
    },
  });
  const intake = new Intake(desk, rhythm);
  const tabs = new HomeTabs(desk);
  if (line.kind === 'http') refuseReplays(app, desk);
  registerListeners(app, desk, intake, tabs);
  await app.init();
  await (line.kind === 'http' ? app.start(line.port) : signIn('SLACK_APP_TOKEN', () => app.start()));
  sockets?.second.init(app);
  await sockets?.second.start();
  const unwatch = desk.store.cases.onChange((file) => {
    tabs.changed();
    refreshCase(desk, file).catch((error: unknown) => desk.log.warn({ err: error }, 'replies not brought up to date'));
  });
  await intake.start();
  const tidying = setInterval(() => {
    desk.store.sweep().catch((error: unknown) => desk.log.error({ err: error }, 'store not tidied'));
    sendDigests(desk).catch((error: unknown) => desk.log.error({ err: error }, 'digests not sent'));
  }, hour);
  const { doubts } = desk.courier;
  const { sweep: often } = intake.rhythm;
  const lookBack = (age: number) => {
    catchUp(desk, age).catch((error: unknown) => desk.log.error({ err: error }, 'outdated replies not looked for'));
    doubts.takeUp().catch((error: unknown) => desk.log.error({ err: error }, 'twins not looked for'));
    return sweep(desk, intake).catch((error: unknown) => desk.log.error({ err: error }, 'sweep failed'));
  };
  const sweeping = setInterval(() => lookBack(often), often);
  void lookBack(0);
  return {
    intake,
    async stop() {
      await Promise.all([app.stop(), sockets?.second.stop()]);
      desk.queues.leave();
      await intake.stop();
      unwatch();
      tabs.stop();
      clearInterval(tidying);
      clearInterval(sweeping);
      doubts.stop();
      await desk.queues.drain();
    },
  };
}
