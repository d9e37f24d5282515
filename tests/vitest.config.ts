import { defineConfig } from 'vitest/config';

// Vitest reads its configuration from the default export.
export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/process/*.test.ts'],
    // Process tests start a judge each; on two cores more than two at a time only wait.
    maxWorkers: 2,
    maxConcurrency: 2,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
