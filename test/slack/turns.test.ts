import { expect } from 'vitest';
import { Turns } from '../../src/slack/turns.ts';
import { storeTest } from '../store/backends.ts';

const hour = 3_600_000;

storeTest('turns', (test) => {
  test('are taken by two instances one after the other; another channel does not wait', async ({ store, other }) => {
    const every = 60;
    const [one, two] = [new Turns(store), new Turns(other)];
    const began = Date.now();
    await Promise.all([one, two, one, two, one].map((turns) => turns.take('C1', { every })));
    // Five turns are in five windows, so four of them are over.
    expect(Math.floor(Date.now() / every) - Math.floor(began / every)).toBeGreaterThanOrEqual(4);
    await Promise.all([one.take('C2', { every: hour }), two.take('C3', { every: hour })]);
  });

  test('of the whole workspace are as many as a window has places, whoever takes them', async ({ store, other }) => {
    const rate = { every: hour, places: 6 };
    const [one, two] = [new Turns(store), new Turns(other)];
    let taken = 0;
    const take = (turns: Turns) => void turns.take('post', rate).then(() => taken++);
    for (const turns of [one, two, one, two, one, two]) take(turns);
    await expect.poll(() => taken, { timeout: 10_000 }).toBe(6);
    take(new Turns(other));
    const others = new Turns(other);
    for (let n = 0; n < 20; n++) await others.take('edit', { every: hour, places: 20 });
    expect(taken).toBe(6);
  });

  test('are not waited for where the store is away', async () => {
    const away = { claim: () => Promise.reject(new Error('away')) };
    await new Turns(away).take('C1', { every: hour });
  });
});
