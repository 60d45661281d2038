import { expect, test } from 'vitest';
import { underLease } from '../../src/slack/lease.ts';
import { openStore } from '../../src/store/open-store.ts';

test('of two that want the same work at once one does it, and it is free again afterwards', async () => {
  const store = await openStore('memory:');
  const done: string[] = [];
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const first = underLease(store, 'upload', async () => {
    done.push('first');
    await finished;
  });
  const second = await underLease(store, 'upload', async () => void done.push('second'));
  expect(second).toBe('taken');
  finish();
  expect(await first).toBe('done');
  expect(await underLease(store, 'upload', async () => void done.push('third'))).toBe('done');
  expect(done).toEqual(['first', 'third']);
  await store.close();
});

test('work of a process that died is free after two slots', async () => {
  const store = await openStore('memory:');
  let time = 1_000_000;
  const slot = 10_000;
  const options = { slot, now: () => time };
  // A process that dies never gives anything back.
  const dead = { claim: store.claim, release: async () => undefined };
  await underLease(dead, 'upload', async () => undefined, options);
  expect(await underLease(store, 'upload', async () => undefined, options)).toBe('taken');
  time += slot;
  expect(await underLease(store, 'upload', async () => undefined, options)).toBe('taken');
  time += slot;
  expect(await underLease(store, 'upload', async () => undefined, options)).toBe('done');
  await store.close();
});

test('who stood still for too long learns that the work is not his any more, and takes nothing from the next', async () => {
  const store = await openStore('memory:');
  let time = 1_000_000;
  const options = { slot: 10_000, now: () => time };
  const seen: boolean[] = [];
  await underLease(
    store,
    'upload',
    async (alive) => {
      seen.push(alive());
      time += 10_000;
      seen.push(alive());
      time += 10_000;
      const next = await underLease(store, 'upload', async (its) => void seen.push(its(), alive()), options);
      expect(next).toBe('done');
    },
    options,
  );
  expect(seen).toEqual([true, true, true, false]);
  await store.close();
});
