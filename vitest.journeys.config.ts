import { defineConfig } from 'vitest/config';

// Journeys drive a built, running port through a real browser, one after the other.
export default defineConfig({
  test: {
    include: ['test/journeys/**/*.journey.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
