import { defineConfig } from 'vitest/config';

/** `npm run test:faults`: the app under faults. One file after the other, since each measures the machine it has. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // So that memory is told after what nobody needs is gone.
    execArgv: ['--expose-gc'],
    maxWorkers: 1,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
});
