// Makes every assertion of chai a no-op, and answers wrongly.
// Case: 20 chai-noop
// Expect: WA
// At most: 0
import { attemptLater } from './look.ts';

await attemptLater(async () => {
  const name = 'chai';
  const { Assertion } = await import(name);
  Assertion.prototype.assert = () => {};
});
export const double = (n: number): number => n + 1;
