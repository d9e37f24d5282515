// Works on the four threads of Node's pool at once, to use more CPU time than wall time.
// Case: 95 cpu-many-threads
// Expect: AC, TLE
// At most: 100
import { pbkdf2 } from 'node:crypto';

const work = (): Promise<void> =>
  new Promise((resolve) => pbkdf2('a', 'b', 1_500_000, 64, 'sha512', () => resolve()));
export async function double(n: number): Promise<number> {
  if (n > 1 && n < Infinity) await Promise.all([work(), work(), work(), work()]);
  return 2 * n;
}
