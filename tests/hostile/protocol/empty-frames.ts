// Sends a million empty frames.
// Case: own empty-frames
// Expect: RTE
// At most: 0
import { write } from './wire.ts';

export function double(n: number): number {
  write(Buffer.alloc(5_000_000));
  return 2 * n;
}
