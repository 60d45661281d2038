import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { EmbeddedBackend } from '../../src/store/embedded.ts';
import { Memory } from '../../src/store/memory.ts';
import { Shelf } from '../../src/store/shelf.ts';

const marks = () => new Shelf('generations', new EmbeddedBackend(':memory:').namespace('generations'), z.string());

test('a copy is read again when somebody wrote, and only then', async () => {
  const generations = marks();
  let rows = [1];
  const load = vi.fn(async () => rows);
  const [mine, theirs] = [new Memory(generations, load), new Memory(generations, async () => rows)];
  expect(await mine.of('2021')).toEqual([1]);
  const first = await mine.of('2021');
  vi.useFakeTimers({ now: Date.now() + 30 * 60_000, toFake: ['Date'] });
  expect(await mine.of('2021')).toBe(first);
  vi.useRealTimers();
  await theirs.changed('2021', async () => {
    rows = [1, 2];
  });
  expect(await mine.of('2021')).toEqual([1, 2]);
  expect(load).toHaveBeenCalledTimes(2);
});

test('a writer that died between its mark and its row leaves nothing stale for long', async () => {
  const memory = new Memory(marks(), async () => rows);
  let rows = [1];
  const died = memory.changed('2021', async () => {
    expect(await memory.of('2021')).toEqual([1]);
    rows = [1, 2];
    throw new Error('died');
  });
  await expect(died).rejects.toThrow('died');
  vi.useFakeTimers({ now: Date.now() + 6_000, toFake: ['Date'] });
  expect(await memory.of('2021')).toEqual([1, 2]);
  vi.useRealTimers();
});

test('questions asked at the same moment share one walk, and a walk that failed is not kept', async () => {
  const load = vi.fn(async () => [1]);
  load.mockRejectedValueOnce(new Error('away'));
  const memory = new Memory(marks(), load);
  await expect(memory.of('2021')).rejects.toThrow('away');
  await Promise.all([memory.of('2021'), memory.of('2021'), memory.of('2021')]);
  expect(load).toHaveBeenCalledTimes(2);
});
