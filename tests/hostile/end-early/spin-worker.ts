// Answers rightly and leaves a worker thread spinning, if it gets one.
// Case: 16 spin-worker
// Expect: AC
// At most: 100
import { Worker } from 'node:worker_threads';

export function double(n: number): number {
  try {
    new Worker('for (;;);', { eval: true });
  } catch {}
  return 2 * n;
}
