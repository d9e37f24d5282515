// Reads the judge's messages from the socket before the process can; whether it is the first to do so
// is luck. What it answers is right.
// Case: own steal-go
// Expect: AC, TLE, RTE
// At most: 100
import { readSync } from 'node:fs';

const stolen = Buffer.alloc(10_000);
export function double(n: number): number {
  const end = Date.now() + 100;
  while (Date.now() < end) {
    try {
      readSync(3, stolen);
    } catch {}
  }
  setInterval(() => {
    try {
      readSync(3, stolen);
    } catch {}
  }, 0);
  return 2 * n;
}
