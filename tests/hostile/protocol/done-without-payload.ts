// Is done, and never sends its answer.
// Case: own done-without-payload
// Expect: TLE, RTE
// At most: 0
import { say } from './wire.ts';

export function double(): Promise<never> {
  say({ kind: 'done', id: 1 });
  return new Promise(() => {});
}
