// Sends a frame of a kind that there is not.
// Case: own unknown-kind
// Expect: RTE
// At most: 0
import { frame, write } from './wire.ts';

export function double(n: number): number {
  write(frame(2, '{"kind":"done","id":1}'));
  return 2 * n;
}
