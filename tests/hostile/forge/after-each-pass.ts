// Rewrites the result of every test to passed, and answers wrongly.
// Case: 25 afterEach-pass
// Expect: WA
// At most: 0
import { attemptLater } from './look.ts';

await attemptLater(async () => {
  const { afterEach } = await import('vitest');
  afterEach(({ task }) => {
    task.result = { state: 'pass' };
  });
});
export const double = (n: number): number => n + 1;
