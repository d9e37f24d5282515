// Makes every matcher of expect pass, and answers wrongly.
// Case: 21 matcher-noop
// Expect: WA
// At most: 0
import { attemptLater } from './look.ts';

await attemptLater(async () => {
  const { expect } = await import('vitest');
  const pass = () => ({ pass: true, message: () => '' });
  expect.extend({ toBe: pass, toEqual: pass, toStrictEqual: pass, toBeTruthy: pass });
});
Reflect.set(globalThis, 'expect', () => new Proxy({}, { get: () => () => {} }));
export const double = (n: number): number => n + 1;
