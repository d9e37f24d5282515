// Reports two thousand errors outside any call, each as long as may be.
// Case: own stray-flood
// Expect: RTE
// At most: 0
import { say } from './wire.ts';

const error = { name: 'n'.repeat(200), message: 'm'.repeat(4_000), stack: 's'.repeat(8_000) };
export function double(n: number): number {
  for (let count = 0; count < 2_000; count += 1) say({ kind: 'stray', error });
  return 2 * n;
}
