import { vi } from 'vitest';

// A wait ends as soon as what it looks for is there; the limit only bounds a failure, also on a busy machine.
const waitFor = vi.waitFor;
vi.waitFor = (look, options) =>
  waitFor(look, typeof options === 'number' ? options : { timeout: 20_000, interval: 20, ...options });
