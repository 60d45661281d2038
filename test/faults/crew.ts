import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { progressSchema } from '../../src/slack/progress.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type RunningWorkspace, startWorkspace } from '../../src/workspace/start-workspace.ts';
import { built } from '../built.ts';

/** A size from the environment, small unless told: the full sizes stand in CONTRIBUTING.md. */
export const size = (name: string, usual: number): number => Number(process.env[`GOVINFO_FAULT_${name}`] ?? usual);

/** Figures that a run leaves behind: one line in the output. */
export const say = (what: string, figures: Record<string, unknown>): void => {
  const words = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  console.log(`[faults] ${what}: ${words.join(', ')}`);
};

/** Numbers between 0 and 1 that are the same in every run from the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const text = readFileSync(join(import.meta.dirname, '../../samples/红旗区卫生健康委员会2022.txt'), 'utf8').replace(
  '（七）总计 0 0 0 0 0 0 0',
  '（七）总计 0 0 0 0 0 0 3',
);
const bureaus = [
  '教育局',
  '财政局',
  '民政局',
  '公安局',
  '司法局',
  '水务局',
  '审计局',
  '统计局',
  '交通运输局',
  '农业农村局',
];

/** The `n`th of 200 reports, each of its own bureau and year, each with something to check; then they come again, changed. */
export function report(n: number): { name: string; bytes: Buffer } {
  const year = 2004 + (n % 20);
  const bureau = bureaus[Math.floor(n / 20) % bureaus.length]!;
  const round = Math.floor(n / 200);
  const words = text.replaceAll('2022', String(year)).replaceAll('卫生健康委员会', bureau);
  return {
    name: `红旗区${bureau}${year}-${n}.txt`,
    bytes: Buffer.from(words + (round ? `\n（第${round}次修订）\n` : '')),
  };
}

/** A workspace that survives, and processes of the app that need not. */
export async function startCrew(
  storeUrl: string,
  env: Record<string, string> = {},
  heard: (words: string) => unknown = (words) => process.stderr.write(words),
) {
  const folder = mkdtempSync(join(tmpdir(), 'govinfo-crew-'));
  const workspace: RunningWorkspace = await startWorkspace({ port: 0, dataFolder: folder });
  const alive = new Set<ChildProcess>();
  const unhandled: string[] = [];
  let stopped: Promise<void> | undefined;
  const crew = {
    hands: workspace.handles,
    workspace,
    alive,
    unhandled,
    /** Starts one more process; resolves when it is connected. */
    async recruit(): Promise<ChildProcess> {
      const child = fork(join(import.meta.dirname, 'app-process.mjs'), [built], {
        env: {
          ...env,
          PATH: process.env.PATH,
          SLACK_API_URL: workspace.slackApiUrl,
          SLACK_BOT_TOKEN: workspace.botToken,
          SLACK_APP_TOKEN: workspace.appToken,
          GOVINFO_STORE: storeUrl,
        },
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        execArgv: [],
      });
      alive.add(child);
      child.stderr?.on('data', (words: Buffer) => heard(words.toString()));
      child.on('message', (message) => {
        if (typeof message === 'object' && message && 'unhandled' in message) unhandled.push(String(message.unhandled));
      });
      child.once('exit', () => alive.delete(child));
      return child;
    },
    /** What every message's upload has come to, by `channel/ts`. */
    async progress() {
      const store = await openStore(storeUrl);
      const found = new Map<string, ReturnType<typeof progressSchema.parse>>();
      for await (const [key, value] of store.collection('upload-progress', progressSchema).entries())
        found.set(key.split('/').slice(1, 3).join('/'), value);
      const waiting: string[] = [];
      for await (const [key] of store.collection('uploads', { parse: (data: unknown) => data }).entries())
        waiting.push(key);
      await store.close();
      return { found, waiting };
    },
    /** Ends everything; a test that fails is left the same way. */
    stop: () => (stopped ??= end()),
  };
  const end = async () => {
    await Promise.all(
      [...alive].map(async (child) => {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      }),
    );
    await workspace.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  onTestFinished(crew.stop);
  return crew;
}
export type Crew = Awaited<ReturnType<typeof startCrew>>;

/**
 * Asks a process how much memory it holds, and how much of its heap is in use; asked what it keeps, it throws away before
 * it counts what nobody needs.
 */
export async function ask(
  child: ChildProcess,
  question: 'how are you?' | 'what do you keep?' = 'how are you?',
): Promise<{ memory: number; heap: number; waiting: number }> {
  const answered = once(child, 'message');
  child.send(question);
  const [answer] = await answered;
  return answer as { memory: number; heap: number; waiting: number };
}

/** Our replies under a message, by the mark they carry; doubles are marks that stand there more than once. */
export function repliesTo({ hands }: Pick<Crew, 'hands'>, message: { channel: string; ts: string }) {
  const ours = hands.replies(message).filter(({ user }) => user === 'U0GOVINFO');
  const marks = ours.map(({ blocks }) => String(blocks[0]?.block_id).slice(0, 22));
  const summaries = ours.filter(({ text }) => /^(?!待核事项).* · \d{4} 年度/.test(text));
  return { ours, doubles: marks.length - new Set(marks).size, summaries };
}

/** The signs under a message. */
export const signsOf = ({ hands }: Pick<Crew, 'hands'>, { channel, ts }: { channel: string; ts: string }) =>
  hands.messages(channel).find((message) => message.ts === ts)?.reactions ?? [];

/** Waits until every upload is answered; returns what never was. */
export async function settled(
  crew: Crew,
  drops: readonly { channel: string; ts: string }[],
  seconds = 120,
): Promise<string[]> {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const { found, waiting } = await crew.progress();
    const open = drops.map(({ channel, ts }) => `${channel}/${ts}`).filter((key) => !found.get(key)?.finishedAt);
    const left = [...waiting, ...open];
    if (!left.length) await pause(500);
    if (!left.length || Date.now() > until) return left;
    await pause(500);
  }
}
