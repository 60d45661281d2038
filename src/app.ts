import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChecks } from './checks/run-checks.ts';
import { answer } from './commands/answer.ts';
import { type Config, readConfig } from './config.ts';
import { GovinfoError } from './errors.ts';
import { keepHeapSmall } from './heap.ts';
import { connect, type Line } from './slack/connect.ts';
import { openHealth } from './slack/health.ts';
import { logFault } from './slack/incident.ts';
import { createLog } from './slack/log.ts';
import { openDesk } from './slack/open-desk.ts';
import { openStore } from './store/open-store.ts';
import { version } from './version.ts';

/** What the app is connected to: a real workspace, or the one it brings along. */
interface Place {
  line: Line;
  slackApiUrl: string | undefined;
  /** What a person is told once all is ready. */
  greeting: string;
  /** Shows it to the person who started it, once it is greeted. */
  show?(): void;
  close?(): Promise<void>;
}

/** The local workspace is loaded only here, and only where no tokens are set. */
async function placeOf({ connection, slackApiUrl, dataFolder }: Config): Promise<Place> {
  if (connection.kind === 'socket')
    return { line: connection, slackApiUrl, greeting: '已连接 Slack / connected to Slack' };
  if (connection.kind === 'http')
    return { line: connection, slackApiUrl, greeting: `等待 Slack 的请求 / listening on port ${connection.port}` };
  const { startWorkspace } = await import('./workspace/start-workspace.ts');
  const { openBrowser } = await import('./workspace/open-browser.ts');
  const local = await startWorkspace({
    port: connection.port,
    dataFolder: join(dataFolder, 'workspace'),
    samples: fileURLToPath(new URL('../samples', import.meta.url)),
    remembers: 500,
  });
  return {
    line: { kind: 'socket', botToken: local.botToken, appToken: local.appToken },
    slackApiUrl: local.slackApiUrl,
    greeting: `本地工作区已打开，请在浏览器访问 / open in a browser: ${local.url}`,
    show: () => openBrowser(local.url),
    close: local.stop,
  };
}

async function start(config: Config): Promise<{ stop(): Promise<void> }> {
  const log = createLog(config.logLevel);
  process.on('unhandledRejection', (error) => {
    log.fatal({ err: error }, 'a promise nobody waited for was rejected');
    process.exit(1);
  });
  const store = await openStore(config.store ?? config.dataFolder, {
    readBy: version,
    recheck: (subject) => runChecks(subject, (fault) => logFault(log, fault)),
  });
  const { line, slackApiUrl, greeting, show, close } = await placeOf(config);
  const desk = await openDesk({ token: line.botToken, config: { ...config, slackApiUrl }, store, answer, log });
  const { intake, stop } = await connect(desk, line);
  const health = config.healthPort
    ? await openHealth(config.healthPort, { desk, intake, sockets: line.kind === 'socket' })
    : undefined;
  console.log(greeting);
  show?.();
  return {
    async stop() {
      await stop();
      await health?.close();
      await close?.();
      await store.close();
    },
  };
}

/** One sentence for what a person can mend; everything else is a bug and shows where it happened. */
function explain(error: unknown): void {
  if (error instanceof GovinfoError) console.error(`${error.words.zh}\n${error.words.en}（${error.code}）`);
  else console.error(error);
}

try {
  keepHeapSmall();
  const { stop } = await start(readConfig(process.env));
  let stopping = false;
  const leave = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), 20_000).unref();
    await stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      leave().catch((error: unknown) => {
        explain(error);
        process.exit(1);
      });
    });
} catch (error) {
  explain(error);
  process.exit(1);
}
