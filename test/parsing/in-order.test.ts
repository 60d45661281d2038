import { expect, test } from 'vitest';
import { inOrder } from '../../src/parsing/in-order.ts';

test('works ahead on as many as allowed, and gives the results in order', async () => {
  const done = new Map<string, (value: string) => void>();
  const begun: string[] = [];
  const results = inOrder(
    ['a', 'b', 'c', 'd'],
    (item) => {
      begun.push(item);
      return new Promise<string>((resolve) => done.set(item, resolve));
    },
    3,
  );
  const first = results.next();
  for (const item of ['c', 'b']) await expect.poll(() => done.has(item)).toBe(true);
  expect(begun).toEqual(['a', 'b', 'c']);
  done.get('c')!('c done first');
  done.get('a')!('a done last');
  expect(await first).toMatchObject({ value: 'a done last' });
  done.get('b')!('b');
  expect(await results.next()).toMatchObject({ value: 'b' });
  expect(await results.next()).toMatchObject({ value: 'c done first' });
});

test('a failure comes in its turn, after the results before it', async () => {
  const results = inOrder([1, 2, 3], async (n) => {
    if (n === 2) throw new Error('second');
    return n;
  });
  expect(await results.next()).toMatchObject({ value: 1 });
  await expect(results.next()).rejects.toThrow('second');
});
