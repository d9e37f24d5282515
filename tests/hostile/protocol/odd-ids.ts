// Gives ids that are no ids.
// Case: own odd-ids
// Expect: RTE
// At most: 0
import { say } from './wire.ts';

export function double(n: number): number {
  say('{"kind":"done","id":1.5}');
  return 2 * n;
}
