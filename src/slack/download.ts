import { setTimeout as pause } from 'node:timers/promises';
import { GovinfoError } from '../errors.ts';
import { limits } from '../parsing/intake/limits.ts';
import { tooLarge } from '../parsing/intake/read-document.ts';
import { type SourceFile, sourceFile } from '../parsing/intake/source-file.ts';
import type { Clients } from './clients.ts';
import { trusted } from './hosts.ts';
import type { Queues } from './queues.ts';
import { nameOfFile, type SlackFile, slackFileSchema } from './upload.ts';

/** What a download needs: the token goes to Slack's own hosts alone, or to the server that stands in for Slack. */
export interface DownloadAccess {
  clients: Clients;
  queues: Queues;
  token: string;
  config: { slackApiUrl: string | undefined };
}

/** The file server does not answer, or not in order: that passes. */
export class FileServerAway extends Error {
  override readonly name = 'FileServerAway';
}

/**
 * The bytes of an uploaded file. Throws `GovinfoError`: `E-TOO-LARGE`, `E-FILE-UNAVAILABLE` where Slack has no bytes for
 * us (a link to a drive, deleted, another organisation's), `E-DOWNLOAD` where what came is not the file; and
 * `FileServerAway`: try again later.
 */
export async function download(file: SlackFile, access: DownloadAccess): Promise<SourceFile> {
  const described = await describe(file, access);
  const size = described.size ?? undefined;
  if (size !== undefined && size > limits.fileBytes) throw tooLarge(size);
  const address = described.url_private_download ?? described.url_private;
  if (!address || described.is_external || described.mode === 'external') throw unavailable();
  const response = await follow(new URL(address), access);
  const bytes = await body(response);
  const type = response.headers.get('content-type') ?? '';
  const isPage = /^text\/html/i.test(type) && !/html?$/i.test(`${described.mimetype}${nameOfFile(described)}`);
  if (isPage || (size !== undefined && size !== bytes.length)) throw incomplete();
  return sourceFile(nameOfFile(described), bytes);
}

/** Asks for what an event left out; right after an upload Slack may not know the type yet. */
async function describe(file: SlackFile, { clients, queues }: DownloadAccess): Promise<SlackFile> {
  const complete = (known: SlackFile) => !!(known.url_private_download ?? known.url_private) && !!known.mimetype;
  if (complete(file) || (file.mode === 'external' && file.is_external)) return file;
  let known = file;
  for (const wait of [0, 500, 1000, 2000, 4000]) {
    await pause(wait);
    try {
      const { file: found } = await queues.files(() => clients.bulk.files.info({ file: file.id }));
      known = slackFileSchema.parse({ ...file, ...found });
    } catch (cause) {
      if (cause instanceof Error && 'data' in cause) throw unavailable(cause);
      throw cause;
    }
    if (complete(known) || known.mode === 'tombstone') return known;
  }
  return known;
}

async function follow(address: URL, access: DownloadAccess): Promise<Response> {
  let url = address;
  for (let hops = 0; hops <= 3; hops++) {
    if (!trusted(url, access.config.slackApiUrl)) throw unavailable(new Error(`not a host of Slack: ${url.hostname}`));
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${access.token}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    }).catch(away);
    const next = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && next) {
      await response.body?.cancel();
      url = new URL(next, url);
    } else if (response.ok) return response;
    else if (response.status >= 500 || response.status === 429) throw new FileServerAway(`status ${response.status}`);
    else throw unavailable(new Error(`status ${response.status}`));
  }
  throw incomplete(new Error('too many redirects'));
}

/** Reads a body up to the size limit and no further. */
async function body(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of response.body ?? []) {
      length += part.length;
      if (length > limits.fileBytes) throw tooLarge(length);
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof GovinfoError) throw error;
    away(error);
  }
  return Buffer.concat(parts);
}

function away(cause: unknown): never {
  throw new FileServerAway('no answer', { cause });
}

const unavailable = (cause?: unknown) =>
  new GovinfoError(
    'E-FILE-UNAVAILABLE',
    { zh: '拿不到文件内容，请直接上传文件', en: 'the file itself is out of reach; please upload it directly' },
    { cause },
  );

const incomplete = (cause?: unknown) =>
  new GovinfoError(
    'E-DOWNLOAD',
    { zh: '下载到的内容不完整，请稍后重试', en: 'the download came out incomplete; please try again later' },
    { cause },
  );
