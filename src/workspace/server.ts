import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { GovinfoError } from '../errors.ts';
import { giveFile, takeUpload } from './file-door.ts';
import { answerJson, HttpError, readBody } from './http.ts';
import { Refusal } from './nouns.ts';
import { answerPage } from './page-api.ts';
import { giveAsset, givePage } from './page-files.ts';
import { respond } from './response-url.ts';
import { Safety } from './safety.ts';
import { answerApi } from './web-api/index.ts';
import type { Workspace } from './workspace.ts';

/** Opens the server on 127.0.0.1 and nowhere else. Throws `E-PORT-TAKEN`. */
export async function openServer(parts: Omit<Workspace, 'safety'>, wanted: number) {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portError(error, wanted)));
    server.listen(wanted, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const workspace: Workspace = { ...parts, safety: new Safety(port) };
  server.on('request', (request, response) => {
    serve(workspace, request, response).catch((error: unknown) => failed(workspace, response, error));
  });
  acceptSockets(workspace, server);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { workspace, port, close };
}

async function serve(ws: Workspace, request: IncomingMessage, response: ServerResponse): Promise<void> {
  ws.safety.check(request);
  const { pathname: path } = new URL(request.url ?? '/', 'http://localhost');
  const rest = (prefix: string) => (path.startsWith(prefix) ? path.slice(prefix.length) : undefined);
  const posted = request.method === 'POST';
  if (!posted && request.method !== 'GET') throw new HttpError(405, 'method not allowed');

  const method = rest('/api/');
  if (method !== undefined) return answerApi(ws, method, request, response);
  const upload = rest('/upload/v1/');
  if (upload !== undefined && posted) return takeUpload(ws, upload, request, response);
  const answer = rest('/actions/');
  if (answer !== undefined && posted) return takeAnswer(ws, answer, request, response);
  const verb = rest('/page/');
  if (verb !== undefined) return answerPage(ws, verb, request, response);
  if (posted) throw new HttpError(404, 'not found');
  if (path.startsWith('/files-pri/')) return giveFile(ws, path, request, response);
  if (path === '/' || path.startsWith('/archives/')) return givePage(ws, response);
  return giveAsset(path, response);
}

/** What the app posts to a response address; an address that is used up is gone. */
async function takeAnswer(ws: Workspace, id: string, request: IncomingMessage, response: ServerResponse) {
  const body: unknown = JSON.parse((await readBody(request, 1_000_000)).toString() || '{}');
  const source = ws.tickets.useResponse(id);
  if (!source) return answerJson(response, { ok: false, error: 'used_url' }, 404);
  try {
    respond(ws, source, body);
    ws.feed.note('answer', 'response_url', true, '');
    response.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    ws.feed.note('answer', 'response_url', false, [error.code, ...error.reasons].join('\n'));
    answerJson(response, { ok: false, error: error.code }, 400);
  }
}

/** The app's sockets: each needs an unused ticket and our own name. */
function acceptSockets(ws: Workspace, server: ReturnType<typeof createServer>): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 5_000_000 });
  server.on('upgrade', (request, socket, head) => {
    try {
      ws.safety.check(request);
      const url = new URL(request.url ?? '/', 'http://localhost');
      if (url.pathname !== '/link' || !ws.app.redeem(url.searchParams.get('ticket') ?? ''))
        throw new HttpError(403, 'no ticket');
      sockets.handleUpgrade(request, socket, head, (opened) => ws.app.accept(opened));
    } catch {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    }
  });
}

function failed(ws: Workspace, response: ServerResponse, error: unknown): void {
  if (error instanceof HttpError) {
    response.writeHead(error.status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
    response.end(error.message);
    return;
  }
  ws.feed.note('call', 'internal', false, error instanceof Error ? (error.stack ?? error.message) : String(error));
  if (response.headersSent) response.end();
  else response.writeHead(500, { 'content-type': 'text/plain' }).end('internal error');
}

function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return new GovinfoError('E-PORT-TAKEN', {
    zh: `端口 ${port} 已被占用。换一个端口：GOVINFO_WORKSPACE_PORT=${port + 1} npm start`,
    en: `Port ${port} is taken. Choose another: GOVINFO_WORKSPACE_PORT=${port + 1} npm start`,
  });
}
