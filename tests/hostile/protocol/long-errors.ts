// Describes an error at more length than the protocol admits.
// Case: own long-errors
// Expect: RTE
// At most: 0
import { say } from './wire.ts';

export function double(n: number): number {
  say({ kind: 'threw', id: 1, error: { name: 'E', message: 'm'.repeat(5_000), stack: '' } });
  return 2 * n;
}
