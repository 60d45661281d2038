import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, readBody } from '../http.ts';
import { Refusal } from '../nouns.ts';
import type { Workspace } from '../workspace.ts';
import { chat } from './chat.ts';
import { conversations } from './conversations.ts';
import { files } from './files.ts';
import type { Method } from './method.ts';
import { marks } from './people.ts';
import { views } from './views.ts';

const methods: Record<string, Method> = { ...chat, ...conversations, ...files, ...marks, ...views };

/** Answers `POST /api/<method>`. Refusals are 200 with `ok: false`, as the client retries every other status. */
export async function answerApi(ws: Workspace, name: string, request: IncomingMessage, response: ServerResponse) {
  const body = await readBody(request, 1_000_000);
  const args = readArguments(request, body);
  const call = { method: name, args };
  ws.calls.push(call);
  if (ws.calls.length > ws.remembers) ws.calls.shift();
  const fault = ws.faults.take(name);
  if (fault?.delay) await new Promise((resolve) => ws.later(() => resolve(undefined), fault.delay ?? 0));
  if (fault?.retryAfter !== undefined) {
    ws.feed.note('call', name, false, `429, Retry-After ${fault.retryAfter}`);
    return answerJson(response, { ok: false, error: 'ratelimited' }, 429, { 'retry-after': String(fault.retryAfter) });
  }
  if (fault?.lost === 'before') return void response.destroy();
  const failing = (status: number) => answerJson(response, { ok: false }, status);
  if (fault?.status !== undefined && !fault.done) return failing(fault.status);
  try {
    if (fault?.error) throw new Refusal(fault.error);
    const result = run(ws, name, args, tokenOf(request, args));
    ws.feed.note('call', name, true, brief(args));
    if (fault?.status !== undefined) return failing(fault.status);
    if (fault?.lost === 'after') return void response.destroy();
    if (fault?.lost) return breakOff(response);
    answerJson(response, { ok: true, ...(fault?.behind ? behind(result, fault.behind) : result) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    ws.feed.note('call', name, false, [error.code, ...error.reasons].join('\n'));
    const messages = error.reasons.map((reason) => `[ERROR] ${reason}`);
    const details = messages.length ? { errors: error.reasons, response_metadata: { messages } } : {};
    answerJson(response, { ok: false, error: error.code, ...details });
  }
}

/** The beginning of an answer, and then nothing. */
function breakOff(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
  response.write('{"ok":true,', () => response.destroy());
}

/** A list as it was some milliseconds ago. */
function behind(result: Record<string, unknown>, milliseconds: number): Record<string, unknown> {
  const until = (Date.now() - milliseconds) / 1000;
  const messages = Array.isArray(result.messages) ? result.messages.filter(({ ts }) => Number(ts) <= until) : [];
  return { ...result, messages };
}

function run(ws: Workspace, name: string, args: Record<string, unknown>, token: string): Record<string, unknown> {
  if (!token) throw new Refusal('not_authed');
  if (name === 'apps.connections.open') {
    if (token !== ws.appToken) throw new Refusal(token === ws.botToken ? 'not_allowed_token_type' : 'invalid_auth');
    return { url: `${ws.address().replace('http', 'ws')}/link?ticket=${ws.app.ticket()}` };
  }
  if (token !== ws.botToken) throw new Refusal('invalid_auth');
  const found = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (!found) throw new Refusal('unknown_method');
  return found(ws, args);
}

function tokenOf(request: IncomingMessage, args: Record<string, unknown>): string {
  const header = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return header ?? (typeof args.token === 'string' ? args.token : '');
}

/** Arguments come as a form (with JSON in strings) or as a JSON body. */
function readArguments(request: IncomingMessage, body: Buffer): Record<string, unknown> {
  if (!(request.headers['content-type'] ?? '').includes('json'))
    return Object.fromEntries(new URLSearchParams(body.toString()));
  try {
    const parsed: unknown = JSON.parse(body.toString());
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

const brief = (args: Record<string, unknown>): string =>
  ['channel', 'ts', 'thread_ts', 'name', 'user', 'file', 'text']
    .filter((key) => typeof args[key] === 'string')
    .map((key) => `${key}=${String(args[key]).slice(0, 60)}`)
    .join(' ');
