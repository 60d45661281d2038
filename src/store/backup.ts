import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { GovinfoError } from '../errors.ts';
import { type Backend, expiryOf, type RawEntry } from './backend.ts';
import { backendFor, embeddedFile } from './backend-for.ts';
import { failed } from './failure.ts';
import { Overview } from './overview.ts';
import { packsName } from './packs.ts';
import { bringUpToDate } from './schema-version.ts';

/** Number of entries by namespace. */
export type Counts = Record<string, number>;

const headSchema = z.object({ govinfo: z.literal('backup'), format: z.literal(1), at: z.string() });
const lineSchema = z.tuple([z.string(), z.string(), z.string()]);
const endSchema = z.object({ end: z.literal(true), counts: z.record(z.string(), z.number()), sha256: z.string() });

/**
 * Writes everything a store holds, but for packs, to one file, while it is in use: gzipped lines `[namespace, key, value]` with a
 * heading, and the counts and a hash at the end. The file appears only when it is complete.
 */
export async function backup(url: string, file: string): Promise<Counts> {
  return withBackend(url, async (backend) => {
    await bringUpToDate(backend);
    const unfinished = `${file}.unfinished`;
    const counts: Counts = {};
    try {
      await pipeline(
        Readable.from(lines(backend, counts)),
        createGzip(),
        createWriteStream(unfinished, { mode: 0o600 }),
      );
      const handle = await open(unfinished);
      await handle.sync();
      await handle.close();
      await rename(unfinished, file);
    } finally {
      await rm(unfinished, { force: true });
    }
    return counts;
  });
}

/** Counts what stays and is no copy of something else; what expires by itself may be gone at any moment. */
function count(entries: readonly RawEntry[], counts: Counts): void {
  for (const [namespace, , value] of entries)
    if (expiryOf(value) === undefined && namespace !== packsName) counts[namespace] = (counts[namespace] ?? 0) + 1;
}

async function* lines(backend: Backend, counts: Counts): AsyncGenerator<string> {
  const hash = createHash('sha256');
  yield `${JSON.stringify({ govinfo: 'backup', format: 1, at: new Date().toISOString() })}\n`;
  for await (const all of backend.everything()) {
    const page = all.filter(([namespace]) => namespace !== packsName);
    const text = page.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    count(page, counts);
    hash.update(text);
    yield text;
  }
  yield `${JSON.stringify({ end: true, counts, sha256: hash.digest('hex') })}\n`;
}

/**
 * Fills an empty store from a backup of any backend, then counts and compares. Nothing is written before the whole file
 * was found in order. Throws `E-BACKUP-DAMAGED`, `E-STORE-NOT-EMPTY`, `E-RESTORE-INCOMPLETE`.
 */
export async function restore(file: string, url: string): Promise<Counts> {
  const counts = await verified(file);
  await setDamagedAside(url);
  return withBackend(url, async (backend) => {
    if ((await backend.namespaces()).length)
      throw new GovinfoError('E-STORE-NOT-EMPTY', {
        zh: '目标库不是空的；为免覆盖数据没有恢复。请先移走原来的库，或指定一个空库',
        en: 'the store is not empty, so nothing was restored; move the old one away or name an empty one',
      });
    const page: RawEntry[] = [];
    for await (const entry of entries(file)) if (page.push(entry) === 500) await backend.load(page.splice(0));
    if (page.length) await backend.load(page);
    const now: Counts = {};
    for await (const stored of backend.everything()) count(stored, now);
    const missing = Object.keys(counts).filter((namespace) => now[namespace] !== counts[namespace]);
    if (missing.length)
      throw new GovinfoError('E-RESTORE-INCOMPLETE', {
        zh: `恢复后核对不符：${missing.join('、')}`,
        en: `counts differ after restoring: ${missing.join(', ')}`,
      });
    await bringUpToDate(backend);
    const overview = new Overview(backend);
    await overview.pack((await overview.years()).map(String));
    return counts;
  });
}

/** Renames a damaged embedded file, so that it is kept and its place is free. */
async function setDamagedAside(url: string): Promise<void> {
  const file = embeddedFile(url);
  if (file === undefined) return;
  try {
    await backendFor(url).close();
  } catch (error) {
    if (failed(error).code !== 'E-STORE-DAMAGED') throw failed(error);
    const aside = `${file}.damaged-${new Date().toISOString().replace(/\D/g, '')}`;
    for (const part of ['', '-wal', '-shm']) await rename(file + part, aside + part).catch(ignoreMissing);
  }
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}

/** Copies everything from one store into another, empty one, and counts and compares. */
export async function move(from: string, to: string, by: string): Promise<Counts> {
  await backup(from, by);
  return restore(by, to);
}

async function withBackend<R>(url: string, work: (backend: Backend) => Promise<R>): Promise<R> {
  const backend = backendFor(url);
  try {
    await backend.probe();
    return await work(backend);
  } catch (error) {
    throw failed(error);
  } finally {
    await backend.close();
  }
}

/** The lines of a backup, each with the one after it, so that the last is known as the last. */
async function* textLines(file: string): AsyncGenerator<{ text: string; last: boolean }> {
  const unpacked = createGunzip();
  const read = pipeline(createReadStream(file), unpacked);
  // The failure of either side is told where it is awaited below.
  read.catch(() => {});
  let held: string | undefined;
  for await (const text of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (held !== undefined) yield { text: held, last: false };
    held = text;
  }
  await read;
  if (held !== undefined) yield { text: held, last: true };
}

/** The entries of a backup, without its heading and end. */
async function* entries(file: string): AsyncGenerator<RawEntry> {
  let heading = true;
  for await (const { text, last } of textLines(file)) {
    if (!heading && !last) yield lineSchema.parse(JSON.parse(text));
    heading = false;
  }
}

/** Reads a whole backup without writing anything; the counts it promises, or `E-BACKUP-DAMAGED`. */
async function verified(file: string): Promise<Counts> {
  try {
    const hash = createHash('sha256');
    let heading = true;
    for await (const { text, last } of textLines(file)) {
      if (heading) headSchema.parse(JSON.parse(text));
      else if (!last) hash.update(`${text}\n`);
      else {
        const end = endSchema.parse(JSON.parse(text));
        if (end.sha256 === hash.digest('hex')) return end.counts;
      }
      heading = false;
    }
  } catch (cause) {
    throw notABackup(cause);
  }
  throw notABackup(new Error('the end is missing or does not fit'));
}

const notABackup = (cause: unknown) =>
  new GovinfoError(
    'E-BACKUP-DAMAGED',
    {
      zh: '备份文件不完整、已损坏或不是 govinfo 的备份，没有恢复任何内容',
      en: 'the backup is incomplete, damaged or none of ours; nothing was restored',
    },
    { cause },
  );
