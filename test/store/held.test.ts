import { expect, test, vi } from 'vitest';
import { Held } from '../../src/store/held.ts';

test('claims that nobody gives back are forgotten with their time, the others are not', () => {
  vi.useFakeTimers();
  const held = new Held();
  held.set('long', 'mark', 3_600_000);
  for (let n = 0; n < 20_000; n++) {
    held.set(`turn ${n}`, 'mark', 1000);
    vi.advanceTimersByTime(10);
  }
  vi.useRealTimers();
  expect(held.size).toBeLessThan(2500);
  expect(held.get('long')).toBe('mark');
});
