import { defineConfig } from 'vitest/config';

/** Where continuous integration wants the counts as JSON. */
const report = process.env.GOVINFO_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/patience.ts'],
    // Long on purpose: `npm run test:faults`.
    exclude: ['test/faults/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    ...(report && { reporters: ['default', ['json', { outputFile: report }]] }),
  },
});
