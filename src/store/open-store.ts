import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { Archive } from './archive.ts';
import type { Backend } from './backend.ts';
import { backendFor } from './backend-for.ts';
import { CaseFiles, type Recheck } from './case-files.ts';
import { Cases } from './cases.ts';
import { failed } from './failure.ts';
import { Held } from './held.ts';
import { keyPart } from './keys.ts';
import { Overview } from './overview.ts';
import { Reports } from './reports.ts';
import { bringUpToDate } from './schema-version.ts';
import { Shelf, wrap } from './shelf.ts';
import type { Store } from './store.ts';

const collectionName = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** How long work under a key is its own after the process that does it has died; milliseconds. */
const lock = 30_000;

export interface StoreOptions {
  /** The program's version, kept with every report it reads. */
  readBy?: string;
  now?: () => Date;
  /** The checks: without them nothing can be corrected. */
  recheck?: Recheck;
}

/**
 * Opens the store that `url` names: a folder or `.db` file (embedded), `postgres://…`, `redis://…`, or `memory:` for
 * tests.
 */
export async function openStore(
  url = './data',
  { readBy = 'unknown', now = () => new Date(), recheck }: StoreOptions = {},
): Promise<Store> {
  const backend = await opened(url);
  const shelf = <T>(name: string, door: { parse(data: unknown): T }) => new Shelf(name, backend.namespace(name), door);
  const claims = backend.namespace('claims');
  const held = new Held();

  const archive = new Archive(backend, readBy);
  const overview = new Overview(backend);
  const files = new CaseFiles(backend, archive, overview, now, recheck);
  const cases = new Cases(files, archive, overview, now);
  const { switches } = files;
  const signed = (by: string) => ({ at: now().toISOString(), by });

  /** Gives a claim that is still ours its whole time again. */
  const renew = async (key: string) => {
    const full = claims.prefix + keyPart(key);
    const old = held.get(full);
    const mark = wrap(randomUUID(), lock);
    if (!old || !(await attempt(() => claims.swap(full, old, mark, lock)))) return;
    // Given back meanwhile: what was just written is nobody's.
    if (held.get(full) === old) held.set(full, mark, lock);
    else await attempt(() => claims.take(full, mark));
  };

  const store: Store = {
    reports: new Reports(archive, overview, cases),
    cases,
    switches: {
      list: () => switches.list(),
      turn: (one, by) => switches.turn(one, signed(by)),
      end: (id, by) => switches.end(id, signed(by)),
      settle: () => cases.settleSwitches(),
      matches: (one) => switches.matches(one),
    },
    happenings: (from, to) => overview.chronicle.between(from, to),
    recordedSince: () => overview.chronicle.since(),
    async claim(key, ttl) {
      const full = claims.prefix + keyPart(key);
      const mark = wrap(randomUUID(), ttl);
      const first = await attempt(() => claims.add(full, mark, ttl));
      if (first) held.set(full, mark, ttl);
      return first;
    },
    async release(key) {
      const full = claims.prefix + keyPart(key);
      const mark = held.get(full);
      held.delete(full);
      if (mark) await attempt(() => claims.take(full, mark));
    },
    async exclusively(key, work) {
      while (!(await store.claim(`lock ${key}`, lock))) await sleep(20 + Math.random() * 30);
      const renewing = setInterval(() => renew(`lock ${key}`).catch(() => undefined), lock / 3);
      try {
        return await work();
      } finally {
        clearInterval(renewing);
        await store.release(`lock ${key}`);
      }
    },
    collection: (name, schema) => shelf(`c-${collectionName.parse(name)}`, schema),
    probe: () => attempt(() => backend.probe()),
    async sweep() {
      const expiring = (name: string) => name === 'claims' || name.startsWith('c-');
      for (const name of (await attempt(() => backend.namespaces())).filter(expiring))
        await attempt(() => backend.namespace(name).sweep());
      await cases.wake();
      await overview.pack();
    },
    async close() {
      // Only a copy: without it the next start is slower.
      await overview.pack().catch(() => {});
      await attempt(() => backend.close());
    },
  };
  return store;
}

async function attempt<R>(step: () => Promise<R>): Promise<R> {
  try {
    return await step();
  } catch (error) {
    throw failed(error);
  }
}

async function opened(url: string): Promise<Backend> {
  let backend: Backend | undefined;
  try {
    backend = backendFor(url);
    await backend.probe();
    await bringUpToDate(backend);
    return backend;
  } catch (error) {
    await backend?.close().catch(() => {});
    throw failed(error);
  }
}
