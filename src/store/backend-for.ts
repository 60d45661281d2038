import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GovinfoError } from '../errors.ts';
import type { Backend } from './backend.ts';
import { EmbeddedBackend } from './embedded.ts';
import { PostgresBackend } from './postgres.ts';
import { RedisBackend } from './redis.ts';

const schemeOf = (url: string): string | undefined => /^([a-z][a-z0-9+]+):/i.exec(url)?.[1]?.toLowerCase();

/** The file that a URL or path means, `undefined` where it is no embedded store. A folder holds `govinfo.db`. */
export function embeddedFile(url: string): string | undefined {
  const scheme = schemeOf(url);
  const path =
    scheme === undefined
      ? url
      : scheme === 'file'
        ? fileURLToPath(new URL(url))
        : scheme === 'sqlite'
          ? url.replace(/^sqlite:(\/\/)?/i, '')
          : undefined;
  return path === undefined || path.endsWith('.db') ? path : join(path, 'govinfo.db');
}

/** The backend that a URL names. Throws `E-STORE-URL` where it names none. */
export function backendFor(url: string): Backend {
  const scheme = schemeOf(url);
  if (url === 'memory:') return new EmbeddedBackend(':memory:');
  if (scheme === 'postgres' || scheme === 'postgresql') return new PostgresBackend(url);
  if (scheme === 'redis' || scheme === 'rediss') return new RedisBackend(url);
  const file = embeddedFile(url);
  if (file !== undefined) return new EmbeddedBackend(file);
  throw new GovinfoError('E-STORE-URL', {
    zh: 'GOVINFO_STORE 只能是文件夹路径，或以 file:、sqlite:、postgres:、redis:、rediss: 开头的地址',
    en: 'GOVINFO_STORE must be a folder, or a URL that begins with file:, sqlite:, postgres:, redis: or rediss:',
  });
}
