import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type RunningWorkspace, startWorkspace } from '../../src/workspace/start-workspace.ts';

let folder: string;
let workspace: RunningWorkspace;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'safety-'));
  workspace = await startWorkspace({ port: 0, dataFolder: folder });
  port = Number(new URL(workspace.url).port);
});
afterAll(async () => {
  await workspace.stop();
  rmSync(folder, { recursive: true });
});

interface Answer {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

/** A bare request, so that every header and path goes out as written here. */
function ask(path: string, headers: Record<string, string> = {}, body?: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method: body === undefined ? 'GET' : 'POST', headers });
    sent.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString() }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const own = () => ({ origin: workspace.url });

async function cookie(): Promise<string> {
  const { headers } = await ask('/');
  return String(headers['set-cookie']?.[0]).split(';')[0] ?? '';
}

test('it listens on 127.0.0.1 alone', async () => {
  const others = Object.values(networkInterfaces()).flatMap((cards) => cards ?? []);
  const outside = others.find((card) => card.family === 'IPv4' && !card.internal)?.address;
  if (!outside) return;
  await expect(fetch(`http://${outside}:${port}/`, { signal: AbortSignal.timeout(2_000) })).rejects.toThrow();
});

test('another host name is turned away, so that rebinding a name to this machine gains nothing', async () => {
  expect((await ask('/', { host: `evil.example:${port}` })).status).toBe(403);
  expect((await ask('/', { host: `localhost:${port}` })).status).toBe(200);
});

test('the page comes with a cookie that scripts and other sites cannot use, and a policy without inline script', async () => {
  const { headers } = await ask('/');
  expect(headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict/);
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(headers['content-security-policy']).not.toContain('unsafe-inline');
});

test('orders need the cookie, our own origin, and a known person', async () => {
  const body = JSON.stringify({ channel: 'C0REPORTS', text: '你好' });
  const page = { ...own(), cookie: await cookie() };
  expect((await ask('/page/say?as=U0WANGMIN', own(), body)).status).toBe(401);
  expect((await ask('/page/say?as=U0WANGMIN', { cookie: page.cookie }, body)).status).toBe(403);
  expect((await ask('/page/say?as=U0WANGMIN', { ...page, origin: 'http://evil.example' }, body)).status).toBe(403);
  expect((await ask('/page/say?as=U0GOVINFO', page, body)).status).toBe(400);
  expect((await ask('/page/start?as=U0WANGMIN', { cookie: 'workspace=guess' })).status).toBe(401);
  expect(workspace.handles.messages('年报').map(({ text }) => text)).not.toContain('你好');
  expect((await ask('/page/say?as=U0WANGMIN', page, body)).status).toBe(200);
  expect(workspace.handles.messages('年报').map(({ text }) => text)).toContain('你好');
});

test('nobody reads or writes where the person acted as is no member', async () => {
  const page = { ...own(), cookie: await cookie() };
  const read = await ask('/page/messages?as=U0HANMEI&channel=C0PRIVATE', page);
  expect(JSON.parse(read.body)).toEqual({ ok: false, error: 'not_in_channel' });
  const said = await ask('/page/say?as=U0HANMEI', page, JSON.stringify({ channel: 'C0PRIVATE', text: '我也在' }));
  expect(JSON.parse(said.body)).toEqual({ ok: false, error: 'not_in_channel' });
});

test('a socket needs an unused ticket and our own origin', async () => {
  const outcome = (address: string, origin?: string) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(address, origin ? { headers: { origin } } : {});
      socket.on('open', () => {
        socket.terminate();
        resolve('open');
      });
      socket.on('error', () => resolve('refused'));
    });
  const ticket = async () => {
    const headers = { authorization: `Bearer ${workspace.appToken}` };
    const answer: unknown = JSON.parse((await ask('/api/apps.connections.open', headers, '')).body);
    return String((answer as { url: string }).url);
  };
  const address = await ticket();
  expect(await outcome(`ws://127.0.0.1:${port}/link?ticket=guess`)).toBe('refused');
  expect(await outcome(await ticket(), 'http://evil.example')).toBe('refused');
  expect(await outcome(address)).toBe('open');
  expect(await outcome(address)).toBe('refused');
});

test('an uploaded web page is handed out as a download that can run nothing', async () => {
  const page = Buffer.from('<script>alert(1)</script>');
  const { raw } = workspace.handles.upload({
    as: '王敏',
    channel: '年报',
    files: [{ name: '坏"的\n.html', bytes: page }],
  });
  const [file] = raw.files as { url_private: string }[];
  const got = await ask(new URL(file?.url_private ?? '').pathname, { cookie: await cookie() });
  expect(got.body).toBe(page.toString());
  expect(got.headers['content-disposition']).toMatch(/^attachment; /);
  expect(got.headers['x-content-type-options']).toBe('nosniff');
  expect(got.headers['content-security-policy']).toContain('sandbox');
});

test.each([
  '/assets/../../../package.json',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/vendor/pdfjs/../../package.json',
  '/files-pri/../package.json',
  '/files-pri/T0GOVINFO-F0X/..%2f..%2fworkspace.jsonl',
])('no path leads out of the served folders: %s', async (path) => {
  const { status, body } = await ask(path, { cookie: await cookie() });
  expect(body).not.toMatch(/"name": "govinfo"|\["channels"/);
  expect([200, 400, 404]).toContain(status);
});

test('a body that is too long is cut off', async () => {
  const page = { ...own(), cookie: await cookie() };
  const sent = ask('/page/upload?as=U0WANGMIN&name=a.pdf', page, Buffer.alloc(26 * 1024 * 1024)).then(
    ({ status }) => status,
    () => 413,
  );
  expect(await sent).toBe(413);
  const call = ask('/api/chat.postMessage', { authorization: `Bearer ${workspace.botToken}` }, 'x'.repeat(1_100_000));
  expect(
    await call.then(
      ({ status }) => status,
      () => 413,
    ),
  ).toBe(413);
});

test('the bot token opens no sockets, the app token calls no methods, and none is not_authed', async () => {
  const call = async (method: string, token?: string) =>
    JSON.parse((await ask(`/api/${method}`, token ? { authorization: `Bearer ${token}` } : {}, '')).body);
  expect(await call('apps.connections.open', workspace.botToken)).toMatchObject({ error: 'not_allowed_token_type' });
  expect(await call('auth.test', workspace.appToken)).toMatchObject({ error: 'invalid_auth' });
  expect(await call('auth.test')).toMatchObject({ error: 'not_authed' });
});
