import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createClients } from '../../src/slack/clients.ts';
import { type DownloadAccess, download, FileServerAway } from '../../src/slack/download.ts';
import { trusted } from '../../src/slack/hosts.ts';
import { boltLog, createLog } from '../../src/slack/log.ts';
import type { SlackFile } from '../../src/slack/upload.ts';

const slack = [
  'https://files.slack.com/files-pri/T1-F1/download/a.pdf',
  'https://slack.com/x',
  'https://a.slack-edge.com/x',
  'https://files.slack-files.com/x',
  'https://files.slack-gov.com/x',
];
const strangers = [
  'http://files.slack.com/x',
  'https://files.slack.com.example.org/x',
  'https://evilslack.com/x',
  'https://files.slack.com@example.org/x',
  'https://example.org/files.slack.com',
  'http://169.254.169.254/latest/meta-data',
  'http://127.0.0.1:3979/files-pri/x',
  'file:///etc/passwd',
];

test.each(slack)('our token may be shown to %s', (address) => {
  expect(trusted(new URL(address), undefined)).toBe(true);
});

test.each(strangers)('our token is never shown to %s', (address) => {
  expect(trusted(new URL(address), undefined)).toBe(false);
});

test('a server that stands in for Slack is trusted by its exact origin', () => {
  const api = 'http://127.0.0.1:3979/api/';
  expect(trusted(new URL('http://127.0.0.1:3979/files-pri/x'), api)).toBe(true);
  expect(trusted(new URL('http://127.0.0.1:3980/files-pri/x'), api)).toBe(false);
  expect(trusted(new URL('http://localhost:3979/files-pri/x'), api)).toBe(false);
});

describe('a file', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  const serve = async (listener: RequestListener) => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  /** Everything but the address of the server that stands in for Slack is left unused by a file that says all of itself. */
  const take = (file: Partial<SlackFile>, slackApiUrl: string) =>
    download({ id: 'F1', name: 'a.pdf', mimetype: 'application/pdf', ...file }, {
      token: 'xoxb-secret',
      config: { slackApiUrl },
      queues: { files: () => Promise.reject(new TypeError('not asked for')) },
    } as unknown as DownloadAccess);

  test('that leads to another host is not followed there, and our token is not shown', async () => {
    const seen: (string | undefined)[] = [];
    const stranger = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.end('%PDF');
    });
    const slack = await serve((_, response) => response.writeHead(302, { location: `${stranger}/a.pdf` }).end());
    await expect(take({ url_private: `${slack}/a.pdf` }, slack)).rejects.toMatchObject({ code: 'E-FILE-UNAVAILABLE' });
    expect(seen).toEqual([]);
  });

  test('that we send goes to no host that is not Slack’s, whatever address Slack’s answer names', async () => {
    const seen: (string | undefined)[] = [];
    const stranger = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.end('ok');
    });
    const slack = await serve((request, response) => {
      if (request.url === '/chat.update') response.writeHead(307, { location: `${stranger}/chat.update` }).end();
      else response.end(JSON.stringify({ ok: true, file_id: 'F1', upload_url: `${stranger}/upload` }));
    });
    const { bulk, post } = createClients({
      token: 'xoxb-secret',
      slackApiUrl: `${slack}/`,
      logger: boltLog(createLog('silent')),
    });
    await expect(bulk.filesUploadV2({ filename: 'a.csv', file: Buffer.from('a') })).rejects.toThrow('not a host of');
    await expect(post.chat.update({ channel: 'C1', ts: '1.1', text: 'a' })).rejects.toThrow();
    expect(seen).toEqual([]);
  });

  test('that leads on within Slack is followed, with the token, and not for ever', async () => {
    const seen: (string | undefined)[] = [];
    const slack = await serve((request, response) => {
      seen.push(request.headers.authorization);
      if (request.url === '/a.pdf') response.writeHead(302, { location: '/b.pdf' }).end();
      else if (request.url === '/b.pdf') response.end('%PDF');
      else response.writeHead(302, { location: '/c.pdf' }).end();
    });
    expect((await take({ url_private: `${slack}/a.pdf` }, slack)).bytes.length).toBe(4);
    expect(seen).toEqual(['Bearer xoxb-secret', 'Bearer xoxb-secret']);
    await expect(take({ url_private: `${slack}/c.pdf` }, slack)).rejects.toMatchObject({ code: 'E-DOWNLOAD' });
    expect(seen.length).toBe(6);
  });

  test('that lies elsewhere than in Slack is refused unasked', async () => {
    let asked = 0;
    const slack = await serve((_, response) => {
      asked++;
      response.end('%PDF');
    });
    const elsewhere = { url_private: `${slack}/a.pdf`, mode: 'external', is_external: true };
    await expect(take(elsewhere, slack)).rejects.toMatchObject({ code: 'E-FILE-UNAVAILABLE' });
    expect(asked).toBe(0);
  });

  test.each([
    ['answers 503', (_: unknown, response: ServerResponse) => void response.writeHead(503).end()],
    ['breaks off', (_: unknown, response: ServerResponse) => void response.destroy()],
    [
      'breaks off in the middle',
      (_: unknown, response: ServerResponse) => {
        response.writeHead(200, { 'content-length': 9 }).write('%PDF', () => response.destroy());
      },
    ],
  ])('whose server %s is had later', async (_, listener) => {
    const slack = await serve(listener);
    await expect(take({ url_private: `${slack}/a.pdf` }, slack)).rejects.toThrow(FileServerAway);
  });
});
