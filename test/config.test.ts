import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { GovinfoError } from '../src/errors.ts';

const bot = 'xoxb-1';
const app = 'xapp-1';

const complaint = (environment: Record<string, string>) => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof GovinfoError) return error;
  }
  throw new Error('readConfig accepted it');
};

test('nothing set opens the local workspace with an embedded store', () => {
  expect(readConfig({})).toEqual({
    connection: { kind: 'local', port: 3979 },
    slackApiUrl: undefined,
    store: undefined,
    dataFolder: 'data',
    healthPort: undefined,
    sharedChannels: [],
    logLevel: 'info',
  });
  expect(readConfig({ SLACK_BOT_TOKEN: '', PORT: '8080', GOVINFO_WORKSPACE_PORT: '4000' }).connection).toEqual({
    kind: 'local',
    port: 4000,
  });
});

test('both tokens connect over Socket Mode, a signing secret over HTTP', () => {
  expect(readConfig({ SLACK_BOT_TOKEN: ` ${bot} `, SLACK_APP_TOKEN: app }).connection).toEqual({
    kind: 'socket',
    botToken: bot,
    appToken: app,
  });
  expect(readConfig({ SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: 's', PORT: '3000' }).connection).toEqual({
    kind: 'http',
    botToken: bot,
    signingSecret: 's',
    port: 3000,
  });
});

test.each([
  [{ SLACK_BOT_TOKEN: bot }, 'SLACK_APP_TOKEN'],
  [{ SLACK_APP_TOKEN: app }, 'SLACK_BOT_TOKEN'],
  [{ SLACK_SIGNING_SECRET: 's', PORT: '3000' }, 'SLACK_BOT_TOKEN'],
  [{ SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: 's' }, 'PORT'],
])('with only one of a pair set, the sentence names the missing one: %o', (environment, name) => {
  const { code, words } = complaint(environment);
  expect(code).toBe('E-CONFIG');
  expect(words.zh).toContain(`缺少 ${name}`);
  expect(words.en).toContain(`${name} is missing`);
});

test.each([
  [{ SLACK_BOT_TOKEN: app, SLACK_APP_TOKEN: bot }, 'SLACK_BOT_TOKEN'],
  [{ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: 'x' }, 'SLACK_APP_TOKEN'],
  [{ SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: 's', PORT: '0' }, 'PORT'],
  [{ GOVINFO_WORKSPACE_PORT: '99999' }, 'GOVINFO_WORKSPACE_PORT'],
  [{ GOVINFO_WORKSPACE_PORT: 'abc' }, 'GOVINFO_WORKSPACE_PORT'],
  [{ SLACK_API_URL: 'slack.com' }, 'SLACK_API_URL'],
  [{ GOVINFO_LOG: 'loud' }, 'GOVINFO_LOG'],
])('a wrong value is named: %o', (environment, name) => {
  const { words } = complaint(environment);
  expect(words.zh).toMatch(new RegExp(`^${name} 的值不对`));
  expect(words.zh + words.en).not.toContain('xapp-1');
});
