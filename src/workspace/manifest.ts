import { parse } from 'yaml';
import { z } from 'zod';
import { GovinfoError } from '../errors.ts';

const shape = z.object({
  display_information: z.object({ name: z.string(), description: z.string().default('') }),
  features: z.object({
    bot_user: z.object({ display_name: z.string() }),
    shortcuts: z
      .array(z.object({ name: z.string(), type: z.enum(['message', 'global']), callback_id: z.string() }))
      .default([]),
    slash_commands: z
      .array(z.object({ command: z.string(), description: z.string(), usage_hint: z.string().default('') }))
      .default([]),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).default({ bot_events: [] }),
  }),
});

/** What the workspace needs to know of the app: its commands, shortcuts, and which events it asked for. */
export interface Manifest {
  name: string;
  commands: { command: string; description: string; usage_hint: string }[];
  shortcuts: { name: string; type: 'message' | 'global'; callback_id: string }[];
  events: ReadonlySet<string>;
  scopes: readonly string[];
}

/** Reads the text of a `manifest.yml`. Throws `E-MANIFEST` when a key the workspace relies on is missing. */
export function readManifest(yaml: string): Manifest {
  const result = shape.safeParse(parse(yaml));
  if (!result.success) {
    const where = result.error.issues[0]?.path.join('.') ?? '';
    throw new GovinfoError('E-MANIFEST', {
      zh: `manifest.yml 不完整：${where}`,
      en: `manifest.yml is incomplete at ${where}`,
    });
  }
  const { features, oauth_config, settings, display_information } = result.data;
  return {
    name: display_information.name,
    commands: features.slash_commands,
    shortcuts: features.shortcuts,
    events: new Set(settings.event_subscriptions.bot_events),
    scopes: oauth_config.scopes.bot,
  };
}
