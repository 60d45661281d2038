/**
 * One process of the app, as compiled: `node app-process.mjs <folder of the program>`, the rest in the environment. It is
 * the same as `app.js` but for its times, which are short enough to be killed a hundred times in a few minutes.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const program = process.argv[2];
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const load = (name) => import(`${program}/${name}.js`);
const [
  { keepHeapSmall },
  { runChecks },
  { answer },
  { connect },
  { createLog },
  { openDesk },
  { openStore },
  { openHealth },
] = await Promise.all([
  load('heap'),
  load('checks/run-checks'),
  load('commands/answer'),
  load('slack/connect'),
  load('slack/log'),
  load('slack/open-desk'),
  load('store/open-store'),
  load('slack/health'),
]);
keepHeapSmall();
process.on('unhandledRejection', (error) => {
  process.send?.({ unhandled: String(error?.stack ?? error) });
});
const { SLACK_API_URL: slackApiUrl, SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, GOVINFO_STORE } = process.env;
const store = await openStore(GOVINFO_STORE, { recheck: runChecks });
const desk = await openDesk({
  token,
  config: { slackApiUrl, sharedChannels: [] },
  store,
  answer,
  log: createLog(process.env.GOVINFO_LOG ?? 'silent'),
  pace: { post: Number(process.env.POST_PACE ?? 0), edit: Number(process.env.EDIT_PACE ?? 50) },
});
const rhythm = {
  patrol: 500,
  lease: Number(process.env.LEASE ?? 2000),
  sweep: Number(process.env.SWEEP ?? 60_000),
  retry: 100,
};
const connected = await connect(desk, { kind: 'socket', botToken: token, appToken }, rhythm);
if (process.env.HEALTH) await openHealth(Number(process.env.HEALTH), { desk, intake: connected.intake, sockets: true });
process.on('SIGTERM', async () => {
  await connected.stop();
  await store.close();
  process.exit(0);
});
process.on('message', (question) => {
  if (question === 'what do you keep?') collect();
  const { rss: memory, heapUsed: heap } = process.memoryUsage();
  process.send({ memory, heap, waiting: connected.intake.waiting });
});
process.send('ready');
