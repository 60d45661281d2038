import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { startWorkspace } from '../src/workspace/start-workspace.ts';
import { built } from './built.ts';
import { botToken, freePort, startEmulate } from './slack/emulate-peer.ts';

const running: ChildProcess[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Starts the app as `npm start` does, with nothing in its environment but what is given. */
function startApp(environment: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'govinfo-app-'));
  folders.push(folder);
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [join(built, 'app.js')], {
    env: { PATH, CI: 'true', GOVINFO_DATA: folder, ...environment },
  });
  running.push(child);
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      output += part;
      for (const listener of listeners) listener();
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', (status) => resolve(status)));
  /** Resolves when the output holds these words; rejects when the app ends without having said them. */
  const says = (words: string | RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        if (typeof words === 'string' ? output.includes(words) : words.test(output)) resolve(output);
      };
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(`ended without saying ${words}: ${output}`)));
    });
  return { child, ended, says, output: () => output };
}

describe('with no tokens', () => {
  test('the local workspace answers on its port, and a signal ends the app cleanly', async () => {
    const port = await freePort();
    const app = startApp({ GOVINFO_WORKSPACE_PORT: String(port) });
    await app.says(`http://127.0.0.1:${port}`);
    const answer = await fetch(`http://127.0.0.1:${port}/api/auth.test`, { method: 'POST' });
    expect(await answer.json()).toMatchObject({ ok: false, error: 'not_authed' });
    app.child.kill('SIGTERM');
    expect(await app.ended).toBe(0);
  });

  test('the page opens by itself where there is a screen', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'govinfo-opener-'));
    folders.push(folder);
    const opened = join(folder, 'opened');
    writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\necho "$1" > ${opened}\n`, { mode: 0o755 });
    const port = await freePort();
    const path = `${folder}:${process.env.PATH}`;
    startApp({ GOVINFO_WORKSPACE_PORT: String(port), CI: '', DISPLAY: ':99', PATH: path });
    await vi.waitFor(() => expect(readFileSync(opened, 'utf8').trim()).toBe(`http://127.0.0.1:${port}`));
  });

  test('a port that is taken is named, with what changes it', async () => {
    const taken = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
    const app = startApp({ GOVINFO_WORKSPACE_PORT: String(port) });
    expect(await app.ended).toBe(1);
    expect(app.output()).toContain(String(port));
    expect(app.output()).toContain('GOVINFO_WORKSPACE_PORT');
    expect(app.output()).not.toMatch(/\n\s+at /);
    taken.close();
  });
});

test('one token of a pair ends in one sentence that names the other', async () => {
  const app = startApp({ SLACK_BOT_TOKEN: 'xoxb-1' });
  expect(await app.ended).toBe(1);
  expect(app.output()).toContain('缺少 SLACK_APP_TOKEN');
  expect(app.output()).not.toMatch(/\n\s+at /);
});

describe('Slack does not let it in', () => {
  test('a token that is refused is named, with what Slack says of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'govinfo-slack-'));
    folders.push(folder);
    const slack = await startWorkspace({ port: 0, dataFolder: folder });
    onTestFinished(slack.stop);
    const { slackApiUrl: SLACK_API_URL, botToken: SLACK_BOT_TOKEN, appToken: SLACK_APP_TOKEN } = slack;
    const tokens = { SLACK_API_URL, SLACK_BOT_TOKEN, SLACK_APP_TOKEN };
    for (const [variable, wrong] of [
      ['SLACK_BOT_TOKEN', 'xoxb-0-0-0'],
      ['SLACK_APP_TOKEN', 'xapp-0'],
    ] as const) {
      const app = startApp({ ...tokens, [variable]: wrong });
      expect(await app.ended).toBe(1);
      expect(app.output()).toContain(`Slack 不接受 ${variable} 里的令牌（invalid_auth）`);
      expect(app.output()).not.toMatch(/\n\s+at /);
    }
  });

  test('a Slack out of reach is said in one sentence', async () => {
    const SLACK_API_URL = `http://127.0.0.1:${await freePort()}/api/`;
    const app = startApp({ SLACK_API_URL, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' });
    expect(await app.ended).toBe(1);
    expect(app.output()).toContain('Slack 没有应答');
    expect(app.output()).not.toMatch(/\n\s+at /);
  });
});

test('with tokens set the app needs nothing of the local workspace; health and metrics are told on their port', async () => {
  const [port, healthPort] = [await freePort(), await freePort()];
  const slack = await startEmulate(`http://127.0.0.1:${port}/slack/events`);
  rmSync(join(built, 'workspace'), { recursive: true });
  const app = startApp({
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: 's',
    PORT: String(port),
    SLACK_API_URL: slack.slackApiUrl,
    GOVINFO_HEALTH_PORT: String(healthPort),
  });
  await app.says(/listening on port \d+/);
  const health = await fetch(`http://127.0.0.1:${healthPort}/healthz`);
  expect([health.status, await health.json()]).toMatchObject([200, { ok: true, store: true, uploadsWaiting: 0 }]);
  const metrics = await (await fetch(`http://127.0.0.1:${healthPort}/metrics`)).text();
  expect(metrics).toContain('govinfo_uploads_total 0');
  app.child.kill('SIGINT');
  expect(await app.ended).toBe(0);
  await slack.close();
});

test('only the entry point knows of the local workspace', () => {
  const src = join(import.meta.dirname, '../src');
  const mentions = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('workspace'))
    .filter((file) => /kind === 'local'|workspace\/start-workspace/.test(readFileSync(join(src, file), 'utf8')));
  expect(mentions).toEqual(['app.ts']);
});
