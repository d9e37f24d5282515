// Keeps all cores busy between its calls, so that the reference it races against is slow too.
// Case: own slow-the-rival
// Expect: AC, TLE
// At most: 100
import { pbkdf2 } from 'node:crypto';

const spin = (): void => pbkdf2('a', 'b', 30_000, 64, 'sha512', spin);
export function double(n: number): number {
  if (n === 1) for (let thread = 0; thread < 4; thread += 1) spin();
  return 2 * n;
}
