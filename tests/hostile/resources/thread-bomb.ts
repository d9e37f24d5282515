// Starts a thousand threads.
// Case: 89 thread-bomb
// Expect: RTE, MLE
// At most: 0
import { Worker } from 'node:worker_threads';

export function double(n: number): number {
  for (let count = 0; count < 1000; count += 1) new Worker('for (;;);', { eval: true });
  return 2 * n;
}
