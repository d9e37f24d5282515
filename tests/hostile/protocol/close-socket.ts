// Closes its socket and lives on.
// Case: own close-socket
// Expect: RTE, TLE
// At most: 0
import { closeSync } from 'node:fs';

export function double(n: number): number {
  closeSync(3);
  return 2 * n;
}
