import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, vi } from 'vitest';
import { z } from 'zod';
import { backendFor } from '../../src/store/backend-for.ts';
import { backup } from '../../src/store/backup.ts';
import { storeTest } from './backends.ts';

storeTest('claims and collections', (test) => {
  test('of many who ask at once, in two processes, one gets the claim', async ({ store, other }) => {
    const asked = await Promise.all(
      Array.from({ length: 40 }, (_, i) => (i % 2 ? store : other).claim('event 7', 60_000)),
    );
    expect(asked.filter(Boolean)).toHaveLength(1);
  });

  test('a claim given back can be taken again, one held by somebody else cannot be given away', async ({
    store,
    other,
  }) => {
    await store.claim('event 7', 60_000);
    await other.release('event 7');
    expect(await other.claim('event 7', 60_000)).toBe(false);
    await store.release('event 7');
    expect(await other.claim('event 7', 60_000)).toBe(true);
  });

  test('a claim ends with its time', async ({ store, other }) => {
    await store.claim('event 7', 1);
    await expect.poll(() => other.claim('event 7', 60_000)).toBe(true);
    await store.release('event 7');
    expect(await store.claim('event 7', 60_000)).toBe(false);
  });

  test('work under one key never overlaps', async ({ store, other }) => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise(setImmediate);
      inside--;
    };
    await Promise.all(Array.from({ length: 6 }, (_, i) => (i % 2 ? store : other).exclusively('report', work)));
    expect(most).toBe(1);
  });

  test('work that takes longer than a lock lives keeps its lock', async ({ store, other }) => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    const order: string[] = [];
    let finish: () => void = () => undefined;
    const working = store.exclusively('report', async () => {
      order.push('begun');
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      order.push('first');
    });
    await vi.waitUntil(() => order.length > 0);
    for (let step = 0; step < 12; step++) {
      await vi.advanceTimersByTimeAsync(10_000);
      // As long as it takes to hear from the backend.
      for (let beat = 0; beat < 3; beat++) await store.claim(`beat ${step} ${beat}`, 1);
    }
    const next = other.exclusively('report', async () => void order.push('second'));
    for (let beat = 0; beat < 3; beat++) await other.claim(`after ${beat}`, 1);
    finish();
    await Promise.all([working, next]);
    vi.useRealTimers();
    expect(order).toEqual(['begun', 'first', 'second']);
  });

  test('a collection keeps, lists, forgets, and refuses what its schema does not know', async ({ store, other }) => {
    const schema = z.object({ language: z.enum(['zh', 'en']) });
    const settings = store.collection('settings', schema);
    await settings.set('C1', { language: 'zh' });
    await settings.set('C2', { language: 'en' });
    await settings.set('C2', { language: 'zh' });
    expect(await settings.add('C1', { language: 'en' })).toBe(false);
    expect(await settings.add('D1', { language: 'en' })).toBe(true);
    const seen = other.collection('settings', schema);
    const entries = async (start?: string) => {
      const found = [];
      for await (const entry of seen.entries(start)) found.push(entry);
      return found.sort(([a], [b]) => a.localeCompare(b));
    };
    expect(await entries('C')).toEqual([
      ['C1', { language: 'zh' }],
      ['C2', { language: 'zh' }],
    ]);
    expect(await seen.delete('C1')).toBe(true);
    expect(await settings.get('C1')).toBeUndefined();
    expect(await entries()).toHaveLength(2);
    const stricter = other.collection('settings', z.object({ language: z.literal('en') }));
    await expect(stricter.get('C2')).rejects.toMatchObject({ code: 'E-STORE-VALUE' });
  });

  test('what has a time to live is gone after it, and takes no room any more', async ({ store, place }) => {
    const choices = store.collection('choices', z.string());
    await choices.set('鼓楼区', '南京市鼓楼区', 1);
    await expect.poll(() => choices.get('鼓楼区')).toBeUndefined();
    await store.sweep();
    for await (const _ of choices.entries()) expect.unreachable();
    const file = join(await mkdtemp(join(tmpdir(), 'govinfo-')), 'all.gz');
    expect((await backup(place.url, file))['c-choices'] ?? 0).toBe(0);
    await rm(dirname(file), { recursive: true });
  });

  test('a collection that is asked for often is made once', async ({ place }) => {
    const backend = backendFor(place.url);
    await backend.probe();
    expect(backend.namespace('c-choices')).toBe(backend.namespace('c-choices'));
    expect(backend.namespace('c-choices')).not.toBe(backend.namespace('c-settings'));
    await backend.close();
  });

  test('a thousand and more entries come in pages without loss', async ({ store }) => {
    const jobs = store.collection('jobs', z.number());
    const count = 2100;
    for (let i = 0; i < count; i++) await jobs.set(`job-${i}`, i);
    const seen = new Set<number>();
    for await (const [, value] of jobs.entries('job-')) seen.add(value);
    expect(seen.size).toBe(count);
  });
});
