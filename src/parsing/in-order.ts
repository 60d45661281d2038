import { availableParallelism } from 'node:os';

/** Files in hand at once: enough that a core never waits for a slow file whose turn has come, and few enough to hold. */
export const filesAhead = 4 * availableParallelism();

/** Runs `work` over items, at most `width` at a time, and yields the results in the order of the items. */
export async function* inOrder<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  work: (item: T) => Promise<R>,
  width = filesAhead,
): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  for await (const item of items) {
    const result = work(item);
    result.catch(() => {}); // It is awaited in its turn; until then a failure is not unhandled.
    running.push(result);
    if (running.length >= width) yield await running.shift()!;
  }
  for (const result of running) yield await result;
}
