import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { NoAnswer } from './app-link.ts';
import { app, people, personById, team } from './cast.ts';
import { choice, choices } from './choices.ts';
import { erase, keepFile, mark, placeOf, rewrite, say, staffing } from './deeds.ts';
import { LARGEST } from './file-door.ts';
import { answerJson, HttpError, readBody } from './http.ts';
import { click, closeView, command, openHome, shortcut, submit } from './interactions.ts';
import { Refusal } from './nouns.ts';
import { openStream } from './page-stream.ts';
import { presentFile, presentMessage } from './present.ts';
import { isWelcomeButton, postSamples, welcome } from './welcome.ts';
import type { Workspace } from './workspace.ts';

type Deed = (ws: Workspace, user: string, args: unknown) => unknown;

const deed =
  <A>(args: z.ZodType<A>, run: (ws: Workspace, user: string, args: A) => unknown): Deed =>
  (ws, user, raw) =>
    run(ws, user, args.parse(raw));

const spot = z.object({ channel: z.string(), ts: z.string() });

/** What the page can order by `POST /page/<verb>`; all in the name of the person it acts as. */
const deeds: Record<string, Deed> = {
  say: deed(
    z.object({
      channel: z.string(),
      text: z.string().max(12_000),
      thread_ts: z.string().optional(),
      fileIds: z.array(z.string()).optional(),
    }),
    (ws, user, args) => ({ ts: say(ws, user, args).ts }),
  ),
  command: deed(z.object({ channel: z.string(), text: z.string().max(12_000) }), async (ws, user, args) => {
    const [, word = '', rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(args.text) ?? [];
    if (word === '/invite' || word === '/remove') staffing(ws, user, args.channel, word, rest);
    else await command(ws, user, args.channel, args.text);
  }),
  click: deed(
    z.object({
      channel: z.string().optional(),
      ts: z.string().optional(),
      view: z.string().optional(),
      block_id: z.string(),
      action_id: z.string(),
      choice: choice.optional(),
      choices: choices.optional(),
    }),
    async (ws, user, args) => {
      if (isWelcomeButton(args.action_id)) postSamples(ws, args.channel ?? '', args.ts ?? '');
      else await click(ws, user, args);
    },
  ),
  submit: deed(z.object({ view: z.string(), choices }), async (ws, user, args) => ({
    errors: await submit(ws, user, args.view, args.choices),
  })),
  close: deed(z.object({ view: z.string() }), (ws, user, { view }) => closeView(ws, user, view)),
  shortcut: deed(z.object({ callback_id: z.string(), on: spot.optional() }), (ws, user, { callback_id, on }) =>
    shortcut(ws, user, callback_id, on),
  ),
  home: deed(z.object({ tab: z.enum(['home', 'messages']) }), (ws, user, { tab }) => openHome(ws, user, tab)),
  react: deed(spot.extend({ name: z.string().regex(/^[a-z0-9_+-]{1,100}$/) }), (ws, user, { channel, ts, name }) =>
    mark(ws, user, channel, ts, name),
  ),
  edit: deed(spot.extend({ text: z.string().min(1).max(12_000) }), (ws, user, { channel, ts, text }) => {
    rewrite(ws, user, channel, ts, text);
  }),
  delete: deed(spot, (ws, user, { channel, ts }) => erase(ws, user, channel, ts)),
  reset: deed(z.object({}), (ws) => {
    ws.state.reset();
    ws.ephemerals.clear();
    welcome(ws);
    ws.feed.publish({ type: 'reset' }, 'everybody');
  }),
};

/** Serves the page: `start`, `messages`, `log` and `stream` to read, `upload` for bytes, and the deeds. */
export async function answerPage(ws: Workspace, verb: string, request: IncomingMessage, response: ServerResponse) {
  if (!ws.safety.knowsPage(request)) throw new HttpError(401, 'unknown page');
  const { searchParams: query } = new URL(request.url ?? '/', 'http://localhost');
  const user = query.get('as') ?? '';
  if (personById(user)?.role === 'bot' || !personById(user)) throw new HttpError(400, 'nobody');
  try {
    if (request.method === 'POST') {
      const result = verb === 'upload' ? await upload(ws, user, query, request) : await order(ws, user, verb, request);
      return answerJson(response, { ok: true, ...(typeof result === 'object' ? result : {}) });
    }
    if (verb === 'stream') return openStream(ws, user, response);
    const read = reads[verb];
    if (!read) throw new HttpError(404, 'not found');
    answerJson(response, read(ws, user, query));
  } catch (error) {
    if (error instanceof z.ZodError) throw new HttpError(400, 'bad request');
    if (!(error instanceof Refusal) && !(error instanceof NoAnswer)) throw error;
    answerJson(response, { ok: false, error: error.code });
  }
}

async function order(ws: Workspace, user: string, verb: string, request: IncomingMessage): Promise<unknown> {
  if (!request.headers.origin) throw new HttpError(403, 'no origin');
  const run = Object.hasOwn(deeds, verb) ? deeds[verb] : undefined;
  if (!run) throw new HttpError(404, 'not found');
  const body: unknown = JSON.parse((await readBody(request, 1_000_000)).toString() || '{}');
  return await run(ws, user, body);
}

async function upload(ws: Workspace, user: string, query: URLSearchParams, request: IncomingMessage) {
  if (!request.headers.origin) throw new HttpError(403, 'no origin');
  const bytes = await readBody(request, LARGEST);
  const file = keepFile(ws, user, query.get('name') ?? '', bytes);
  return { file: presentFile(ws, file.id) };
}

const reads: Record<string, (ws: Workspace, user: string, query: URLSearchParams) => Record<string, unknown>> = {
  start: (ws, user) => ({
    team,
    bot: app.botUserId,
    people,
    manifest: { name: ws.manifest.name, commands: ws.manifest.commands, shortcuts: ws.manifest.shortcuts },
    channels: ws.state.channels().filter((channel) => channel.members.includes(user)),
    home: ws.state.home(user) ?? null,
    modals: ws.modals.stack(user),
    connected: ws.app.connections > 0,
    address: ws.address(),
  }),
  messages: (ws, user, query) => {
    const channel = placeOf(ws, user, query.get('channel') ?? '');
    const all = ws.state.messages(channel.id).slice(-2_000);
    return { messages: all.map((message) => presentMessage(ws, message)) };
  },
  log: (ws) => ({ entries: ws.feed.log }),
};
