// From a dropped file to what people see, in the local workspace: 👀, the summary, the last answer, at the real pace of
// posts; beside it the bare reading and checking of the same file.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { runChecks } from '../dist/checks/run-checks.js';
import { answer } from '../dist/commands/answer.js';
import { sourceFile } from '../dist/parsing/intake/source-file.js';
import { review } from '../dist/review.js';
import { connect } from '../dist/slack/connect.js';
import { createLog } from '../dist/slack/log.js';
import { openDesk } from '../dist/slack/open-desk.js';
import { openStore } from '../dist/store/open-store.js';
import { startWorkspace } from '../dist/workspace/start-workspace.js';

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const since = (start) => Math.round(performance.now() - start);

/** Drops every report of the samples once, one after the other. */
export async function benchReply() {
  const samples = join(import.meta.dirname, '../samples');
  const names = readdirSync(samples).filter((name) => !name.startsWith('关于') && !name.includes('扫描件'));
  const folder = mkdtempSync(join(tmpdir(), 'govinfo-bench-'));
  const workspace = await startWorkspace({ port: 0, dataFolder: join(folder, 'workspace') });
  const { handles, botToken, appToken, slackApiUrl } = workspace;
  const store = await openStore(join(folder, 'store'), { recheck: runChecks });
  const desk = await openDesk({
    token: botToken,
    config: { slackApiUrl, sharedChannels: [] },
    store,
    answer,
    log: createLog('error'),
  });
  const app = await connect(desk, { kind: 'socket', botToken, appToken });

  const rows = [];
  for (const [index, name] of names.entries()) {
    const bytes = readFileSync(join(samples, name));
    // Taking turns, so that no post waits for the pace of the one before.
    const channel = ['#年报', '#测试', '#核对组'][index % 3];
    const began = performance.now();
    await review(sourceFile(name, bytes));
    const reading = since(began);
    const dropped = performance.now();
    const message = handles.upload({ as: '王敏', channel, files: [{ name, bytes }] });
    const signs = () => handles.messages(message.channel).find(({ ts }) => ts === message.ts)?.reactions ?? [];
    const eyes = handles.waitFor(() => signs().includes('eyes') && since(dropped), 60_000);
    const summary = handles.waitFor(() => handles.replies(message).length > 0 && since(dropped), 60_000);
    const end = handles.waitFor(() => signs().length > 1 && since(dropped), 60_000);
    rows.push({
      file: name,
      'read and check': reading,
      '👀': await eyes,
      summary: await summary,
      done: await end,
      answers: handles.replies(message).length,
    });
  }
  console.table(rows);
  const columns = ['read and check', '👀', 'summary', 'done'];
  console.log(
    'median ms',
    Object.fromEntries(columns.map((column) => [column, median(rows.map((row) => Number(row[column])))])),
  );

  await app.stop();
  await workspace.stop();
  await store.close();
  rmSync(folder, { recursive: true });
}
