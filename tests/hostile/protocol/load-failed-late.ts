// Says that it did not load, in a call.
// Case: own load-failed-late
// Expect: RTE
// At most: 0
import { say } from './wire.ts';

export function double(n: number): number {
  say({ kind: 'loadFailed', error: { name: 'Error', message: 'not loaded', stack: '' } });
  return 2 * n;
}
