// Has every test tried again 5,000 times, and guesses.
// Case: 26 retry-lucky
// Expect: WA
// At most: 0
import { attemptLater } from './look.ts';

await attemptLater(async () => {
  const { beforeAll } = await import('vitest');
  beforeAll((suite) => {
    for (const task of suite.tasks) task.retry = 5_000;
  });
});
export const double = (n: number): number => n * (2 + Math.random());
