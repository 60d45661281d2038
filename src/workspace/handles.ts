import { people } from './cast.ts';
import { actionIdOf, type Choices, elementsOf, labelOf, optionsOf } from './choices.ts';
import { erase, keepFile, mark, rewrite, say, staffing } from './deeds.ts';
import type { Fault } from './faults.ts';
import type { LogEntry } from './feed.ts';
import { type Click, click, closeView, command, openHome, shortcut, submit } from './interactions.ts';
import type { Block, Ephemeral, Message, View } from './nouns.ts';
import { presentMessage } from './present.ts';
import { isWelcomeButton, postSamples } from './welcome.ts';
import type { Workspace } from './workspace.ts';

/** A message as tests see it: Slack's shape, with what matters for waiting spelled out. */
export interface SeenMessage {
  channel: string;
  ts: string;
  user: string;
  text: string;
  thread_ts?: string;
  blocks: Block[];
  reactions: string[];
  /** The one person who sees it, for messages to one person. */
  to?: string;
  /** The message in full. */
  raw: Record<string, unknown>;
}

interface Where {
  as: string;
  channel: string;
}

/** Which element: by its action id, or by the words on it. */
interface Element {
  action_id?: string;
  label?: string;
  block_id?: string;
}

export type Handles = ReturnType<typeof makeHandles>;

/** People's hands for tests, in process only. People are named by id or name, channels by id or name. */
export function makeHandles(ws: Workspace) {
  const person = (name: string) => {
    const found = people.find((entry) => entry.id === name || entry.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found.id;
  };
  const place = (name: string, as?: string) => {
    if (name === '@govinfo') return ws.state.direct(person(as ?? '王敏')).id;
    const wanted = name.replace(/^#/, '');
    const found = ws.state.channels().find((entry) => entry.id === wanted || entry.name === wanted);
    if (!found) throw new Error(`no channel is called ${name}`);
    return found.id;
  };
  const seen = (message: Message): SeenMessage => ({
    channel: message.channel,
    ts: message.ts,
    user: message.user,
    text: message.text,
    ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
    blocks: message.blocks ?? [],
    reactions: (message.reactions ?? []).map((entry) => entry.name),
    raw: presentMessage(ws, message),
  });
  const whispered = (message: Ephemeral): SeenMessage => ({
    channel: message.channel,
    ts: message.ts,
    user: 'govinfo',
    text: message.text,
    ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
    blocks: message.blocks ?? [],
    reactions: [],
    to: message.to,
    raw: { ...message },
  });
  const everything = () => [
    ...ws.state.channels().flatMap((channel) => ws.state.messages(channel.id).map(seen)),
    ...[...ws.ephemerals.values()].map(whispered),
  ];

  /** Waits until `look` gives something, looking again at every change. */
  function waitFor<T>(look: () => T | undefined | false, timeout = 20_000, what = 'what was waited for'): Promise<T> {
    return new Promise((resolve, reject) => {
      let stop = () => {};
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`${what} did not come within ${timeout} ms`));
      }, timeout);
      const check = () => {
        const found = look();
        if (!found) return;
        clearTimeout(timer);
        stop();
        resolve(found);
      };
      stop = ws.feed.listen(() => queueMicrotask(check));
      check();
    });
  }

  const blocksAt = (
    spot: { channel?: string | undefined; ts?: string | undefined; view?: string | undefined },
    as: string,
  ) => {
    if (spot.view) {
      const home = ws.state.home(as);
      return (
        ws.modals.stack(as).find((view) => view.id === spot.view)?.blocks ?? (home?.id === spot.view ? home.blocks : [])
      );
    }
    const ts = spot.ts ?? '';
    return ws.ephemerals.get(ts)?.blocks ?? ws.state.message(place(spot.channel ?? '', as), ts)?.blocks ?? [];
  };

  const find = (blocks: readonly Block[], { action_id, label, block_id }: Element) => {
    const found = elementsOf(blocks).find(
      ({ block, element }) =>
        (action_id === undefined || actionIdOf(element) === action_id) &&
        (label === undefined || labelOf(element).includes(label)) &&
        (block_id === undefined || block.block_id === block_id),
    );
    if (!found) throw new Error(`no element ${action_id ?? label ?? block_id}`);
    return found;
  };

  type Use = Element & { as: string; channel?: string; ts?: string; view?: string; choices?: Choices };

  const use = async ({ as, channel, ts, view, choices, ...which }: Use, choice?: Click['choice']) => {
    const user = person(as);
    const { block, element } = find(blocksAt({ channel, ts, view }, user), which);
    const action_id = actionIdOf(element);
    if (isWelcomeButton(action_id)) return postSamples(ws, place(channel ?? '', as), ts ?? '');
    await click(ws, user, {
      ...(channel ? { channel: place(channel, as) } : {}),
      ts,
      view,
      block_id: block.block_id ?? '',
      action_id,
      choice,
      choices,
    });
  };

  return {
    /** Posts files as a person; resolves with the message. `scan` milliseconds pass until media types are known. */
    upload({
      as,
      channel,
      files,
      text = '',
      thread_ts,
      scan = 0,
    }: Where & {
      files: { name: string; bytes: Uint8Array }[];
      text?: string;
      thread_ts?: string;
      scan?: number;
    }): SeenMessage {
      const user = person(as);
      const fileIds = files.map(({ name, bytes }) => keepFile(ws, user, name, bytes, scan).id);
      return seen(say(ws, user, { channel: place(channel, as), text, thread_ts, fileIds }));
    },
    say: ({ as, channel, text, thread_ts }: Where & { text: string; thread_ts?: string }): SeenMessage =>
      seen(say(ws, person(as), { channel: place(channel, as), text, thread_ts })),
    edit: ({ as, channel, ts, text }: Where & { ts: string; text: string }) => {
      rewrite(ws, person(as), place(channel, as), ts, text);
    },
    remove: ({ as, channel, ts }: Where & { ts: string }) => erase(ws, person(as), place(channel, as), ts),
    react: ({ as, channel, ts, name }: Where & { ts: string; name: string }) =>
      mark(ws, person(as), place(channel, as), ts, name),
    /** Sends a slash command; resolves when the app acknowledged it. */
    async command({ as, channel, text }: Where & { text: string }): Promise<void> {
      const [word = '', ...rest] = text.split(' ');
      if (word === '/invite' || word === '/remove') staffing(ws, person(as), place(channel, as), word, rest.join(' '));
      else await command(ws, person(as), place(channel, as), text);
    },
    /** Presses a button in a message (`channel` and `ts`) or in a view (`view`). */
    click: (what: Use): Promise<void> => use(what),
    /** Chooses in a menu, by the value or the words of the option, or a person's name in a people menu. */
    async select({ option, ...what }: Use & { option: string }): Promise<void> {
      const user = person(what.as);
      const { element } = find(blocksAt(what, user), what);
      const known = optionsOf(element).find((entry) => entry.value === option || labelOf(entry).includes(option));
      const value = element.type === 'users_select' ? person(option) : String(known?.value ?? option);
      await use(what, { value });
    },
    /** Submits the modal on top with choices by block and action id; resolves with refused fields. */
    submit: ({ as, choices = {} }: { as: string; choices?: Choices }) => {
      const top = ws.modals.stack(person(as)).at(-1);
      if (!top) throw new Error(`${as} has no modal open`);
      return submit(ws, person(as), top.id, choices);
    },
    closeView: async ({ as }: { as: string }) => {
      const top = ws.modals.stack(person(as)).at(-1);
      if (top) await closeView(ws, person(as), top.id);
    },
    shortcut: ({ as, callback_id, channel, ts }: { as: string; callback_id: string; channel?: string; ts?: string }) =>
      shortcut(ws, person(as), callback_id, channel && ts ? { channel: place(channel, as), ts } : undefined),
    openHome: ({ as }: { as: string }) => openHome(ws, person(as)),

    messages: (channel: string): SeenMessage[] => ws.state.messages(place(channel)).map(seen),
    replies: (message: { channel: string; ts: string }): SeenMessage[] =>
      ws.state
        .messages(message.channel)
        .filter((entry) => entry.thread_ts === message.ts && entry.ts !== message.ts)
        .map(seen),
    whispers: (as: string): SeenMessage[] =>
      [...ws.ephemerals.values()].filter((message) => message.to === person(as)).map(whispered),
    /** The modals a person has open, bottom first. */
    modals: (as: string): readonly View[] => ws.modals.stack(person(as)),
    home: (as: string): View | undefined => ws.state.home(person(as)),
    fileBytes: (id: string): Uint8Array | undefined => ws.state.bytes(id),

    waitFor,
    /** Resolves with the first message (also one to a single person) that fits, once it is there. */
    waitForMessage: (fits: (message: SeenMessage) => boolean, timeout?: number): Promise<SeenMessage> =>
      waitFor(() => everything().find(fits), timeout, 'a message'),
    waitForModal: (as: string, fits: (view: View) => boolean = () => true, timeout?: number): Promise<View> =>
      waitFor(() => ws.modals.stack(person(as)).find(fits), timeout, 'a modal'),
    waitForHome: (as: string, fits: (view: View) => boolean = () => true, timeout?: number): Promise<View> =>
      waitFor(
        () => {
          const home = ws.state.home(person(as));
          return home && fits(home) ? home : undefined;
        },
        timeout,
        'a Home tab',
      ),

    setFault: (method: string, fault: Fault) => ws.faults.set(method, fault),
    /** Asks connections to go away (`refresh_requested`, `warning`); all of them, or the first `count`. */
    disconnect: (reason: string, count?: number) => ws.app.disconnect(reason, count),
    dropSocket: (count?: number) => ws.app.drop(count),
    connections: () => ws.app.connections,
    /** Forgets the events that wait for a connection, as Slack does in a long outage; says how many. */
    giveUp: () => ws.app.giveUp(),
    /** Sends an event again, as Slack does when unsure. */
    redeliver: (eventId: string): Promise<void> => ws.app.event(ws.sentEvents.get(eventId)),
    /** A trigger as a click of this person would bring it. */
    trigger: (as: string): string => ws.tickets.trigger({ user: person(as) }),
    /** Ids and contents of events sent so far, oldest first. */
    events: (): [id: string, envelope: unknown][] => [...ws.sentEvents],
    /** Web API calls so far. */
    calls: ws.calls as readonly { method: string; args: Record<string, unknown> }[],
    /** What the inspector shows: calls, events, interactions, and refusals with their reasons. */
    log: ws.feed.log as readonly LogEntry[],
  };
}
