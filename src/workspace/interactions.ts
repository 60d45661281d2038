import { z } from 'zod';
import { app, type Channel, personById, team } from './cast.ts';
import { actionIdOf, actionOf, type Choice, type Choices, elementsOf, incomplete, stateOf } from './choices.ts';
import { placeOf } from './deeds.ts';
import { sendHomeOpened } from './events.ts';
import { makeView } from './make-view.ts';
import { block, type Ephemeral, type Message, Refusal, type View } from './nouns.ts';
import { presentEphemeral } from './posting.ts';
import { presentMessage } from './present.ts';
import { presentView, withFiles } from './present-view.ts';
import { respond } from './response-url.ts';
import type { Source } from './tickets.ts';
import { judgeView, pushView } from './web-api/views.ts';
import type { Workspace } from './workspace.ts';

/** What people do that the app answers: commands, clicks, modals, shortcuts. All throw a `Refusal` or `NoAnswer`. */

const userOf = (id: string) => {
  const person = personById(id);
  if (!person) throw new Refusal('user_not_found');
  return { id, username: person.name, name: person.name, team_id: team.id };
};

const common = (ws: Workspace, type: string, source: Source) => ({
  type,
  token: 'local',
  action_ts: ws.state.ts(),
  api_app_id: app.id,
  user: userOf(source.user),
  team: { id: team.id, domain: team.domain },
  enterprise: null,
  is_enterprise_install: false,
  trigger_id: ws.tickets.trigger(source),
});

const responseUrl = (ws: Workspace, source: Source) => `${ws.address()}/actions/${ws.tickets.response(source)}`;

const nameOf = (channel: Channel) =>
  channel.kind === 'direct' ? 'directmessage' : channel.kind === 'private' ? 'privategroup' : channel.name;

export async function command(ws: Workspace, user: string, channelId: string, typed: string): Promise<void> {
  const channel = placeOf(ws, user, channelId);
  const [, word = '', text = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(typed) ?? [];
  if (!ws.manifest.commands.some((entry) => entry.command === word)) throw new Refusal('unknown_command');
  const source: Source = { user, channel: channelId };
  const answer = await ask(ws, 'slash_commands', word, {
    token: 'local',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channelId,
    channel_name: nameOf(channel),
    user_id: user,
    user_name: userOf(user).username,
    command: word,
    text: text.trim(),
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: responseUrl(ws, source),
    trigger_id: ws.tickets.trigger(source),
  });
  const reply = typeof answer === 'string' ? { text: answer } : answer;
  if (reply && typeof reply === 'object' && Object.keys(reply).length > 0) respond(ws, source, reply);
}

export interface Click {
  /** Where the element is: a message (or a message for one person) in a channel, or a modal or Home tab. */
  channel?: string | undefined;
  ts?: string | undefined;
  view?: string | undefined;
  block_id: string;
  action_id: string;
  choice?: Choice | undefined;
  /** Everything filled in around it. */
  choices?: Choices | undefined;
}

export async function click(ws: Workspace, user: string, used: Click): Promise<void> {
  const place = used.view ? viewPlace(ws, user, used.view) : messagePlace(ws, user, used.channel ?? '', used.ts ?? '');
  const found = elementsOf(place.blocks).find(
    ({ block, element }) => block.block_id === used.block_id && actionIdOf(element) === used.action_id,
  );
  if (!found) throw new Refusal('no_such_element');
  const values = stateOf(place.blocks, used.choices ?? {});
  const payload = {
    ...common(ws, 'block_actions', place.source),
    ...place.payload(values),
    ...(place.source.channel ? { response_url: responseUrl(ws, place.source) } : {}),
    actions: [actionOf(found.block, found.element, used.choice, ws.state.ts())],
  };
  await ask(ws, 'interactive', `block_actions ${used.action_id}`, payload);
}

type Values = Record<string, Record<string, unknown>>;

function viewPlace(ws: Workspace, user: string, id: string) {
  const view = ws.modals.stack(user).find((open) => open.id === id) ?? homeOf(ws, user, id);
  if (!view) throw new Refusal('view_not_found');
  return {
    blocks: view.blocks,
    source: { user, view: id } as Source,
    payload: (values: Values) => ({
      container: { type: 'view', view_id: id },
      view: presentView({ ...view, state: { values } }),
    }),
  };
}

const homeOf = (ws: Workspace, user: string, id: string): View | undefined => {
  const home = ws.state.home(user);
  return home?.id === id ? home : undefined;
};

function messagePlace(ws: Workspace, user: string, channelId: string, ts: string) {
  const channel = placeOf(ws, user, channelId);
  const whispered = ws.ephemerals.get(ts);
  const message = whispered?.to === user ? whispered : ws.state.message(channelId, ts);
  if (!message) throw new Refusal('message_not_found');
  const ephemeral = message === whispered;
  const thread = message.thread_ts;
  const source: Source = { user, channel: channelId, original: { ts, ephemeral }, ...(thread ? { thread } : {}) };
  return {
    blocks: message.blocks ?? [],
    source,
    payload: (values: Values) => ({
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: channelId,
        is_ephemeral: ephemeral,
        ...(thread ? { thread_ts: thread } : {}),
      },
      channel: { id: channelId, name: nameOf(channel) },
      ...(ephemeral ? {} : { message: shown(ws, message) }),
      state: { values },
    }),
  };
}

const shown = (ws: Workspace, message: Message | Ephemeral) =>
  'to' in message ? presentEphemeral(message) : presentMessage(ws, message);

const submission = z.looseObject({
  response_action: z.enum(['errors', 'update', 'push', 'clear']).optional(),
  errors: z.record(z.string(), z.string()).optional(),
  view: z.looseObject({ type: z.string(), blocks: z.array(block) }).optional(),
});

/** Submits the modal on top. The result names fields that were refused, by block id; empty when it was taken. */
export async function submit(
  ws: Workspace,
  user: string,
  id: string,
  chosen: Choices,
): Promise<Record<string, string>> {
  const view = ws.modals.stack(user).find((open) => open.id === id);
  if (!view) throw new Refusal('view_not_found');
  const refused = incomplete(view.blocks, chosen, personById(user)?.locale === 'en-US');
  if (Object.keys(refused).length > 0) return refused;
  const filled: View = { ...view, state: { values: withFiles(ws, stateOf(view.blocks, chosen)) } };
  const { action_ts: _, ...start } = common(ws, 'view_submission', { user, view: id });
  const payload = { ...start, view: presentView(filled), response_urls: [] };
  const answer = submission.safeParse(
    (await ask(ws, 'interactive', `view_submission ${view.callback_id}`, payload)) ?? {},
  );
  const { response_action, errors = {}, view: next } = answer.success ? answer.data : {};
  if (response_action === 'errors') return errors;
  if (response_action === 'clear') ws.modals.replaceAll(user, []);
  else if (response_action === 'update' && next) {
    judgeView(ws, next);
    ws.modals.update({ user, view }, makeView(ws, next));
  } else if (response_action === 'push' && next) {
    judgeView(ws, next);
    pushView(ws, user, next);
  } else
    ws.modals.replaceAll(
      user,
      ws.modals.stack(user).filter((open) => open.id !== id),
    );
  return {};
}

export async function closeView(ws: Workspace, user: string, id: string): Promise<void> {
  const stack = ws.modals.stack(user);
  const view = stack.find((open) => open.id === id);
  if (!view) return;
  ws.modals.replaceAll(
    user,
    stack.filter((open) => open.id !== id),
  );
  if (!view.notify_on_close) return;
  const { action_ts: _, trigger_id: __, ...start } = common(ws, 'view_closed', { user });
  await ask(ws, 'interactive', 'view_closed', { ...start, view: presentView(view), is_cleared: false });
}

/** Uses a shortcut: a global one, or one on a message. */
export async function shortcut(
  ws: Workspace,
  user: string,
  callback_id: string,
  on?: { channel: string; ts: string },
): Promise<void> {
  const type = on ? 'message' : 'global';
  if (!ws.manifest.shortcuts.some((entry) => entry.callback_id === callback_id && entry.type === type))
    throw new Refusal('unknown_shortcut');
  if (!on) {
    await ask(ws, 'interactive', callback_id, { ...common(ws, 'shortcut', { user }), callback_id });
    return;
  }
  const channel = placeOf(ws, user, on.channel);
  const message = ws.state.message(on.channel, on.ts);
  if (!message) throw new Refusal('message_not_found');
  const source: Source = { user, channel: on.channel, ...(message.thread_ts ? { thread: message.thread_ts } : {}) };
  await ask(ws, 'interactive', callback_id, {
    ...common(ws, 'message_action', source),
    callback_id,
    channel: { id: channel.id, name: nameOf(channel) },
    message_ts: on.ts,
    message: presentMessage(ws, message),
    response_url: responseUrl(ws, source),
  });
}

export function openHome(ws: Workspace, user: string, tab: 'home' | 'messages' = 'home'): void {
  sendHomeOpened(ws, user, tab);
}

async function ask(ws: Workspace, type: 'slash_commands' | 'interactive', name: string, payload: unknown) {
  ws.feed.note('interaction', name, true, '');
  try {
    return await ws.app.ask(type, payload);
  } catch (error) {
    ws.feed.note('answer', name, false, error instanceof Error ? error.message : '');
    throw error;
  }
}
