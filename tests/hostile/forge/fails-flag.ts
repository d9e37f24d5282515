// Marks every test as one that must fail, and answers wrongly.
// Case: 22 fails-flag
// Expect: WA
// At most: 0
import { attemptLater } from './look.ts';

await attemptLater(async () => {
  const { beforeEach } = await import('vitest');
  beforeEach(({ task }) => {
    task.fails = true;
  });
});
export const double = (n: number): number => n + 1;
