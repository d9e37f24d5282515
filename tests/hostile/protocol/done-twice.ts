// Is done twice.
// Case: own done-twice
// Expect: RTE
// At most: 0
import { say } from './wire.ts';

export function double(n: number): number {
  say({ kind: 'done', id: 1 });
  return 2 * n;
}
