import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HttpError } from './http.ts';
import { pageHeaders } from './safety.ts';
import type { Workspace } from './workspace.ts';

/** Where the compiled page is: beside this file in `dist`, under `dist` when run from `src`. */
const pageFolder = (): string | undefined =>
  [new URL('./page/', import.meta.url), new URL('../../dist/workspace/page/', import.meta.url)]
    .map((url) => fileURLToPath(url))
    .find((folder) => existsSync(join(folder, 'app.js')));

const packages = createRequire(import.meta.url);
const folderOf = (name: string) => dirname(packages.resolve(`${name}/package.json`));
/** The parser gives no way to its package.json; its entry is two folders deep. */
const parserFolder = dirname(dirname(packages.resolve('slack-message-parser')));

/** What the page may fetch besides itself, all from this machine. */
const shelves: [prefix: string, folder: () => string | undefined][] = [
  ['/vendor/pdfjs/', () => folderOf('pdfjs-dist')],
  ['/vendor/slack-message-parser/', () => join(parserFolder, 'esm')],
  ['/assets/', pageFolder],
];

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.html': 'text/html; charset=utf-8',
};

/** The page, with the cookie by which the server knows it again. */
export function givePage(ws: Workspace, response: ServerResponse): void {
  const folder = pageFolder();
  if (!folder) throw new HttpError(503, 'the page is not built: npm run build');
  const html = readFileSync(join(folder, 'index.html'));
  response.writeHead(200, {
    ...pageHeaders,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'set-cookie': ws.safety.cookie(),
  });
  response.end(html);
}

/** A script, style or vendored file; nothing outside the named folders. */
export function giveAsset(path: string, response: ServerResponse): void {
  const [prefix, find] = shelves.find(([start]) => path.startsWith(start)) ?? [];
  const folder = find?.();
  if (!prefix || !folder) throw new HttpError(404, 'not found');
  const target = normalize(join(folder, decodeURIComponent(path.slice(prefix.length))));
  if (!target.startsWith(folder.replace(/[\\/]?$/, sep))) throw new HttpError(404, 'not found');
  let bytes: Buffer;
  try {
    bytes = readFileSync(target);
  } catch {
    throw new HttpError(404, 'not found');
  }
  const type = types[extname(target)] ?? 'application/octet-stream';
  const caching = prefix === '/assets/' ? 'no-cache' : 'max-age=86400';
  response.writeHead(200, { ...pageHeaders, 'content-type': type, 'cache-control': caching });
  response.end(bytes);
}
