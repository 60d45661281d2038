import { z } from 'zod';
import { app, type Channel } from '../cast.ts';
import { block, type Message, Refusal } from '../nouns.ts';
import type { Workspace } from '../workspace.ts';

/** One Web API method: reads its arguments, answers what follows `ok: true`, throws a `Refusal` for `ok: false`. */
export type Method = (ws: Workspace, args: unknown) => Record<string, unknown>;

/** Binds a method to the schema of its arguments; arguments that do not fit are `invalid_arguments`. */
export function method<A>(args: z.ZodType<A>, run: (ws: Workspace, args: A) => Record<string, unknown>): Method {
  return (ws, raw) => {
    const read = args.safeParse(raw);
    if (!read.success) {
      throw new Refusal(
        'invalid_arguments',
        read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
      );
    }
    return run(ws, read.data);
  };
}

/** A value that a form sends as JSON in a string, and JSON bodies send as it is. */
export const json = <T>(schema: z.ZodType<T>) =>
  z.preprocess((value) => {
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  }, schema);

export const flag = z.preprocess((value) => (value === 'true' ? true : value === 'false' ? false : value), z.boolean());

export const count = z.coerce.number().int().min(1);

export const blocks = json(z.array(block));

/** The channel a message goes to; a person's id means the direct conversation. */
export function target(ws: Workspace, id: string): Channel {
  return id.startsWith('U') ? ws.state.direct(id) : ws.state.channel(id);
}

/** The channel, if the app is in it: `not_in_channel` for public ones, `channel_not_found` for private ones. */
export function joined(ws: Workspace, id: string): Channel {
  const channel = target(ws, id);
  if (channel.members.includes(app.botUserId)) return channel;
  throw new Refusal(channel.kind === 'public' ? 'not_in_channel' : 'channel_not_found');
}

export function existing(ws: Workspace, channel: string, ts: string): Message {
  const found = ws.state.message(channel, ts);
  if (!found) throw new Refusal('message_not_found');
  return found;
}
