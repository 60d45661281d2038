import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@keyv/redis';
import pg from 'pg';
import { describe, test as plain } from 'vitest';
import type { Address } from '../../src/report/forms/index.ts';
import type { Recheck } from '../../src/store/case-files.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { finding } from './filing.ts';

export interface Place {
  url: string;
  remove(): Promise<void>;
}

const postgres = process.env.GOVINFO_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/test';
const redis = process.env.GOVINFO_TEST_REDIS ?? 'redis://127.0.0.1:6379';
const unique = () => `govinfo_test_${process.pid}_${randomBytes(4).toString('hex')}`;

/** Every backend the store can run on, each time an empty place of its own. */
const backends: Record<string, () => Promise<Place>> = {
  async embedded() {
    const folder = await mkdtemp(join(tmpdir(), 'govinfo-store-'));
    return { url: folder, remove: () => rm(folder, { recursive: true }) };
  },
  async PostgreSQL() {
    const schema = unique();
    const client = new pg.Client({ connectionString: postgres });
    await client.connect();
    return {
      url: `${postgres}?schema=${schema}`,
      async remove() {
        await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
        await client.end();
      },
    };
  },
  async Redis() {
    const prefix = unique();
    const client = createClient({ url: redis });
    await client.connect();
    return {
      url: `${redis}?prefix=${prefix}`,
      async remove() {
        for await (const keys of client.scanIterator({ MATCH: `${prefix}:*`, COUNT: 1000 }))
          if (keys.length) await client.unlink(keys);
        await client.close();
      },
    };
  },
};

const servers: Record<string, string> = { PostgreSQL: postgres, Redis: redis };

const answers = (url: string) =>
  new Promise<boolean>((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.end());
  });

/** Backends to test here: a server that is not running is passed over, except where `CI=true` requires it. */
export const present: [string, () => Promise<Place>][] = [];
for (const [name, open] of Object.entries(backends)) {
  const server = servers[name];
  if (!server || process.env.CI === 'true' || (await answers(server))) present.push([name, open]);
  else console.warn(`${name} does not run at ${server}: its store tests are skipped`);
}

/** Runs the same tests over every backend, each test in an empty store of its own. */
export function storeTest(name: string, define: (test: ReturnType<typeof onPlace>) => void): void {
  describe.each(present)(`${name} (%s)`, (_, open) => define(onPlace(open)));
}

/** Stands in for the checks: 表三总计列 received = concluded, and what is carried in is what was carried out. */
const recheck: Recheck = ({ report, previous }) => {
  const at = (address: Address, of = report) => of.cells[address]?.value ?? null;
  const [received, concluded] = [at('applications.received.total'), at('applications.concluded.total')];
  const [carriedIn, carriedOut] = [
    at('applications.carriedIn.total'),
    previous && at('applications.carriedOut.total', previous),
  ];
  const findings = [
    ...(typeof carriedOut === 'number' && carriedIn !== carriedOut
      ? [
          finding({
            check: 'carry-over',
            severity: 'warning',
            slot: 'carriedIn',
            cells: ['applications.carriedIn.total'],
          }),
        ]
      : []),
    ...(received === concluded ? [] : [finding({ message: { zh: `${received}≠${concluded}`, en: 'differs' } })]),
  ];
  return { findings, notAssessed: [] };
};

const onPlace = (open: () => Promise<Place>) =>
  plain.extend<{ place: Place; clock: { now: Date }; store: Store; other: Store }>({
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the first parameter's names
    place: async ({}, use) => {
      const place = await open();
      await use(place);
      await place.remove();
    },
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the first parameter's names
    clock: async ({}, use) => use({ now: new Date('2026-03-01T00:00:00.000Z') }),
    store: async ({ place, clock }, use) => {
      const store = await openStore(place.url, { now: () => clock.now, recheck });
      await use(store);
      await store.close();
    },
    other: async ({ place, clock }, use) => {
      const store = await openStore(place.url, { now: () => clock.now, recheck });
      await use(store);
      await store.close();
    },
  });
