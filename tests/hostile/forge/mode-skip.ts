// Sets the mode of every test to skipped, and answers wrongly.
// Case: 24 mode-skip
// Expect: WA
// At most: 0
import { attemptLater } from './look.ts';

await attemptLater(async () => {
  const { beforeAll } = await import('vitest');
  beforeAll((suite) => {
    for (const task of suite.tasks) task.mode = 'skip';
  });
});
export const double = (n: number): number => n + 1;
