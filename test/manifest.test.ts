import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const text = (most: number) => z.string().min(1).max(most);
const scope = z.string().regex(/^[a-z_]+(\.[a-z]+)?(:[a-z.]+)?$/);

/** The keys of Slack's manifest that govinfo uses, with Slack's limits; an unknown key is refused, as Slack does. */
const manifestSchema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int() }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    long_description: z.string().min(175).max(4000),
    background_color: z.string().regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean() }),
    shortcuts: z
      .array(
        z.strictObject({
          name: text(24),
          type: z.enum(['message', 'global']),
          callback_id: text(255),
          description: text(150),
        }),
      )
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
          description: text(2000),
          usage_hint: text(1000),
          should_escape: z.boolean(),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(scope).max(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(text(80)).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true) }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.literal(true),
    token_rotation_enabled: z.literal(false),
  }),
});

const manifest = manifestSchema.parse(parse(readFileSync(join(import.meta.dirname, '../manifest.yml'), 'utf8')));
const { bot } = manifest.oauth_config.scopes;
const events = manifest.settings.event_subscriptions.bot_events;

describe('manifest.yml', () => {
  test('lists nothing twice', () => {
    for (const list of [bot, events]) expect(new Set(list).size).toBe(list.length);
  });

  test('has the scope that each subscribed event needs', () => {
    const needs: Record<string, string> = {
      app_mention: 'app_mentions:read',
      file_deleted: 'files:read',
      member_joined_channel: 'channels:read',
      'message.channels': 'channels:history',
      'message.groups': 'groups:history',
      'message.im': 'im:history',
    };
    for (const event of events.filter((name) => name !== 'app_home_opened')) expect(bot).toContain(needs[event]);
  });

  test('asks for no right to post where it was not invited', () => {
    expect(bot).not.toContain('chat:write.public');
  });
});

describe('manifest.yml and the listeners', () => {
  const folder = join(import.meta.dirname, '../src/slack/listeners');
  const code = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const registered = (pattern: RegExp) => [...new Set([...code.matchAll(pattern)].map((match) => match[1]!))].sort();

  test('every slash command is listened to, and none besides', () => {
    expect(registered(/app\.command\(\s*'([^']+)'/g)).toEqual(
      manifest.features.slash_commands.map(({ command }) => command).sort(),
    );
  });

  test('every shortcut is listened to, and none besides', () => {
    const kinds = { message: 'message_action', global: 'shortcut' };
    expect(registered(/app\.shortcut[^(]*\(\s*\{ (type: '\w+', callback_id: '\w+') \}/g)).toEqual(
      manifest.features.shortcuts
        .map(({ type, callback_id }) => `type: '${kinds[type]}', callback_id: '${callback_id}'`)
        .sort(),
    );
  });

  test('every event is listened to, and none besides', () => {
    expect(registered(/app\.event\(\s*'([^']+)'/g)).toEqual(
      [...new Set(events.map((event) => event.split('.')[0]!))].sort(),
    );
  });
});
