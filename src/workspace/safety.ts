import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { HttpError } from './http.ts';

/**
 * Keeps other web pages out: the server answers only to its own name (no DNS rebinding), takes changes only from its own
 * page, and knows its page by a cookie that is new at every start.
 */
export class Safety {
  readonly #cookie = randomBytes(24).toString('base64url');
  readonly #hosts: readonly string[];
  readonly #name: string;

  constructor(port: number) {
    this.#hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
    this.#name = `workspace-${port}`;
  }

  /** Throws `HttpError` 403 for a request under another name, or a change ordered by another page. */
  check(request: IncomingMessage): void {
    const { host, origin } = request.headers;
    if (!host || !this.#hosts.includes(host)) throw new HttpError(403, 'unknown host');
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    if (origin && (changes || request.headers.upgrade) && !this.#hosts.includes(origin.replace(/^http:\/\//, '')))
      throw new HttpError(403, 'foreign origin');
    if (request.headers['sec-fetch-site'] === 'cross-site' && request.headers['sec-fetch-mode'] !== 'navigate')
      throw new HttpError(403, 'foreign page');
  }

  /** Whether the request comes from a page that this server handed out since it started. */
  knowsPage(request: IncomingMessage): boolean {
    const value = new RegExp(`(?:^|; )${this.#name}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1] ?? '';
    const given = Buffer.from(value);
    const own = Buffer.from(this.#cookie);
    return given.length === own.length && timingSafeEqual(given, own);
  }

  /** The `set-cookie` of the page. */
  cookie(): string {
    return `${this.#name}=${this.#cookie}; HttpOnly; SameSite=Strict; Path=/`;
  }
}

/** Headers of the page itself: nothing from elsewhere, no inline script, no framing. */
export const pageHeaders = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' blob: data:; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** Headers of an uploaded file: never shown as a document. */
export const fileHeaders = (name: string) => ({
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'private, no-store',
});
