// Registers 95 test cases that pass, and answers wrongly.
// Case: 30 free-tests
// Expect: WA
// At most: 0
import { attempt, attemptLater } from './look.ts';

for (let count = 0; count < 95; count += 1) {
  await attemptLater(async () => {
    const { test } = await import('vitest');
    test(`free ${count}`, () => {});
  });
  attempt(() => Reflect.get(globalThis, 'test')(`free ${count}`, () => {}));
}
export const double = (n: number): number => n + 1;
