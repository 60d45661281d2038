import type { IncomingMessage, ServerResponse } from 'node:http';
import { team } from './cast.ts';
import { HttpError, readBody } from './http.ts';
import { kindOf } from './present.ts';
import { fileHeaders } from './safety.ts';
import type { Workspace } from './workspace.ts';

/** The largest upload, in bytes. */
export const LARGEST = 25 * 1024 * 1024;

/** `POST /upload/v1/<id>`: the bytes of an upload that the app announced, multipart or bare. */
export async function takeUpload(ws: Workspace, id: string, request: IncomingMessage, response: ServerResponse) {
  const upload = ws.uploads.get(id);
  if (!upload) throw new HttpError(404, 'no such upload');
  const body = await readBody(request, LARGEST);
  const type = request.headers['content-type'] ?? '';
  upload.bytes = type.startsWith('multipart/form-data') ? await firstFile(body, type) : body;
  if (upload.bytes.length !== upload.length) throw new HttpError(400, 'length differs from what was announced');
  response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${upload.bytes.length}`);
}

async function firstFile(body: Buffer, type: string): Promise<Buffer> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  for (const [, value] of form) if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  throw new HttpError(400, 'no file in the form');
}

const address = new RegExp(`^/files-pri/${team.id}-(F[0-9A-Z]+)/(?:download/)?[^/]*$`);

/** `GET /files-pri/…`: a file to the app (by token) or the page (by cookie); anybody else gets a sign-in page, with 200. */
export function giveFile(ws: Workspace, path: string, request: IncomingMessage, response: ServerResponse): void {
  const id = address.exec(path)?.[1];
  const file = id ? ws.state.file(id) : undefined;
  const known = request.headers.authorization === `Bearer ${ws.botToken}` || ws.safety.knowsPage(request);
  if (!known || ws.faults.take('files.download')?.error) {
    const page = '<!DOCTYPE html><title>Sign in</title><p>Sign in to the workspace to see this file.</p>';
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    return;
  }
  const bytes = file ? ws.state.bytes(file.id) : undefined;
  if (!file || !bytes) throw new HttpError(404, 'no such file');
  response.writeHead(200, {
    ...fileHeaders(file.name),
    'content-type': kindOf(file.name).mimetype,
    'content-length': bytes.length,
  });
  response.end(bytes);
}
