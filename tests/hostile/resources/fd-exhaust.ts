// Opens its own file 100,000 times and keeps it open.
// Case: 94 fd-exhaust
// Expect: AC, RTE
// At most: 100
import { openSync } from 'node:fs';

export function double(n: number): number {
  for (let count = 0; count < 100_000; count += 1) openSync(import.meta.filename);
  return 2 * n;
}
