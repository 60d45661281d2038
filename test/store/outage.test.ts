import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../src/store/open-store.ts';
import { present } from './backends.ts';
import { cable } from './cable.ts';
import { filing } from './filing.ts';

const key = '640106:演示县卫生健康局';

describe.each(present.filter(([name]) => name !== 'embedded'))('the server goes away (%s)', (_, open) => {
  test('every question says that the store is out, none says “no such report”; afterwards all is there', async () => {
    const place = await open();
    onTestFinished(() => place.remove());
    const line = await cable(place.url);
    const store = await openStore(line.url);
    const jobs = store.collection('jobs', z.string());
    await store.reports.save(filing());
    await jobs.set('1', 'waiting');
    await store.reports.year(2021);

    line.cut();
    const out = { code: 'E-STORE-UNREACHABLE' };
    await expect(store.reports.current(key, 2021)).rejects.toMatchObject(out);
    await expect(store.reports.versions(key, 2021)).rejects.toMatchObject(out);
    await expect(store.reports.byFile(filing().file.sha256)).rejects.toMatchObject(out);
    await expect(store.reports.year(2021)).rejects.toMatchObject(out);
    await expect(store.reports.years()).rejects.toMatchObject(out);
    await expect(store.reports.save(filing({ bytes: 'another' }))).rejects.toMatchObject(out);
    await expect(store.claim('event', 1000)).rejects.toMatchObject(out);
    await expect(jobs.get('1')).rejects.toMatchObject(out);
    await expect(jobs.set('2', 'lost')).rejects.toMatchObject(out);
    await expect(jobs.delete('1')).rejects.toMatchObject(out);
    await expect(store.probe()).rejects.toMatchObject(out);

    line.mend();
    await expect.poll(() => store.probe().then(() => 'answers', String), { timeout: 10_000 }).toBe('answers');
    expect(await store.reports.versions(key, 2021)).toHaveLength(1);
    expect(await jobs.get('1')).toBe('waiting');
    expect(await jobs.get('2')).toBeUndefined();
    await store.close();
    await line.close();
  });
});

test.each(['postgres://postgres@127.0.0.1:1/test', 'redis://127.0.0.1:1'])(
  'nobody answers at %s: opening fails and says so',
  async (url) => {
    await expect(openStore(url)).rejects.toMatchObject({ code: 'E-STORE-UNREACHABLE' });
  },
);

test.each(['mysql://localhost/x', 'https://example.com', 'postgres://h/db?schema=a;drop'])(
  '%s is no store: opening says what is',
  async (url) => {
    await expect(openStore(url)).rejects.toMatchObject({ code: 'E-STORE-URL' });
  },
);

describe('a damaged embedded store', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'govinfo-damage-'));
    file = join(folder, 'govinfo.db');
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('a file that is no store is refused and left as it is', async () => {
    await writeFile(file, 'these are not the tables you are looking for\n'.repeat(400));
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'E-STORE-DAMAGED' });
    expect(await readFile(file, 'utf8')).toMatch(/^these are not/);
  });

  test('a store whose pages were overwritten is refused, not emptied', async () => {
    const store = await openStore(folder);
    for (let i = 0; i < 20; i++) await store.reports.save(filing({ bureau: `${i}局` }));
    await store.close();
    const bytes = await readFile(file);
    bytes.fill(0xa5, 3 * 4096, bytes.length - 2 * 4096);
    await writeFile(file, bytes);
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'E-STORE-DAMAGED' });
    expect((await readFile(file)).equals(bytes)).toBe(true);
  });

  test('a store cut off in the middle is refused, not emptied', async () => {
    const store = await openStore(folder);
    for (let i = 0; i < 20; i++) await store.reports.save(filing({ bureau: `${i}局` }));
    await store.close();
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, bytes.length / 2));
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'E-STORE-DAMAGED' });
    expect(await readFile(file)).toHaveLength(Math.floor(bytes.length / 2));
  });
});
