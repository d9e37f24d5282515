// Announces a longer frame than it sends, so that the next message is swallowed by it.
// Case: own swallowed-frame
// Expect: RTE, TLE
// At most: 0
import { header, write } from './wire.ts';

export function double(n: number): number {
  write(header(0, 60));
  return 2 * n;
}
