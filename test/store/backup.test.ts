import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { backup, move, restore } from '../../src/store/backup.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { present } from './backends.ts';
import { cell, filing, finding } from './filing.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'govinfo-backup-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function fill(store: Store): Promise<void> {
  for (const year of [2020, 2021])
    for (let i = 0; i < 6; i++)
      await store.reports.save(
        filing({
          bureau: `${i}局`,
          year,
          findings: i ? [] : [finding()],
          cells: { 'disclosures.penalties.decisions': cell(i) },
        }),
      );
  const [issue] = await store.cases.list();
  await store.cases.decide(issue!, { act: 'confirm' }, { by: 'U1' });
  await store.collection('settings', z.string()).set('C1', '中文 and “quotes”\n');
  await store.claim('seen', 60_000);
}

/** What a person could learn from a store. */
async function told(store: Store): Promise<unknown> {
  const years = await store.reports.years();
  const rows = (await Promise.all(years.map((year) => store.reports.year(year)))).flat();
  const names = rows.map(({ bureauKey, year }) => ({ bureauKey, year }));
  names.sort((a, b) => a.year - b.year || a.bureauKey.localeCompare(b.bureauKey));
  return {
    reports: await Promise.all(names.map(({ bureauKey, year }) => store.reports.current(bureauKey, year))),
    issues: (await store.cases.list()).map(({ issue, state }) => `${issue} ${state}`).sort(),
    setting: await store.collection('settings', z.string()).get('C1'),
    claimed: await store.claim('seen', 60_000),
  };
}

const routes = present.flatMap(([from, open]) => present.map(([to, into]) => [from, to, open, into] as const));

test.each(routes)('from %s to %s everything arrives, counted', async (_from, _to, open, into) => {
  const [source, target] = [await open(), await into()];
  onTestFinished(async () => void (await Promise.all([source.remove(), target.remove()])));
  const store = await openStore(source.url);
  await fill(store);
  const counts = await move(source.url, target.url, join(folder, 'b'));
  expect(counts).toMatchObject({ reports: 12, 'facts-2020': 6, 'facts-2021': 6, 'c-settings': 1 });
  const moved = await openStore(target.url);
  expect(await told(moved)).toEqual(await told(store));
  await Promise.all([moved.close(), store.close()]);
});

test.each(present)('a backup of %s made while reports come in holds whole reports only', async (_, open) => {
  const place = await open();
  onTestFinished(() => place.remove());
  const store = await openStore(place.url);
  let saving = true;
  const writer = (async () => {
    for (let i = 0; saving; i++) {
      await store.reports.save(filing({ bureau: `${i % 7}局`, bytes: `file ${i}` }));
      await new Promise(setImmediate);
    }
  })();
  await expect.poll(async () => (await store.reports.year(2021)).length).toBeGreaterThan(3);
  await backup(place.url, join(folder, 'b'));
  saving = false;
  await writer;
  await restore(join(folder, 'b'), join(folder, 'restored'));
  const restored = await openStore(join(folder, 'restored'));
  const rows = await restored.reports.year(2021);
  expect(rows.length).toBeGreaterThan(3);
  for (const { bureauKey } of rows) {
    const versions = await restored.reports.versions(bureauKey, 2021);
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, i) => i + 1));
    expect(await restored.reports.current(bureauKey, 2021)).toBeDefined();
  }
  await Promise.all([restored.close(), store.close()]);
});

describe('restoring', () => {
  let file: string;
  let target: string;
  beforeEach(async () => {
    file = join(folder, 'b');
    target = join(folder, 'target');
    const store = await openStore(join(folder, 'source'));
    await fill(store);
    await store.close();
    await backup(join(folder, 'source'), file);
  });

  test('a store that holds something is left as it is', async () => {
    const store = await openStore(target);
    await store.reports.save(filing());
    await expect(restore(file, target)).rejects.toMatchObject({ code: 'E-STORE-NOT-EMPTY' });
    expect(await store.reports.years()).toEqual([2021]);
    await store.close();
  });

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut off', (bytes) => bytes.subarray(0, bytes.length - 200)],
    ['without its end', (bytes) => gzipSync(gunzipSync(bytes).toString().split('\n').slice(0, -2).join('\n'))],
    ['with a changed figure', (bytes) => gzipSync(gunzipSync(bytes).toString().replace('5局', '6局'))],
    ['with a line too few', (bytes) => gzipSync(gunzipSync(bytes).toString().split('\n').toSpliced(3, 1).join('\n'))],
    ['that is something else', () => Buffer.from('hello')],
    ['that is empty', () => gzipSync('')],
  ])('a backup %s is refused before anything is written', async (_, spoil) => {
    const spoilt = spoil(await readFile(file));
    expect(spoilt.equals(await readFile(file))).toBe(false);
    await writeFile(file, spoilt);
    await expect(restore(file, target)).rejects.toMatchObject({ code: 'E-BACKUP-DAMAGED' });
    expect(await readdir(folder)).not.toContain('target');
  });

  test('a damaged file is put aside, kept, and replaced by the backup', async () => {
    const place = join(folder, 'source', 'govinfo.db');
    const bytes = await readFile(place);
    bytes.fill(0, 4096, bytes.length / 2);
    await writeFile(place, bytes);
    await restore(file, join(folder, 'source'));
    const store = await openStore(join(folder, 'source'));
    expect(await store.reports.years()).toEqual([2020, 2021]);
    await store.close();
    const kept = (await readdir(join(folder, 'source'))).find((name) => name.includes('.damaged-'));
    expect((await readFile(join(folder, 'source', kept!))).equals(bytes)).toBe(true);
  });

  test('a backup that could not be finished leaves the earlier one', async () => {
    const before = await readFile(file);
    await expect(backup('postgres://postgres@127.0.0.1:1/x', file)).rejects.toMatchObject({
      code: 'E-STORE-UNREACHABLE',
    });
    expect((await readFile(file)).equals(before)).toBe(true);
    expect((await readdir(folder)).sort()).toEqual(['b', 'source']);
  });
});
