// Skips every test, and answers wrongly.
// Case: 23 skip-all
// Expect: WA
// At most: 0
import { attemptLater } from './look.ts';

await attemptLater(async () => {
  const { beforeEach } = await import('vitest');
  beforeEach(({ skip }) => skip());
});
export const double = (n: number): number => n + 1;
