import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import { answer } from '../../src/commands/answer.ts';
import { type Connected, connect } from '../../src/slack/connect.ts';
import type { Desk } from '../../src/slack/desk.ts';
import type { Rhythm } from '../../src/slack/intake.ts';
import { createLog } from '../../src/slack/log.ts';
import { openDesk } from '../../src/slack/open-desk.ts';
import { outdatedSchema } from '../../src/slack/outdated.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { startWorkspace } from '../../src/workspace/start-workspace.ts';

const swift: Rhythm = { patrol: 300, lease: 2000, sweep: 60_000, retry: 50 };

export const sample = (name: string) => readFileSync(join(import.meta.dirname, '../../samples', name));

/** The whole app over Socket Mode against the local workspace, with a store of its own; nothing is faked but people. */
export async function startLocalApp({ port = 0, remembers }: { port?: number; remembers?: number } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'govinfo-'));
  const workspace = await startWorkspace({ port, dataFolder: folder, ...(remembers && { remembers }) });
  const store = await openStore('memory:', { recheck: runChecks });
  const running = await startApp(workspace, store);
  return {
    workspace,
    hands: workspace.handles,
    store,
    ...running,
    /** Stops the app and starts another, after what happens `meanwhile`; the store and the workspace stay. */
    async restart(meanwhile: () => Promise<unknown> = async () => undefined) {
      await running.app.stop();
      await meanwhile();
      Object.assign(running, await startApp(workspace, store));
    },
    async stop() {
      await running.app.stop();
      await workspace.stop();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One process of the app; several may share a workspace and a store. */
export async function startApp(
  { slackApiUrl, botToken, appToken }: { slackApiUrl: string; botToken: string; appToken: string },
  store: Store,
): Promise<{ desk: Desk; app: Connected }> {
  const desk = await openDesk({
    token: botToken,
    config: { slackApiUrl, sharedChannels: [] },
    store,
    answer,
    log: createLog(process.env.GOVINFO_LOG ?? 'silent'),
    pace: { post: 0, edit: 0 },
  });
  return { desk, app: await connect(desk, { kind: 'socket', botToken, appToken }, swift) };
}

/** Looks again until it is as expected; a machine that is busy gets its time. */
export const soon = <T>(look: () => T | Promise<T>): Promise<T> => vi.waitFor(look, { timeout: 20_000, interval: 30 });

export type LocalApp = Awaited<ReturnType<typeof startLocalApp>>;

/** Drops files as a person and returns the thread when the app has done with it. */
export async function drop(
  { hands, desk }: Pick<LocalApp, 'hands' | 'desk'>,
  files: { name: string; bytes: Uint8Array }[],
  {
    as = '王敏',
    channel = '#年报',
    ...more
  }: { as?: string; channel?: string; text?: string; thread_ts?: string } = {},
) {
  const message = hands.upload({ as, channel, files, ...more });
  await finished(desk, message);
  return threadOf(hands, message);
}

/** Waits until a message with files is answered and signed. */
export const finished = (desk: Desk, { channel, ts }: { channel: string; ts: string }) =>
  vi.waitFor(
    async () => {
      const id = `${desk.self.team}/${channel}/${ts}`;
      const progress = await desk.progress.get(id);
      if (!progress?.finishedAt || (await desk.uploads.get(id)))
        throw new Error(`not answered: ${JSON.stringify(progress)}`);
      if (await desk.store.collection('replies-outdated', outdatedSchema).get(`upload ${id}`))
        throw new Error(`not signed: ${id}`);
    },
    { timeout: 25_000, interval: 20 },
  );

export const threadOf = (hands: LocalApp['hands'], message: { channel: string; ts: string }) => ({
  ...message,
  signs: hands.messages(message.channel).find(({ ts }) => ts === message.ts)!.reactions,
  answers: hands.replies(message),
});
