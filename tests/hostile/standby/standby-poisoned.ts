// Speaks out of turn while it waits on standby, and crashes the process before it.
// Case: own standby-poisoned
// Expect: RTE
// At most: 70
import { say } from './wire.ts';

setTimeout(() => say({ kind: 'armed', id: 1 }), 100);
export function double(n: number): number {
  if (n === Infinity) process.exit(1);
  return 2 * n;
}
