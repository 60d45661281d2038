import { z } from 'zod';
import { app, people, personById, team } from '../cast.ts';
import { Refusal } from '../nouns.ts';
import { react } from '../posting.ts';
import { presentUser } from '../present.ts';
import { existing, flag, joined, type Method, method } from './method.ts';

const test = method(z.unknown(), (ws) => ({
  url: `${ws.address()}/`,
  team: team.name,
  team_id: team.id,
  user: 'govinfo',
  user_id: app.botUserId,
  bot_id: app.botId,
  is_enterprise_install: false,
}));

const info = method(z.object({ user: z.string(), include_locale: flag.default(false) }), (_, args) => {
  const person = personById(args.user);
  if (!person) throw new Refusal('user_not_found');
  return { user: presentUser(person, args.include_locale) };
});

const list = method(z.object({ include_locale: flag.default(false) }), (_, args) => ({
  members: people.map((person) => presentUser(person, args.include_locale)),
  cache_ts: 0,
  response_metadata: { next_cursor: '' },
}));

const mark = z.object({ channel: z.string(), timestamp: z.string(), name: z.string() });

const reaction = (present: boolean) =>
  method(mark, (ws, { channel, timestamp, name }) => {
    if (!/^[a-z0-9_+-]{1,100}$/.test(name)) throw new Refusal('invalid_name');
    react(ws, existing(ws, joined(ws, channel).id, timestamp), app.botUserId, name, present);
    return {};
  });

export const marks: Record<string, Method> = {
  'auth.test': test,
  'users.info': info,
  'users.list': list,
  'reactions.add': reaction(true),
  'reactions.remove': reaction(false),
};
