import type { AppHomeOpenedEvent, AppMentionEvent, FileSharedEvent } from '@slack/web-api';
import { app, type Channel, team } from './cast.ts';
import type { Message } from './nouns.ts';
import { presentMessage } from './present.ts';
import { seconds } from './state.ts';
import type { Workspace } from './workspace.ts';

interface SlackEvent {
  type: string;
  [key: string]: unknown;
}

/** Under which name of `bot_events` the app subscribed to messages of this kind of channel. */
const messageEvents = { public: 'message.channels', private: 'message.groups', direct: 'message.im' } as const;

const channelTypes = { public: 'channel', private: 'group', direct: 'im' } as const;

/** Sends an event if the app asked for it in its manifest; returns the event id, or nothing if it did not. */
export function sendEvent(ws: Workspace, event: SlackEvent, channel?: Channel): string | undefined {
  const asked = event.type === 'message' && channel ? messageEvents[channel.kind] : event.type;
  if (!ws.manifest.events.has(asked)) return;
  const event_id = ws.state.id('Ev');
  const envelope = {
    token: 'local',
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id,
    event_time: seconds(),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: app.botUserId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${event_id}`,
  };
  ws.sentEvents.set(event_id, envelope);
  if (ws.sentEvents.size > ws.remembers) ws.sentEvents.delete(ws.sentEvents.keys().next().value!);
  ws.feed.note('event', asked, true, String(event.subtype ?? event.reaction ?? ''));
  void ws.app.event(envelope);
  return event_id;
}

/** Sends what Slack sends after a message was posted: the message, a mention, one `file_shared` a file. */
export function sendPosted(ws: Workspace, message: Message): void {
  const channel = ws.state.channel(message.channel);
  if (!channel.members.includes(app.botUserId)) return;
  const body = presentMessage(ws, message);
  const place = { channel: channel.id, channel_type: channelTypes[channel.kind], event_ts: message.ts };
  for (const file_id of message.fileIds ?? []) {
    const event = {
      type: 'file_shared',
      file_id,
      user_id: message.user,
      file: { id: file_id },
      channel_id: channel.id,
      event_ts: message.ts,
    } satisfies FileSharedEvent;
    sendEvent(ws, event);
  }
  sendEvent(ws, { ...body, type: 'message', ...place }, channel);
  if (message.text.includes(`<@${app.botUserId}>`) && channel.kind !== 'direct' && message.user !== app.botUserId) {
    const { ts, text, user, thread_ts } = message;
    const event = {
      type: 'app_mention' as const,
      ts,
      text,
      user,
      team: team.id,
      channel: channel.id,
      event_ts: ts,
      ...(thread_ts ? { thread_ts } : {}),
      ...(message.blocks ? { blocks: body.blocks } : {}),
      ...(message.fileIds ? { files: body.files } : {}),
    };
    sendEvent(ws, event satisfies Omit<AppMentionEvent, 'blocks' | 'files'>);
  }
}

export function sendChanged(ws: Workspace, before: Message, after: Message): void {
  const channel = ws.state.channel(after.channel);
  if (!channel.members.includes(app.botUserId)) return;
  const ts = ws.state.ts();
  const event = {
    type: 'message',
    subtype: 'message_changed',
    message: presentMessage(ws, after),
    previous_message: presentMessage(ws, before),
    channel: channel.id,
    channel_type: channelTypes[channel.kind],
    hidden: true,
    ts,
    event_ts: ts,
  };
  sendEvent(ws, event, channel);
}

export function sendDeleted(ws: Workspace, before: Message): void {
  const channel = ws.state.channel(before.channel);
  if (!channel.members.includes(app.botUserId)) return;
  const ts = ws.state.ts();
  const event = {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: presentMessage(ws, before),
    channel: channel.id,
    channel_type: channelTypes[channel.kind],
    deleted_ts: before.ts,
    hidden: true,
    ts,
    event_ts: ts,
  };
  sendEvent(ws, event, channel);
  for (const file_id of before.fileIds ?? []) sendEvent(ws, { type: 'file_deleted', file_id, event_ts: ts });
}

export function sendReaction(
  ws: Workspace,
  type: 'reaction_added' | 'reaction_removed',
  mark: { user: string; reaction: string; message: Message },
): void {
  const channel = ws.state.channel(mark.message.channel);
  if (!channel.members.includes(app.botUserId)) return;
  sendEvent(ws, {
    type,
    user: mark.user,
    reaction: mark.reaction,
    item_user: mark.message.user,
    item: { type: 'message', channel: channel.id, ts: mark.message.ts },
    event_ts: ws.state.ts(),
  });
}

export function sendHomeOpened(ws: Workspace, user: string, tab: 'home' | 'messages'): void {
  const event: AppHomeOpenedEvent = {
    type: 'app_home_opened',
    user,
    channel: ws.state.direct(user).id,
    tab,
    event_ts: ws.state.ts(),
  };
  const view = ws.state.home(user);
  sendEvent(ws, { ...event, ...(view && tab === 'home' ? { view } : {}) });
}

export function sendJoined(ws: Workspace, user: string, channel: Channel, inviter: string): void {
  sendEvent(ws, {
    type: 'member_joined_channel',
    user,
    channel: channel.id,
    channel_type: channel.kind === 'public' ? 'C' : 'G',
    team: team.id,
    inviter,
    event_ts: ws.state.ts(),
  });
}
