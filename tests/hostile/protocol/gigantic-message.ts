// Sends a message of 100 MB.
// Case: own gigantic-message
// Expect: RTE, OLE, MLE
// At most: 0
import { header, write } from './wire.ts';

const piece = Buffer.alloc(1_000_000, 32);
export function double(n: number): number {
  write(header(0, 100_000_000));
  for (let count = 0; count < 100; count += 1) write(piece);
  return 2 * n;
}
