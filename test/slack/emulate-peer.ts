import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { createEmulator, defineEmulator } from 'emulate';
import { parse } from 'yaml';

export const signingSecret = 'a signing secret of the test';
export const botToken = 'xoxb-emulated-bot';
const personToken = 'xoxp-emulated-alice';

interface Dispatcher {
  setHeaderFactory(...args: unknown[]): void;
  register(subscription: { url: string; events: string[]; active: boolean; owner: string }): unknown;
  getDeliveries(): { event: string; success: boolean; status_code: number | null }[];
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/**
 * emulate sends signed events but offers no way to subscribe to them. Its Slack service hands its dispatcher a header
 * factory while it boots; the class behind any dispatcher is the same, so that call shows us the instance.
 */
async function bootNoticingDispatcher<T>(boot: () => Promise<T>): Promise<[T, Dispatcher]> {
  let kind: Dispatcher | undefined;
  const throwaway = await createEmulator({
    service: defineEmulator({
      name: 'throwaway',
      state: () => ({}),
      setup: ({ webhooks }) => {
        kind = Object.getPrototypeOf(webhooks) as Dispatcher;
      },
    }),
    listen: false,
  });
  await throwaway.close();
  if (!kind) throw new Error('emulate has changed: its dispatcher cannot be reached any more');
  const original = kind.setHeaderFactory;
  let noticed: Dispatcher | undefined;
  kind.setHeaderFactory = function (this: Dispatcher, ...args) {
    noticed = this;
    original.apply(this, args);
  };
  try {
    const booted = await boot();
    if (!noticed) throw new Error('emulate has changed: its Slack service no longer sets signed headers');
    return [booted, noticed];
  } finally {
    kind.setHeaderFactory = original;
  }
}

/** Slack as somebody else understands it: an outside server with a person, a bot and a channel, scopes enforced. */
export async function startEmulate(eventsUrl: string) {
  const manifest = parse(readFileSync(join(import.meta.dirname, '../../manifest.yml'), 'utf8'));
  const scopes: string[] = manifest.oauth_config.scopes.bot;
  const [bot, user] = ['B0GOVINFO', 'U0GOVINFO'];
  const seed = {
    signing_secret: signingSecret,
    strict_scopes: true,
    users: [{ name: 'alice', real_name: '王敏' }],
    channels: [{ name: 'nianbao' }],
    oauth_apps: [
      {
        client_id: '1.2',
        client_secret: 'c',
        name: 'govinfo',
        redirect_uris: [],
        scopes,
        bot_id: bot,
        bot_user_id: user,
        bot_name: 'govinfo',
      },
    ],
    tokens: [
      { token: botToken, type: 'bot', user_id: user, bot_id: bot, bot_user_id: user, scopes },
      {
        token: personToken,
        type: 'user',
        user: 'alice',
        scopes: ['chat:write', 'files:write', 'files:read', 'channels:read', 'channels:history', 'reactions:read'],
      },
    ],
  };
  const port = await freePort();
  const [emulator, dispatcher] = await bootNoticingDispatcher(() =>
    createEmulator({ service: 'slack', port, seed: { slack: seed } }),
  );
  dispatcher.register({ url: eventsUrl, events: ['*'], active: true, owner: 'slack' });
  const slackApiUrl = `${emulator.url}/api/`;
  const person = new WebClient(personToken, { slackApiUrl, retryConfig: { retries: 0 } });
  const { channels } = await person.conversations.list();
  const channel = channels!.find(({ name }) => name === 'nianbao')!.id!;
  return { slackApiUrl, channel, person, dispatcher, bot, close: () => emulator.close() };
}
