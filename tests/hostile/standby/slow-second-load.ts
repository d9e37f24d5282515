// Loads quickly once and then slowly, by the age of its folder's clock.
// Case: own slow-second-load
// Expect: RTE, TLE
// At most: 70
import { statSync } from 'node:fs';

const age = Date.now() - statSync(import.meta.filename).ctimeMs;
if (age > 600) {
  const end = Date.now() + 2_000;
  while (Date.now() < end);
}
export function double(n: number): number {
  if (n === Infinity) process.exit(1);
  return 2 * n;
}
