import Bottleneck from 'bottleneck';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Lanes } from '../../src/slack/lanes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const hour = 3600 * 1000;
const lanes = () => new Lanes(() => new Bottleneck({ maxConcurrent: 1 }));

test('work that takes an hour is not overtaken by later work of the same thread', async () => {
  const threads = lanes();
  const done: string[] = [];
  const long = threads.schedule('thread', async () => {
    await new Promise((resolve) => setTimeout(resolve, hour));
    done.push('first');
  });
  await vi.advanceTimersByTimeAsync(hour / 2);
  const later = threads.schedule('thread', async () => void done.push('second'));
  await vi.advanceTimersByTimeAsync(hour);
  await Promise.all([long, later]);
  expect(done).toEqual(['first', 'second']);
});

test('of three hundred threads that are done nothing is kept', async () => {
  const threads = lanes();
  for (let n = 0; n < 300; n++) void threads.schedule(`thread ${n}`, async () => undefined);
  await vi.advanceTimersByTimeAsync(1000);
  expect(threads.depth()).toBe(0);
  await vi.advanceTimersByTimeAsync(hour);
  expect(threads.all()).toEqual([]);
});
