import { expect } from 'vitest';
import { takeTurn } from '../../src/slack/turns.ts';
import { storeTest } from '../store/backends.ts';

storeTest('posts to one channel', (test) => {
  test('from two instances take turns; another channel does not wait', async ({ store, other }) => {
    const every = 60;
    const began = Date.now();
    await Promise.all([store, other, store, other, store].map((one) => takeTurn(one, 'C1', every)));
    // Five turns are in five slots, so four of them are over.
    expect(Math.floor(Date.now() / every) - Math.floor(began / every)).toBeGreaterThanOrEqual(4);
    await Promise.all([takeTurn(store, 'C2', 3_600_000), takeTurn(other, 'C3', 3_600_000)]);
  });

  test('go out all the same where the store is away', async () => {
    const away = { claim: () => Promise.reject(new Error('away')) };
    await takeTurn(away, 'C1', 3_600_000);
  });
});
