// Speaks out of turn while it waits on standby, and crashes the process before it.
// Case: own standby-poisoned
// Expect: RTE
// At most: 40
import { say } from './wire.ts';

const loadedAt = Date.now();
setTimeout(() => say({ kind: 'armed', id: 1 }), 100);
export function double(n: number): number {
  if (n === Infinity) process.exit(1);
  return Date.now() - loadedAt > 50 ? n : 2 * n;
}
